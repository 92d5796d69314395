import type { Facet, Intent } from '../knowledge/vocabulary.ts';
import type { Aspect, QuestionReader } from './question.ts';
import type { Reader, Reading } from './reading.ts';
import { spell, type Token } from './token.ts';

const FEW_WORDS = 9;
const STORY_WORDS = 18; // here one word read otherwise changes nothing, and each reading takes its time

/** What a message says, before it is known what it is about. */
export type Interpretation = {
  readings: readonly Reading[];
  /** The aspect asked about; undefined when none was named. */
  facet: Facet | undefined;
  /** Set when the whole message is a conversational act such as "cảm ơn". */
  intent: Intent | undefined;
  /** Whether a matter was named; "thế hồ sơ nộp ở đâu?" names none. */
  hasSubject: boolean;
};

/** Every reading twice: as it stands, and without the words that name the facet. */
export function interpret(
  typed: readonly Token[],
  reader: Reader,
  questions: QuestionReader,
): Interpretation {
  const full = reader.read(typed);
  const aspects = full.map((reading) => questions.aspect(reading));
  const subjects = aspects.map(({ subject }) => subject).filter((subject) => subject.length > 0);
  const compared = readingsOf(typed.length);
  const all = [...subjects.slice(0, compared), ...full.slice(0, compared)];
  const bySpelling = new Map(all.map((reading) => [spell(reading), reading]));
  return {
    readings: [...bySpelling.values()],
    facet: facetOf(aspects, () => questions.facetDespiteMarks(full[0] ?? [])),
    intent: [typed, ...full]
      .map((words) => questions.wholeIntent(words))
      .find((one) => one !== undefined),
    hasSubject: subjects.some((subject) => questions.matter(subject).length > 0),
  };
}

/** How many readings of a message of so many words to compare with the catalogue. */
function readingsOf(words: number): number {
  if (words > STORY_WORDS) return 1;
  return words > FEW_WORDS ? 2 : 3;
}

/** The plainest reading's facet, or one that most readings agree on; what is clear without its marks before a guess. */
function facetOf(
  aspects: readonly Aspect[],
  despiteMarks: () => Pick<Aspect, 'facet' | 'isSure'>,
): Facet | undefined {
  const heard = agreedOf(aspects);
  if (heard?.isSure === true) return heard.facet;
  const loose = despiteMarks();
  return loose.isSure ? loose.facet : (heard?.facet ?? loose.facet);
}

function agreedOf(aspects: readonly Aspect[]): Aspect | undefined {
  const [first] = aspects;
  // A rule may well have said that nothing is asked.
  if (first?.facet !== undefined || first?.isSure === true) return first;
  const other = aspects.find(({ facet }) => facet !== undefined);
  const agreeing = aspects.filter(({ facet }) => facet === other?.facet).length;
  return agreeing * 2 >= aspects.length ? other : undefined;
}
