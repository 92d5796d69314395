import { spell, tokenize } from '../../search/token.ts';
import type { UnansweredQuestion } from '../../store/store.ts';

/** Questions that ask the same, newest first. */
export type QuestionGroup = {
  questions: readonly UnansweredQuestion[];
  /** Each wording once, the commonest first. */
  wordings: readonly { text: string; count: number }[];
  lastAskedAt: Date;
};

const ALIKE = 0.6; // share of the words of both; "xin giấy nuôi ong" and "nuôi ong xin giấy gì" have 0.9
const MOST = 2000; // beyond that nobody reads on

/** The words of a text that tell it from others. */
export type ContentWords = (text: string) => ReadonlySet<string>;

/**
 * Puts questions that ask the same together, whatever the order and the marks of their words; the group asked most
 * comes first. Pure.
 */
export function groupQuestions(
  questions: readonly UnansweredQuestion[],
  contentOf: ContentWords = syllablesOf,
): QuestionGroup[] {
  const groups: { words: ReadonlySet<string>; questions: UnansweredQuestion[] }[] = [];
  const newestFirst = [...questions].sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
  for (const question of newestFirst.slice(0, MOST)) {
    const words = contentOf(question.text);
    const group = groups.find((one) => likeness(one.words, words) >= ALIKE);
    if (group === undefined) groups.push({ words, questions: [question] });
    else group.questions.push(question);
  }
  return groups.map(({ questions: alike }) => groupOf(alike)).sort(byNeed);
}

/** Every word of a text, marks stripped. */
export function syllablesOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(({ syllable }) => syllable));
}

function groupOf(questions: readonly UnansweredQuestion[]): QuestionGroup {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { text } of questions) {
    const key = spell(tokenize(text));
    const known = counts.get(key);
    counts.set(key, { text: known?.text ?? text, count: (known?.count ?? 0) + 1 });
  }
  const wordings = [...counts.values()].sort((a, b) => b.count - a.count);
  return { questions, wordings, lastAskedAt: questions[0]?.askedAt ?? new Date(0) };
}

function byNeed(one: QuestionGroup, other: QuestionGroup): number {
  const more = other.questions.length - one.questions.length;
  return more === 0 ? other.lastAskedAt.getTime() - one.lastAskedAt.getTime() : more;
}

/** Twice the shared words over all words of both: 1 when they are the same. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size;
  return all === 0 ? 1 : (2 * shared) / all;
}
