import { actionDistance, actionsIn, type ActionName } from './action-words.ts';
import type { Lexicon } from './lexicon.ts';
import { type NearTexts, Sheet } from './overlap.ts';
import type { Reading } from './reading.ts';
import type { IndexedItem, IndexedText } from './shelf.ts';
import type { Token } from './token.ts';

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

/** A reading with the weight of each word, laid out once for all candidates. */
export type WeighedReading = {
  /** What all words weigh together. */
  total: number;
  sheet: Sheet;
  actions: ReadonlySet<ActionName>;
};

/** Weighs the words of a reading, and adds the texts to look at to `near`. Words that the catalogue does not know keep less than half of their weight. */
export function weigh(
  reading: Reading,
  near: NearTexts,
  { lexicon, emphasis }: Ranker,
): WeighedReading {
  const fullWeights = reading.map(({ syllable }) => lexicon.weight(syllable));
  const weights = reading.map((word, i) => {
    const known = lexicon.knows(word.syllable) ? 1 : UNKNOWN_WORD_SHARE;
    return (fullWeights[i] ?? 0) * emphasis(word) * known;
  });
  const heaviest = Math.max(0, ...weights);
  const telling = weights.map((weight) => weight >= heaviest * TELLING_SHARE);
  const actions = actionsIn(reading);
  const sheet = new Sheet({ words: reading, weights, fullWeights, telling }, near);
  return { total: sum(weights), sheet, actions };
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
    const union = reading.sheet.coverage(indexed.words) / reading.total;
    const actions = actionDistance(reading.actions, indexed.actions);
    const signs = { ranker, union, actions, popularity };
    for (const text of indexed.texts) {
      const features = compare(text, reading, { signs, toBeat: best?.score ?? 0 });
      if (features === undefined) continue;
      const score = combine(features, ranker.weights);
      if (score > (best?.score ?? 0)) best = { indexed, part: text.part, score, features };
    }
  }
  return best;
}

type ItemSigns = { ranker: Ranker; union: number; actions: number; popularity: number };

/** The signs of one text, or undefined when it shares no telling word with the reading or cannot beat this score. */
function compare(
  text: IndexedText,
  { sheet, total }: WeighedReading,
  { signs: { ranker, union, actions, popularity }, toBeat }: { signs: ItemSigns; toBeat: number },
): Features | undefined {
  const overlap = sheet.overlap(text);
  if (overlap === undefined) return undefined;
  const precision = overlap.shared / ranker.ownWeight(text);
  const match = (overlap.matched / total) * Math.sqrt(precision);
  const atBest = {
    match,
    pairs: overlap.pairs,
    window: precision,
    union,
    accents: 0,
    actions,
    popularity,
  };
  if (combine(atBest, ranker.weights) <= toBeat) return undefined;
  const { clashes, window } = sheet.closeness(text);
  return { ...atBest, window: window * precision, accents: -clashes / total };
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
