import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Sliced } from '../lib/sliced.ts';
import { Nearest } from '../lib/nearest.ts';
import { Catalogue } from './catalogue.ts';
import { Evidence } from './evidence.ts';
import { FacetEvidence } from './facet-evidence.ts';
import { questionIn, wishIn } from './focus.ts';
import { facetAsked, interpret, type Interpretation } from './interpret.ts';
import type { SearchItem } from './item.ts';
import { type HeardIntent, Kinds } from './kinds.ts';
import { Lexicon } from './lexicon.ts';
import { NearTexts } from './overlap.ts';
import { QuestionReader } from './question.ts';
import {
  blend,
  rank,
  type Ranked,
  type Ranker,
  type RankWeights,
  weigh,
  weightsFor,
  type WeighedReading,
} from './rank.ts';
import { habitsOf, Reader, type Reading } from './reading.ts';
import type { IndexedItem, IndexedText, Shelf } from './shelf.ts';
import { type Token, tokenize } from './token.ts';
import { RANK_WEIGHTS } from './weights.ts';

const CANDIDATES = 4; // items for each reading; more find no more
const SEARCHED = 2; // readings; the others find the same
const STRONGEST = 5; // items whose texts together say most of a reading
const POPULAR_LEAD = 0.35; // of evidence; about what `npm run fit` finds it worth
const HOPELESS = 5; // in log odds: over a hundred times less likely than the best
const UNKNOWN_WORD = ''; // weighs as much as one that a single item has

/** What is known of how residents write, and of what they ask for. */
export type RankingParts = {
  vocabulary: Vocabulary;
  /** Abolished procedures give way to what replaced them, unless asked for by their very name. */
  isAbolished: (id: string) => boolean;
  isWritten: (id: string) => boolean;
  weights?: RankWeights;
};

/** How a message was read, and everything it may be about, best first. */
export type Ranking = Interpretation & {
  ranked: readonly Ranked[];
  /** How much of the message, as most likely meant, the catalogue has words for. */
  familiar: WeighedReading['familiar'];
  /** How many rare words the message weighs as much as. */
  mass: number;
  /** The intent that the message sounds like, whatever it is about. */
  sounds: HeardIntent | undefined;
};

/** Reads a message and ranks the items it may be about. */
export type RankItems = (question: string) => Ranking;

/**
 * Builds rankings of lists of items, all of which lie on the shelf already. What is known of words and items is known
 * of the whole shelf: a list of its own takes hardly any room.
 */
export function* createRankings(
  parts: RankingParts,
  shelf: Shelf,
): Sliced<(items: readonly SearchItem[]) => RankItems> {
  const questions = new QuestionReader(parts.vocabulary);
  yield;
  const lexicon = new Lexicon(shelf.items.map(wordsOf), shelf.ids);
  yield;
  const reader = yield* createReader(parts.vocabulary, shelf, lexicon);
  const facets = yield* FacetEvidence.of(parts.vocabulary.facetQuestions, namesOn(shelf));
  const interpreter = { reader, questions, facets };
  const ranker = yield* createRanker(parts, { lexicon, questions, shelf });
  const kinds = yield* Kinds.of(shelf.items, shelf.terms.size);
  const { weights = RANK_WEIGHTS } = parts;
  const rankerFor = (words: number) => ({ ...ranker, weights: weightsFor(words, weights) });
  return (items) => {
    const catalogue = new Catalogue(items, shelf);
    const rankAll = rankerOfAll({ catalogue, questions, rankerFor, shelf });
    return (question) => {
      const typed = tokenize(question);
      const whole = interpret(typed, interpreter);
      const wish = interpret(wishIn(question, typed) ?? [], interpreter);
      const wishes = wish.hasSubject ? wish.readings : [];
      const asked = questionIn(question);
      const found = rankAll({ whole: whole.readings, wish: wishes, length: whole.plainest.length });
      const facet = (asked && facetAsked(asked, interpreter)) ?? whole.facet;
      const sounds = kinds.heardIn(shelf.terms.weigh(whole.plainest));
      return { ...whole, ...found, facet, sounds, readings: [...whole.readings, ...wishes] };
    };
  };
}

function namesOn({ items }: Shelf): (readonly Token[])[][] {
  return items.filter(({ item: { kind } }) => kind === 'procedure').map(wordsOf);
}

/** `length`: how many words there are in the plainest reading. */
type Readings = Record<'whole' | 'wish', readonly Reading[]> & { length: number };
type Found = Omit<Ranking, keyof Interpretation | 'sounds'>;
type FinderParts = {
  catalogue: Catalogue;
  questions: QuestionReader;
  rankerFor: (words: number) => Ranker;
  shelf: Shelf;
};

