import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import type { Facet, Intent } from '../knowledge/vocabulary.ts';
import type { Explanation } from '../model/trace.ts';
import { Catalogue } from './catalogue.ts';
import { type Band, decide } from './decide.ts';
import { type ItemKind, itemsOf } from './item.ts';
import { wishIn } from './focus.ts';
import { Lexicon } from './lexicon.ts';
import { NearTexts } from './overlap.ts';
import { QuestionReader } from './question.ts';
import { DEFAULT_WEIGHTS, rank, type Ranked, type Ranker, weigh } from './rank.ts';
import { habitsOf, Reader, type Reading } from './reading.ts';
import { type IndexedText, Shelf } from './shelf.ts';
import { spell, type Token, tokenize } from './token.ts';

const CANDIDATES = 60; // items for each reading; more find no more
const LEAST_CANDIDATES = 20; // when a message can be read in many ways, most of which find the same
const ALL_CANDIDATES = 240;
const SHOWN = 5;
const REMEMBERED = 6; // a message, its pieces, and it with its topic
const WISH_SHARE = 0.3;

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

/** The search of one commune, on a day (`YYYY-MM-DD`). */
export type SearchOf = (here: CommuneKnowledge, day: string) => Search;

/** Builds the search over what all communes share and what is this commune's own. */
export function createSearch(knowledge: Knowledge, here: CommuneKnowledge, day: string): Search {
  return createSearches(knowledge)(here, day);
}

/**
 * Builds searches of the communes of one knowledge, each when it is asked for. What communes share is cut into words
 * and indexed once, for the first of them: the others take a small part of its time (`npm run bench`).
 */
export function createSearches(knowledge: Knowledge): SearchOf {
  const shelf = new Shelf();
  const questions = new QuestionReader(knowledge.vocabulary);
  const habits = habitsOf(knowledge.vocabulary);
  return (here, day) => {
    const catalogue = new Catalogue(itemsOf(knowledge, here, day), shelf);
    const lexicon = new Lexicon(
      catalogue.items.map(({ texts }) => texts.map(({ tokens }) => tokens)),
      shelf.ids,
    );
    const reader = new Reader(habits, lexicon);
    const ranker = createRanker(knowledge, { lexicon, questions, shelf });
    return rememberLatest(understandWith({ catalogue, questions, reader, ranker, shelf }));
  };
}

type SearchParts = {
  catalogue: Catalogue;
  questions: QuestionReader;
  reader: Reader;
  ranker: Ranker;
  shelf: Shelf;
};

function understandWith({ catalogue, questions, reader, ranker, shelf }: SearchParts): Search {
  const rankAll = (readings: readonly Reading[], wish: readonly Reading[]): Ranked[] => {
    const all = [...wish, ...readings].map((reading) => topicWords(reading, questions));
    const near = new NearTexts(shelf);
    const whole = readings.map((reading) => weigh(reading, near, ranker));
    const part = wish.map((reading) => weigh(reading, near, ranker));
    const limit = Math.max(LEAST_CANDIDATES, Math.round(ALL_CANDIDATES / all.length));
    const candidates = catalogue.candidates(all, Math.min(CANDIDATES, limit));
    const byWhole = candidates.map((candidate) => rank(candidate, whole, ranker));
    const byWish = candidates.map((candidate) => rank(candidate, part, ranker));
    return wish.length === 0 ? inOrder(byWhole) : blend(byWhole, byWish);
  };

  return (question) => {
    const typed = tokenize(question);
    const { readings, facet, hasSubject, intent } = interpret(typed, reader, questions);
    const wish = interpret(wishIn(question, typed) ?? [], reader, questions);
    const wishes = wish.hasSubject ? wish.readings : [];
    const ranked = rankAll(readings, wishes);
    const band = decide(ranked);
    return {
      question,
      facet,
      intent,
      hasSubject,
      hits: ranked.slice(0, SHOWN).map(toHit),
      band,
      explanation: explain({ readings: [...readings, ...wishes], facet, band, ranked }),
    };
  };
}

