import type { Facet, Intent } from '../knowledge/vocabulary.ts';
import type { FacetEvidence } from './facet-evidence.ts';
import type { Heard } from './facet-rules.ts';
import type { Aspect, QuestionReader } from './question.ts';
import type { Reader, Reading } from './reading.ts';
import { spell, type Token } from './token.ts';

const FEW_WORDS = 9;
const STORY_WORDS = 18; // here one word read otherwise changes nothing, and each reading takes its time

/** What a message says, before it is known what it is about. */
export type Interpretation = {
  /** The likeliest way to read all of it. */
  plainest: Reading;
  readings: readonly Reading[];
  /** The aspect asked about; undefined when none was named. */
  facet: Facet | undefined;
  /** Set when the whole message is a conversational act such as "cảm ơn". */
  intent: Intent | undefined;
  /** Whether a matter was named; "thế hồ sơ nộp ở đâu?" names none. */
  hasSubject: boolean;
};

/** What reads messages: their spelling, their words, and how each facet is asked about. */
export type Interpreter = { reader: Reader; questions: QuestionReader; facets: FacetEvidence };

/** Every reading twice: as it stands, and without the words that name the facet. */
export function interpret(
  typed: readonly Token[],
  { reader, questions, facets }: Interpreter,
): Interpretation {
  const full = reader.read(typed);
  const aspects = full.map((reading) => questions.aspect(reading));
  const subjects = aspects.map(({ subject }) => subject).filter((subject) => subject.length > 0);
  const compared = readingsOf(typed.length);
  const all = [...subjects.slice(0, compared), ...full.slice(0, compared)];
  const bySpelling = new Map(all.map((reading) => [spell(reading), reading]));
  const [plainest = []] = full;
  return {
    plainest,
    readings: [...bySpelling.values()],
    facet: facets.find(
      plainest,
      heardIn(aspects, () => questions.facetDespiteMarks(plainest)),
    ),
    intent: [typed, ...full]
      .map((words) => questions.wholeIntent(words))
      .find((one) => one !== undefined),
    hasSubject: subjects.some((subject) => questions.matter(subject).length > 0),
  };
}

/** The facet that a question of a story asks about, by its plainest reading; undefined when it names none. */
export function facetAsked(
  typed: readonly Token[],
  { reader, questions, facets }: Interpreter,
): Facet | undefined {
  const [plainest = []] = reader.read(typed);
  const heard = heardIn([questions.aspect(plainest)], () => questions.facetDespiteMarks(plainest));
  return facets.find(plainest, heard);
}

/** How many readings of a message of so many words to compare with the catalogue. */
function readingsOf(words: number): number {
  if (words > STORY_WORDS) return 1;
  return words > FEW_WORDS ? 2 : 3;
}

/** The plainest reading's facet, or one that most readings agree on; what is clear without its marks before a guess. */
function heardIn(aspects: readonly Aspect[], despiteMarks: () => Heard): Heard {
  const heard = agreedOf(aspects);
  if (heard?.isSure === true) return heard;
  const loose = despiteMarks();
  return loose.isSure || heard?.facet === undefined ? loose : heard;
}

function agreedOf(aspects: readonly Aspect[]): Aspect | undefined {
  const [first] = aspects;
  // A rule may well have said that nothing is asked.
  if (first?.facet !== undefined || first?.isSure === true) return first;
  const other = aspects.find(({ facet }) => facet !== undefined);
  const agreeing = aspects.filter(({ facet }) => facet === other?.facet).length;
  return agreeing * 2 > aspects.length ? other : undefined; // of two one may read "dk" wrong
}
