import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import type { Facet, Intent } from '../knowledge/vocabulary.ts';
import type { Explanation } from '../model/trace.ts';
import { Catalogue, type IndexedText } from './catalogue.ts';
import { type Band, decide } from './decide.ts';
import { communeItems, type ItemKind, sharedItems } from './item.ts';
import { Lexicon } from './lexicon.ts';
import { QuestionReader } from './question.ts';
import { DEFAULT_WEIGHTS, rank, type Ranked, type Ranker, weigh } from './rank.ts';
import { Reader, type Reading } from './reading.ts';
import { spell, type Token, tokenize } from './token.ts';

const CANDIDATES = 30; // more do not find more (facts: search.md §2)
const SHOWN = 5;

/** Something that a question may be about, best first in a list. */
export type Hit = {
  kind: ItemKind;
  id: string;
  title: string;
  /** The piece of the item that matched, such as a task of a plan. */
  part: string | undefined;
  score: number;
};

/** What a question was understood to mean. */
export type Understanding = {
  question: string;
  /** The aspect asked about; undefined when none was named. */
  facet: Facet | undefined;
  /** Set when the whole message is a conversational act such as "cảm ơn". */
  intent: Intent | undefined;
  /** Whether a matter was named; "thế hồ sơ nộp ở đâu?" names none. */
  hasSubject: boolean;
  hits: readonly Hit[];
  band: Band;
  explanation: Explanation;
};

/** Understands the questions of one commune's residents. Pure: the same question always means the same. */
export type Search = (question: string) => Understanding;

/** Builds the search over what all communes share and what is this commune's own. About 20 ms for 500 records. */
export function createSearch(knowledge: Knowledge, here: CommuneKnowledge, day: string): Search {
  const catalogue = new Catalogue([...sharedItems(knowledge, day), ...communeItems(here, day)]);
  const lexicon = new Lexicon(
    catalogue.items.map(({ texts }) => texts.map(({ tokens }) => tokens)),
  );
  const questions = new QuestionReader(knowledge.vocabulary);
  const reader = new Reader(knowledge.vocabulary, lexicon);
  const ranker = createRanker(knowledge, { lexicon, questions, catalogue });

  // Filler words would fill the list of candidates with whatever shares "thủ tục" and "làm".
  const topicWords = (reading: Reading) => {
    const content = questions.content(reading);
    return content.length > 0 ? content : reading;
  };

  return rememberLast((question) => {
    const typed = tokenize(question);
    const { readings, facet, hasSubject, intent } = interpret(typed, reader, questions);
    const weighed = readings.map((reading) => weigh(reading, ranker));
    const ranked = catalogue
      .candidates(readings.map(topicWords), CANDIDATES)
      .map((candidate) => rank(candidate, weighed, ranker))
      .filter((candidate) => candidate !== undefined)
      .sort((a, b) => b.score - a.score);
    const band = decide(ranked);
    return {
      question,
      facet,
      intent,
      hasSubject,
      hits: ranked.slice(0, SHOWN).map(toHit),
      band,
      explanation: explain({ readings, facet, band, ranked }),
    };
  });
}

/** Several handlers look at the same question, one after another: it is understood once. */
function rememberLast(search: Search): Search {
  let last: Understanding | undefined;
  return (question) => {
    if (last?.question !== question) last = search(question);
    return last;
  };
}

type Interpretation = {
  readings: readonly Reading[];
  facet: Facet | undefined;
  intent: Intent | undefined;
  hasSubject: boolean;
};

/** Every reading twice: as it stands, and without the words that name the facet. */
function interpret(
  typed: readonly Token[],
  reader: Reader,
  questions: QuestionReader,
): Interpretation {
  const full = reader.read(typed);
  const aspects = full.map((reading) => questions.aspect(reading));
  const subjects = aspects.map(({ subject }) => subject).filter((subject) => subject.length > 0);
  const bySpelling = new Map([...subjects, ...full].map((reading) => [spell(reading), reading]));
  return {
    readings: [...bySpelling.values()],
    facet: aspects.find(({ facet }) => facet !== undefined)?.facet,
    intent: full.map((reading) => questions.wholeIntent(reading)).find((one) => one !== undefined),
    hasSubject: subjects.some((subject) => questions.matter(subject).length > 0),
  };
}

type RankerParts = { lexicon: Lexicon; questions: QuestionReader; catalogue: Catalogue };

function createRanker(
  { vocabulary }: Knowledge,
  { lexicon, questions, catalogue }: RankerParts,
): Ranker {
  const { codes } = vocabulary.popular;
  const popularity = new Map(codes.map((code, i) => [code, 1 - i / (2 * codes.length)]));
  const ownWeights = new Map<IndexedText, number>();
  for (const text of catalogue.items.flatMap(({ texts }) => texts)) {
    let weight = 0;
    for (const syllable of text.bySyllable.keys()) weight += lexicon.weight(syllable);
    ownWeights.set(text, weight);
  }
  return {
    lexicon,
    weights: DEFAULT_WEIGHTS,
    emphasis: (word) => questions.emphasis(word),
    popularity: (id) => popularity.get(id) ?? 0,
    ownWeight: (text) => ownWeights.get(text) ?? 1,
  };
}

function toHit({ indexed, part, score }: Ranked): Hit {
  const { kind, id, title } = indexed.item;
  return { kind, id, title, part, score: round(score) };
}

type Explained = {
  readings: readonly Reading[];
  facet: Facet | undefined;
  band: Band;
  ranked: readonly Ranked[];
};

function explain({ readings, facet, band, ranked }: Explained): Explanation {
  return {
    readings: readings.map((reading) => reading.map(({ text }) => text).join(' ')),
    facet,
    band,
    candidates: ranked.slice(0, SHOWN).map(({ indexed, score, features }) => ({
      id: indexed.item.id,
      title: indexed.item.title,
      score: round(score),
      features: Object.fromEntries(
        Object.entries(features).map(([name, value]) => [name, round(value)]),
      ),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
