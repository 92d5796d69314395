import { type ActionName, actionsIn, onlyIn } from './action-words.ts';
import type { IndexedItem, IndexedText } from './catalogue.ts';
import { compareTexts, type TextSigns } from './compare.ts';
import type { Evidence } from './evidence.ts';
import type { ItemKind } from './item.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Token } from './token.ts';
import { RANK_WEIGHTS } from './weights.ts';

/** What each sign of a match is worth. `npm run fit` finds the values. */
export type RankWeights = Readonly<Record<keyof typeof RANK_WEIGHTS, number>>;

/** The signs of a match: shares between 0 and 1, penalties of 0 or less, and 1 for what kind of item it is. */
export type Features = RankWeights;

/** The names of all signs. */
export const FEATURES: readonly (keyof Features)[] = Object.keys(RANK_WEIGHTS).filter(isFeature);

const NEARLY_ALL = 0.97;
const WISH_SHARE = 0.3;
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
  /** Whether the item was written out in full, as those are that residents ask for most. */
  isWritten: (id: string) => boolean;
  /** What all words of a text weigh together. */
  ownWeight: (text: IndexedText) => number;
  /** Where an item stands in what the evidence was made of. */
  place: (indexed: IndexedItem) => number;
  /** What items say in all their texts together, by words, by neighbouring words, and in their details. */
  evidence: Readonly<Record<'words' | 'pairs' | 'details', Evidence>>;
};

/** A reading with the weight of each word, computed once for all candidates. */
export type WeighedReading = {
  words: readonly Token[];
  weights: readonly number[];
  /** What each word weighs in the catalogue, whatever its part in this question. */
  fullWeights: readonly number[];
  total: number;
  /** Which words weigh enough to tell texts apart. */
  telling: readonly boolean[];
  syllables: ReadonlySet<string>;
  actions: ReadonlySet<ActionName>;
  /** Share of the weight that was typed, and not put in for everyday words. */
  faithful: number;
  /** Share of the weight whose words the catalogue knows, and of that whose neighbours it knows side by side. */
  familiar: { words: number; pairs: number };
  /** By the place of each item. */
  strengths: Readonly<Record<'words' | 'pairs' | 'details', Float64Array>>;
};

/** Weighs the words of a reading. Words that the catalogue does not know keep less than half of their weight. */
export function weigh(reading: Reading, { lexicon, emphasis, evidence }: Ranker): WeighedReading {
  const fullWeights = reading.map(({ syllable }) => lexicon.weight(syllable));
  const weights = reading.map((word, i) => {
    const known = lexicon.knows(word.syllable) ? 1 : UNKNOWN_WORD_SHARE;
    return (fullWeights[i] ?? 0) * emphasis(word) * known;
  });
  const total = sum(weights);
  const knownWeight = sum(weights.filter((_, i) => lexicon.knows(reading[i]?.syllable ?? '')));
  const unknownWeight = (total - knownWeight) / UNKNOWN_WORD_SHARE;
  const heaviest = Math.max(0, ...weights);
  const typedWeight = sum(weights.filter((_, i) => reading[i]?.isAssumed !== true));
  const terms = reading.map(({ syllable }) => syllable);
  const pairs = terms.slice(1).map((term, i) => `${terms[i] ?? ''} ${term}`);
  const pairWeights = pairs.map((_, i) => (weights[i] ?? 0) + (weights[i + 1] ?? 0));
  return {
    words: reading,
    weights,
    fullWeights,
    total,
    telling: weights.map((weight) => weight >= heaviest * TELLING_SHARE),
    syllables: new Set(terms),
    actions: actionsIn(reading),
    faithful: total === 0 ? 0 : typedWeight / total,
    familiar: {
      words: knownWeight / Math.max(knownWeight + unknownWeight, 1e-9),
      pairs:
        sum(
          pairWeights.filter((_, i) => lexicon.pairCount(terms[i] ?? '', terms[i + 1] ?? '') > 0),
        ) / Math.max(sum(pairWeights), 1e-9),
    },
    strengths: {
      words: evidence.words.strengths(terms, weights),
      pairs: evidence.pairs.strengths(pairs, pairWeights),
      details: evidence.details.strengths(terms, weights),
    },
  };
}

/** Scores one candidate against every reading and keeps the best. */
export function rank(
  indexed: IndexedItem,
  readings: readonly WeighedReading[],
  ranker: Ranker,
): Ranked | undefined {
  let best: Ranked | undefined;
  for (const reading of readings) {
    if (reading.total === 0) continue;
    const signs = compareTexts(indexed, reading, ranker);
    if (signs === undefined) continue;
    const features = featuresOf(indexed, { reading, signs, ranker });
    const score = combine(features, ranker.weights);
    if (score > (best?.score ?? -Infinity)) {
      best = { indexed, part: signs.part, score, features };
    }
  }
  return best;
}

type Match = { reading: WeighedReading; signs: TextSigns; ranker: Ranker };

function featuresOf(indexed: IndexedItem, { reading, signs, ranker }: Match): Features {
  const { item, actions } = indexed;
  const { strengths } = reading;
  const at = ranker.place(indexed);
  const is = (kind: ItemKind) => (item.kind === kind ? 1 : 0);
  return {
    match: signs.match,
    exact: signs.match > NEARLY_ALL ? 1 : 0,
    coverage: signs.coverage,
    pairs: signs.pairs,
    window: signs.window,
    accents: signs.accents,
    union: unionCoverage(indexed, reading),
    bag: strengths.words[at] ?? 0,
    bagPairs: strengths.pairs[at] ?? 0,
    details: strengths.details[at] ?? 0,
    title: titleCoverage(indexed, reading, ranker),
    missedActions: -onlyIn(reading.actions, actions),
    extraActions: -onlyIn(actions, reading.actions),
    faithful: reading.faithful,
    popularity: ranker.popularity(item.id),
    written: ranker.isWritten(item.id) ? 1 : 0,
    faq: is('faq'),
    referral: is('referral'),
    plan: is('plan'),
    intent: is('intent'),
  };
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

/** How much of the item's title was named: what the title says beyond the question speaks against it. */
function titleCoverage(
  { texts: [title] }: IndexedItem,
  { syllables }: WeighedReading,
  { lexicon, ownWeight }: Ranker,
): number {
  if (title === undefined) return 0;
  let named = 0;
  for (const syllable of title.bySyllable.keys()) {
    if (syllables.has(syllable)) named += lexicon.weight(syllable);
  }
  return named / ownWeight(title);
}

/** In a story the clause that says what is wanted counts more than one clause of many. */
export function blend(
  whole: Ranked | undefined,
  wish: Ranked | undefined,
  { weights }: Ranker,
): Ranked | undefined {
  const better = (wish?.score ?? -Infinity) > (whole?.score ?? -Infinity) ? wish : whole;
  if (better === undefined) return undefined;
  const features: Record<keyof Features, number> = { ...better.features };
  for (const name of FEATURES) {
    const [byWhole, byWish] = [whole?.features[name] ?? 0, wish?.features[name] ?? 0];
    features[name] = WISH_SHARE * byWish + (1 - WISH_SHARE) * byWhole;
  }
  return { ...better, features, score: combine(features, weights) };
}

/** The weighted sum of the signs. */
export function combine(features: Features, weights: RankWeights): number {
  let score = 0;
  for (const name of FEATURES) score += features[name] * weights[name];
  return score;
}

function isFeature(name: string): name is keyof Features {
  return name in RANK_WEIGHTS;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
