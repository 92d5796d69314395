import { actionDistance, actionsIn, type ActionName } from './action-words.ts';
import type { IndexedItem, IndexedText } from './catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { agrees, type Token } from './token.ts';

/** What each sign of a match is worth. The script that fits them writes them here. */
export type RankWeights = {
  match: number;
  pairs: number;
  window: number;
  union: number;
  accents: number;
  actions: number;
  popularity: number;
};

export const DEFAULT_WEIGHTS: RankWeights = {
  match: 0.55,
  pairs: 0.15,
  window: 0.2,
  union: 0.1,
  accents: 0.15,
  actions: 0.1,
  popularity: 0.06,
};

const WINDOW_WORDS = 4;
const TELLING_SHARE = 0.25; // of the heaviest word of the question
const UNKNOWN_WORD_SHARE = 0.45; // a word that no text has says little about which text is meant

export type Ranked = {
  indexed: IndexedItem;
  part: string | undefined;
  score: number;
  features: Features;
};

export type Ranker = {
  lexicon: Lexicon;
  weights: RankWeights;
  /** Share of its weight that a word keeps: fillers and kinship words keep little. */
  emphasis: (word: Token) => number;
  popularity: (id: string) => number;
  /** What all words of a text weigh together. */
  ownWeight: (text: IndexedText) => number;
};

/** The signs of a match, each between 0 and 1 but for the penalties, which are 0 or less. */
export type Features = Readonly<Record<keyof RankWeights, number>>;

/** A reading with the weight of each word, computed once for all candidates. */
export type WeighedReading = {
  words: readonly Token[];
  weights: readonly number[];
  /** What each word weighs in the catalogue, whatever its part in this question. */
  fullWeights: readonly number[];
  total: number;
  /** Which words weigh enough to tell texts apart. */
  telling: readonly boolean[];
  actions: ReadonlySet<ActionName>;
};

/** Weighs the words of a reading. Words that the catalogue does not know keep less than half of their weight. */
export function weigh(reading: Reading, { lexicon, emphasis }: Ranker): WeighedReading {
  const fullWeights = reading.map(({ syllable }) => lexicon.weight(syllable));
  const weights = reading.map((word, i) => {
    const known = lexicon.knows(word.syllable) ? 1 : UNKNOWN_WORD_SHARE;
    return (fullWeights[i] ?? 0) * emphasis(word) * known;
  });
  const heaviest = Math.max(0, ...weights);
  const telling = weights.map((weight) => weight >= heaviest * TELLING_SHARE);
  const actions = actionsIn(reading);
  return { words: reading, weights, fullWeights, total: sum(weights), telling, actions };
}

/** Scores one candidate against every reading and keeps the best. Scores lie roughly between 0 and 1. */
export function rank(
  indexed: IndexedItem,
  readings: readonly WeighedReading[],
  ranker: Ranker,
): Ranked | undefined {
  const popularity = ranker.popularity(indexed.item.id);
  let best: Ranked | undefined;
  for (const reading of readings) {
    if (reading.total === 0) continue;
    const union = unionCoverage(indexed, reading);
    const actions = actionDistance(reading.actions, indexed.actions);
    for (const text of textsToCompare(indexed, reading)) {
      const features = compare(text, reading, { ranker, union, actions, popularity });
      if (features === undefined) continue;
      const score = combine(features, ranker.weights);
      if (score > (best?.score ?? 0)) best = { indexed, part: text.part, score, features };
    }
  }
  return best;
}

/** The texts that share a word of weight with the reading: the others cannot be the best. */
function textsToCompare({ textsWith }: IndexedItem, { words, telling }: WeighedReading) {
  const texts = new Set<IndexedText>();
  for (let i = 0; i < words.length; i++) {
    if (telling[i] !== true) continue;
    for (const text of textsWith.get(words[i]?.syllable ?? '') ?? []) texts.add(text);
  }
  return texts;
}

type ItemSigns = { ranker: Ranker; union: number; actions: number; popularity: number };

/** The signs of one text, or undefined when it shares no word with the reading. */
function compare(
  text: IndexedText,
  reading: WeighedReading,
  { ranker, union, actions, popularity }: ItemSigns,
): Features | undefined {
  const { words, weights, fullWeights, total } = reading;
  const seen = new Set<string>();
  const hits: number[] = [];
  let [matched, shared, clashes] = [0, 0, 0];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const same = word && text.bySyllable.get(word.syllable);
    const weight = same === undefined ? 0 : (weights[i] ?? 0);
    hits.push(weight);
    if (word === undefined || same === undefined) continue;
    matched += weight;
    if (!seen.has(word.syllable)) shared += fullWeights[i] ?? 0;
    seen.add(word.syllable);
    if (!agrees(word, same)) clashes += weight;
  }
  if (matched === 0) return undefined;
  const precision = shared / ranker.ownWeight(text);
  return {
    match: (matched / total) * Math.sqrt(precision),
    pairs: pairCoverage(text, reading),
    window: windowCoverage(hits, weights) * precision,
    union,
    accents: -clashes / total,
    actions,
    popularity,
  };
}

/** How much of the question's neighbouring words stand side by side in the text. */
function pairCoverage(text: IndexedText, { words, weights }: WeighedReading): number {
  let total = 0;
  let shared = 0;
  for (let i = 1; i < words.length; i++) {
    const weight = (weights[i - 1] ?? 0) + (weights[i] ?? 0);
    total += weight;
    const first = words[i - 1]?.syllable ?? '';
    const second = words[i]?.syllable ?? '';
    const bothKnown = text.bySyllable.has(first) && text.bySyllable.has(second);
    if (bothKnown && text.pairs.has(`${first} ${second}`)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** The best-matching stretch of four words: in a long story only a few words name the matter. */
function windowCoverage(hits: readonly number[], weights: readonly number[]): number {
  let best = 0;
  let total = 0;
  let hit = 0;
  for (let end = 0; end < weights.length; end++) {
    total += weights[end] ?? 0;
    hit += hits[end] ?? 0;
    if (end >= WINDOW_WORDS) {
      total -= weights[end - WINDOW_WORDS] ?? 0;
      hit -= hits[end - WINDOW_WORDS] ?? 0;
    }
    const isWhole = end >= WINDOW_WORDS - 1 || end === weights.length - 1;
    if (isWhole && total > 0) best = Math.max(best, hit / total);
  }
  return best;
}

/** How much of the question all texts of the item together speak of. */
function unionCoverage(
  { textsWith }: IndexedItem,
  { words, weights, total }: WeighedReading,
): number {
  let covered = 0;
  for (let i = 0; i < words.length; i++) {
    if (textsWith.has(words[i]?.syllable ?? '')) covered += weights[i] ?? 0;
  }
  return covered / total;
}

function combine(features: Features, weights: RankWeights): number {
  return (
    features.match * weights.match +
    features.pairs * weights.pairs +
    features.window * weights.window +
    features.union * weights.union +
    features.accents * weights.accents +
    features.actions * weights.actions +
    features.popularity * weights.popularity
  );
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