/** Ranks the items that any reading finds against all of them. */
function rankerOfAll({ catalogue, questions, rankerFor, shelf }: FinderParts) {
  return ({ whole, wish, length }: Readings): Found => {
    const ranker = rankerFor(length);
    const near = new NearTexts(shelf);
    const byWhole = whole.map((reading) => weigh(reading, near, ranker));
    const byWish = wish.map((reading) => weigh(reading, near, ranker));
    const searched = [...wish, ...whole].slice(0, SEARCHED);
    const topics = searched.map((reading) => topicWords(reading, questions));
    const nearest = catalogue.candidates(topics, CANDIDATES);
    const candidates = new Set([
      ...nearest,
      ...strongest(catalogue, [...byWhole, ...byWish], ranker),
    ]);
    const ranked = rankEach([...candidates], { byWhole, byWish }, ranker);
    const [plainest] = byWhole;
    return {
      ranked,
      familiar: plainest?.familiar ?? { words: 0, pairs: 0 },
      mass: (plainest?.total ?? 0) / ranker.lexicon.weight(UNKNOWN_WORD),
    };
  };
}

type Weighed = Record<'byWhole' | 'byWish', readonly WeighedReading[]>;

/** The candidates with their scores, best first, but for those that are hopelessly behind the best. */
function rankEach(
  candidates: readonly IndexedItem[],
  { byWhole, byWish }: Weighed,
  ranker: Ranker,
): Ranked[] {
  const ranked: Ranked[] = [];
  let highest = -Infinity;
  for (const candidate of likeliestFirst(candidates, byWhole)) {
    // What a wish adds to the score is known only once both are: then every candidate is compared.
    const toBeat = byWish.length === 0 ? highest - HOPELESS : -Infinity;
    const whole = rank(candidate, byWhole, { ranker, toBeat });
    const wish = rank(candidate, byWish, { ranker });
    const one = byWish.length === 0 ? whole : blend(whole, wish, ranker);
    if (one === undefined) continue;
    ranked.push(one);
    highest = Math.max(highest, one.score);
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** The sooner the best is known, the more of the others need not be compared text by text. */
function likeliestFirst(
  candidates: readonly IndexedItem[],
  readings: readonly WeighedReading[],
): IndexedItem[] {
  const likely = new Map(
    candidates.map((candidate) => {
      const strengths = readings.map((reading) => reading.strengths[candidate.place] ?? 0);
      return [candidate, Math.max(...strengths)];
    }),
  );
  return candidates.toSorted((a, b) => (likely.get(b) ?? 0) - (likely.get(a) ?? 0));
}

/** Filler words would fill the list of candidates with whatever shares "thủ tục" and "làm". */
function topicWords(reading: Reading, questions: QuestionReader): Reading {
  const content = questions.content(reading);
  return content.length > 0 ? content : reading;
}

/**
 * The items that say most of a reading in all their texts together, though no single text may be near it. Of siblings
 * the one that residents ask for most has the most other names, and says each of them less often.
 */
function strongest(
  { items }: Catalogue,
  readings: readonly WeighedReading[],
  { popularity }: Ranker,
): IndexedItem[] {
  return readings.flatMap(({ strengths }) => {
    const nearest = new Nearest<IndexedItem>(STRONGEST);
    for (const item of items) {
      nearest.offer(item, (strengths[item.place] ?? 0) + POPULAR_LEAD * popularity(item.place));
    }
    return nearest.items;
  });
}

function* createReader(vocabulary: Vocabulary, { items }: Shelf, lexicon: Lexicon): Sliced<Reader> {
  const habits = habitsOf(vocabulary);
  yield;
  return yield* Reader.of(habits, lexicon, items.flatMap(wordsOf));
}

function wordsOf({ texts }: IndexedItem): (readonly Token[])[] {
  return texts.map(({ tokens }) => tokens);
}

type RankerParts = {
  lexicon: Lexicon;
  questions: QuestionReader;
  shelf: Shelf;
};

function* createRanker(
  { vocabulary, isAbolished, isWritten }: RankingParts,
  { lexicon, questions, shelf }: RankerParts,
): Sliced<Omit<Ranker, 'weights'>> {
  const { codes } = vocabulary.popular;
  const ranks = new Map(codes.map((code, i) => [code, 1 - i / (2 * codes.length)]));
  const popularity = Float32Array.from(
    shelf.items,
    ({ item: { id } }) => ranks.get(id) ?? (isAbolished(id) ? -2 : 0),
  );
  const documents = shelf.items.map(({ said }) => said);
  const evidence = yield* Evidence.of(documents, shelf.terms.size);
  return {
    lexicon,
    emphasis: (word) => questions.emphasis(word),
    popularity: (place) => popularity[place] ?? 0,
    isWritten,
    ownWeight: ownWeights(lexicon, shelf.owners.length),
    terms: shelf.terms,
    evidence,
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
