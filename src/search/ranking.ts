import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { Catalogue } from './catalogue.ts';
import { Evidence } from './evidence.ts';
import { wishIn } from './focus.ts';
import { interpret, type Interpretation } from './interpret.ts';
import type { SearchItem } from './item.ts';
import type { Learned } from './learned.ts';
import { Lexicon, pairNumber } from './lexicon.ts';
import { NearTexts } from './overlap.ts';
import { QuestionReader } from './question.ts';
import {
  blend,
  rank,
  type Ranked,
  type Ranker,
  type RankWeights,
  weigh,
  type WeighedReading,
} from './rank.ts';
import { habitsOf, Reader, type Reading } from './reading.ts';
import { type IndexedItem, type IndexedText, Shelf } from './shelf.ts';
import { tokenize } from './token.ts';
import { RANK_WEIGHTS } from './weights.ts';

const CANDIDATES = 60; // items for each reading; more find no more
const LEAST_CANDIDATES = 20; // when a message can be read in many ways, most of which find the same
const ALL_CANDIDATES = 240;
const STRONGEST = 10; // items whose texts together say most of a reading
const UNKNOWN_WORD = ''; // weighs as much as one that a single item has

/** What is known of how residents write, and of what they ask for. */
export type RankingParts = {
  vocabulary: Vocabulary;
  /** Abolished procedures give way to what replaced them, unless asked for by their very name. */
  isAbolished: (id: string) => boolean;
  isWritten: (id: string) => boolean;
  weights?: RankWeights;
  /** What was learned from all ways of saying things. */
  learned: Learned;
};

/** How a message was read, and everything it may be about, best first. */
export type Ranking = Interpretation & {
  ranked: readonly Ranked[];
  /** How much of the message, as most likely meant, the catalogue has words for. */
  familiar: WeighedReading['familiar'];
  /** How many rare words the message weighs as much as. */
  mass: number;
};

/** Reads a message and ranks the items it may be about. */
export type RankItems = (question: string) => Ranking;

/** Builds rankings of several lists of items. What the lists share is cut into words and indexed once. */
export function createRankings(parts: RankingParts): (items: readonly SearchItem[]) => RankItems {
  const shelf = new Shelf();
  const questions = new QuestionReader(parts.vocabulary);
  const habits = habitsOf(parts.vocabulary);
  return (items) => {
    const catalogue = new Catalogue(items, shelf);
    const lexicon = new Lexicon(
      catalogue.items.map(({ texts }) => texts.map(({ tokens }) => tokens)),
      shelf.ids,
    );
    const reader = new Reader(habits, lexicon);
    const ranker = createRanker(parts, { lexicon, questions, catalogue, shelf });
    const rankAll = rankerOfAll({ catalogue, questions, ranker, shelf });
    return (question) => {
      const typed = tokenize(question);
      const whole = interpret(typed, reader, questions);
      const wish = interpret(wishIn(question, typed) ?? [], reader, questions);
      const wishes = wish.hasSubject ? wish.readings : [];
      const found = rankAll({ whole: whole.readings, wish: wishes });
      return { ...whole, ...found, readings: [...whole.readings, ...wishes] };
    };
  };
}

type Readings = Record<'whole' | 'wish', readonly Reading[]>;
type Found = Omit<Ranking, keyof Interpretation>;
type FinderParts = {
  catalogue: Catalogue;
  questions: QuestionReader;
  ranker: Ranker;
  shelf: Shelf;
};

/** Ranks the items that any reading finds against all of them. */
function rankerOfAll({ catalogue, questions, ranker, shelf }: FinderParts) {
  return ({ whole, wish }: Readings): Found => {
    const near = new NearTexts(shelf);
    const byWhole = whole.map((reading) => weigh(reading, near, ranker));
    const byWish = wish.map((reading) => weigh(reading, near, ranker));
    const topics = [...wish, ...whole].map((reading) => topicWords(reading, questions));
    const limit = Math.max(LEAST_CANDIDATES, Math.round(ALL_CANDIDATES / topics.length));
    const nearest = catalogue.candidates(topics, Math.min(CANDIDATES, limit));
    const candidates = new Set([...nearest, ...strongest(catalogue, [...byWhole, ...byWish])]);
    const ranked = [...candidates]
      .map((candidate) => {
        const best = rank(candidate, byWhole, ranker);
        return wish.length === 0 ? best : blend(best, rank(candidate, byWish, ranker), ranker);
      })
      .filter((one) => one !== undefined)
      .sort((a, b) => b.score - a.score);
    const [plainest] = byWhole;
    return {
      ranked,
      familiar: plainest?.familiar ?? { words: 0, pairs: 0 },
      mass: (plainest?.total ?? 0) / ranker.lexicon.weight(UNKNOWN_WORD),
    };
  };
}

/** Filler words would fill the list of candidates with whatever shares "thủ tục" and "làm". */
function topicWords(reading: Reading, questions: QuestionReader): Reading {
  const content = questions.content(reading);
  return content.length > 0 ? content : reading;
}

/** The items that say most of a reading in all their texts together, though no single text may be near it. */
function strongest({ items }: Catalogue, readings: readonly WeighedReading[]): IndexedItem[] {
  return readings
    .flatMap(({ strengths }) => largest(strengths.words, STRONGEST))
    .map((place) => items[place])
    .filter((item) => item !== undefined);
}

/** The places of the largest numbers above 0, in no order. */
function largest(numbers: Float64Array, count: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let i = 0; i < numbers.length; i++) {
    if ((numbers[i] ?? 0) <= least) continue;
    places.push(i);
    if (places.length <= count) continue;
    places.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0)).pop();
    least = numbers[places.at(-1) ?? 0] ?? 0;
  }
  return places;
}

type RankerParts = {
  lexicon: Lexicon;
  questions: QuestionReader;
  catalogue: Catalogue;
  shelf: Shelf;
};

function createRanker(
  { vocabulary, isAbolished, isWritten, learned, weights = RANK_WEIGHTS }: RankingParts,
  { lexicon, questions, catalogue: { items }, shelf }: RankerParts,
): Ranker {
  const { codes } = vocabulary.popular;
  const popularity = new Map(codes.map((code, i) => [code, 1 - i / (2 * codes.length)]));
  const places = new Map(items.map((item, place) => [item, place]));
  return {
    lexicon,
    weights,
    emphasis: (word) => questions.emphasis(word),
    popularity: (id) => popularity.get(id) ?? (isAbolished(id) ? -2 : 0),
    isWritten,
    ownWeight: ownWeights(lexicon, shelf.owners.length),
    place: (indexed) => places.get(indexed) ?? -1,
    learned,
    learnedPlace: remembered(items, ({ item }) => learned.place(item)),
    evidence: {
      words: new Evidence(items.map(({ texts }) => texts.map(({ ids }) => ids))),
      pairs: new Evidence(items.map(({ texts }) => texts.map(({ ids }) => pairNumbers(ids)))),
    },
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

function pairNumbers(ids: readonly number[]): number[] {
  return ids.slice(1).map((id, i) => pairNumber(ids[i] ?? 0, id));
}

function remembered<Item, Value>(items: readonly Item[], find: (item: Item) => Value) {
  const known = new Map(items.map((item) => [item, find(item)]));
  return (item: Item) => known.get(item);
}
