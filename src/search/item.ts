import type { Answer } from '../knowledge/answer.ts';
import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import { isLive } from '../knowledge/knowledge.ts';
import type { Plan } from '../knowledge/plan.ts';
import type { Procedure } from '../knowledge/procedure.ts';
import { type Intent, TALK, type Vocabulary } from '../knowledge/vocabulary.ts';

export type ItemKind = 'procedure' | 'plan' | 'faq' | 'referral' | 'intent';

/** One thing that a question can be about, with the texts it may be found by. */
export type SearchItem = {
  kind: ItemKind;
  /** The procedure code, plan id, answer id or intent name. */
  id: string;
  title: string;
  /** Ways to say it, the title first. */
  texts: readonly ItemText[];
};

/** `part` names the piece of the item that the text stands for, such as a task of a plan. */
export type ItemText = { text: string; part?: string };

/** Intents that residents wrap in sentences of their own, so that they must be searched for; the rest are exact. */
const FINDABLE_INTENTS = [
  'report',
  'report-status',
  'danger',
  'denunciation',
  'officer',
  'office',
  ...TALK,
] as const satisfies readonly Intent[];

/**
 * Everything that a commune's residents can be told about on this day. Among texts that share equally much with a
 * question the first are kept as candidates, so a call for help stands before everything else.
 */
export function itemsOf(
  { answers, vocabulary }: Knowledge,
  here: CommuneKnowledge,
  day: string,
): SearchItem[] {
  const findable = [...here.procedures.values()].filter(
    (procedure) => isLive(procedure, day) || procedure.status === 'abolished',
  );
  const ownIds = new Set(here.answers.map(({ id }) => id));
  const written = [...here.answers, ...answers.filter(({ id }) => !ownIds.has(id))];
  return [
    ...FINDABLE_INTENTS.map((id) => intentItem(id, vocabulary)),
    ...findable.map(procedureItem),
    ...written.filter((answer) => isLive(answer, day)).map(answerItem),
    ...here.plans.filter(({ status }) => status === 'published').map(planItem),
  ];
}

/** Whether residents of all communes can be told about the same things on both days. */
export function isAlikeOn({ answers, communes }: Knowledge, one: string, other: string): boolean {
  const own = [...communes.values()].flatMap((here) => [
    ...here.procedures.values(),
    ...here.answers,
  ]);
  return [...answers, ...own].every((record) => isLive(record, one) === isLive(record, other));
}

function intentItem(id: Intent, { intents }: Vocabulary): SearchItem {
  const texts = (intents.entries[id] ?? []).map((text) => ({ text }));
  return { kind: 'intent', id, title: id, texts };
}

const MOST_WORDS_OF_A_PAPER = 8;

function procedureItem({ code, name, shortName, aliases, result }: Procedure): SearchItem {
  const official = name.replace(/^thủ tục /i, '');
  // People ask for the paper they will hold in their hands: "giấy chứng nhận kết hôn".
  const named = new Set(`${shortName} ${official}`.toLowerCase().split(' '));
  const papers = result.filter((paper) => isMainPaper(paper, named));
  const texts = [...new Set([shortName, official, ...aliases, ...papers])].map((text) => ({
    text,
  }));
  return { kind: 'procedure', id: code, title: shortName, texts };
}

/** Words that stand in the names of papers of every kind, and tell none of them. */
const PAPER_WORDS = new Set(
  'giấy chứng xác nhận phép thẻ sổ quyết định văn bản thông báo trích lục sao phiếu đăng ký của về'.split(
    ' ',
  ),
);

/** A card that comes along with a pension is not what the pension is asked for by: its name says nothing of it. */
function isMainPaper(paper: string, named: ReadonlySet<string>): boolean {
  const words = paper.toLowerCase().split(' ');
  const telling = words.filter((word) => !PAPER_WORDS.has(word));
  const shared = telling.filter((word) => named.has(word)).length;
  return words.length <= MOST_WORDS_OF_A_PAPER && shared > 0 && shared * 2 >= telling.length;
}

function answerItem({ id, kind, title, aliases }: Answer): SearchItem {
  return {
    kind,
    id,
    title,
    texts: [title, ...aliases].map((text) => ({ text })),
  };
}

function planItem({ id, shortTitle, title, aliases, tasks }: Plan): SearchItem {
  const whole = [shortTitle, title, ...aliases].map((text) => ({ text }));
  const parts = tasks.map((task) => ({ text: task.text, part: task.id }));
  return { kind: 'plan', id, title: shortTitle, texts: [...whole, ...parts] };
}