/** Filler words would fill the list of candidates with whatever shares "thủ tục" and "làm". */
function topicWords(reading: Reading, questions: QuestionReader): Reading {
  const content = questions.content(reading);
  return content.length > 0 ? content : reading;
}

type MaybeRanked = readonly (Ranked | undefined)[];

/** In a story the clause that says what is wanted counts more than one clause of many. Scores keep their scale. */
function blend(byWhole: MaybeRanked, byWish: MaybeRanked): Ranked[] {
  const blended = byWhole.map((whole, i) => {
    const wish = byWish[i];
    const [wholeScore, wishScore] = [whole?.score ?? 0, wish?.score ?? 0];
    const better = wishScore > wholeScore ? wish : whole;
    return better && { ...better, score: WISH_SHARE * wishScore + (1 - WISH_SHARE) * wholeScore };
  });
  const ranked = inOrder(blended);
  const best = ranked[0]?.indexed;
  const at = blended.findIndex((one) => one !== undefined && one.indexed === best);
  const full = Math.max(byWhole[at]?.score ?? 0, byWish[at]?.score ?? 0);
  const scale = full / (ranked[0]?.score ?? 1);
  return ranked.map((one) => ({ ...one, score: one.score * scale }));
}

function inOrder(ranked: MaybeRanked): Ranked[] {
  return ranked.filter((one) => one !== undefined).sort((a, b) => b.score - a.score);
}

/** Several handlers look at the same question, and some at its pieces in between: each is understood once a turn. */
function rememberLatest(search: Search): Search {
  const latest = new Map<string, Understanding>();
  return (question) => {
    const known = latest.get(question);
    if (known !== undefined) return known;
    const understanding = search(question);
    latest.set(question, understanding);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
    return understanding;
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
    facet: facetOf(aspects.map(({ facet }) => facet)),
    intent: [typed, ...full]
      .map((words) => questions.wholeIntent(words))
      .find((one) => one !== undefined),
    hasSubject: subjects.some((subject) => questions.matter(subject).length > 0),
  };
}

type RankerParts = { lexicon: Lexicon; questions: QuestionReader; shelf: Shelf };

/** The plainest reading's facet; else one that most readings agree on. */
function facetOf(facets: readonly (Facet | undefined)[]): Facet | undefined {
  const [first] = facets;
  if (first !== undefined) return first;
  const other = facets.find((facet) => facet !== undefined);
  const agreeing = facets.filter((facet) => facet === other).length;
  return agreeing * 2 >= facets.length ? other : undefined;
}

function createRanker(
  { vocabulary, procedures }: Knowledge,
  { lexicon, questions, shelf }: RankerParts,
): Ranker {
  const { codes } = vocabulary.popular;
  const popularity = new Map(codes.map((code, i) => [code, 1 - i / (2 * codes.length)]));
  const isAbolished = (id: string) => procedures.get(id)?.status === 'abolished';
  return {
    lexicon,
    weights: DEFAULT_WEIGHTS,
    emphasis: (word) => questions.emphasis(word),
    // What is abolished gives way to what replaced it, unless it is asked for by its very name.
    popularity: (id) => popularity.get(id) ?? (isAbolished(id) ? -2 : 0),
    ownWeight: ownWeights(lexicon, shelf.owners.length),
  };
}

/** What the different words of a text weigh together, computed when it is first asked for. */
function ownWeights(lexicon: Lexicon, size: number): (text: IndexedText) => number {
  const known = new Float64Array(size);
  return (text) => (known[text.number] ||= ownWeight(text, lexicon));
}

function ownWeight({ tokens }: IndexedText, lexicon: Lexicon): number {
  let weight = 0;
  for (const syllable of new Set(tokens.map((word) => word.syllable)))
    weight += lexicon.weight(syllable);
  return weight;
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
