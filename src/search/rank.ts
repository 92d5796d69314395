import { type ActionName, actionsIn, onlyIn } from './action-words.ts';
import { bestText } from './compare.ts';
import type { Evidence } from './evidence.ts';
import type { ItemKind } from './item.ts';
import type { Lexicon } from './lexicon.ts';
import { type NearTexts, Sheet } from './overlap.ts';
import type { Reading } from './reading.ts';
import type { IndexedItem, IndexedText } from './shelf.ts';
import type { Terms } from './terms.ts';
import type { Token } from './token.ts';
import { RANK_WEIGHTS } from './weights.ts';

/** The signs of a match: shares between 0 and 1, penalties of 0 or less, and 1 for what kind of item it is. */
export type Features = Readonly<Record<keyof typeof RANK_WEIGHTS.short, number>>;

/**
 * What each sign of a match is worth in a question of a few words, and in a story, where what is usual counts less and
 * the words that were found more. `npm run fit` finds the values.
 */
export type RankWeights = Readonly<Record<'short' | 'story', Features>>;

/** The names of all signs. */
export const FEATURES: readonly (keyof Features)[] = Object.keys(RANK_WEIGHTS.short).filter(
  isFeature,
);

const SHORT_WORDS = 7;
const STORY_WORDS = 19;

/** How much of a story a message of so many words is: 0 for a plain question, 1 at most. */
export function storyShare(words: number): number {
  return Math.min(1, Math.max(0, (words - SHORT_WORDS) / (STORY_WORDS - SHORT_WORDS)));
}

/** What each sign is worth in a message of so many words. */
export function weightsFor(words: number, { short, story }: RankWeights): Features {
  const share = storyShare(words);
  const weights: Record<keyof Features, number> = { ...short };
  for (const name of FEATURES) weights[name] += share * (story[name] - short[name]);
  return weights;
}

const NEARLY_ALL = { from: 0.9, to: 0.98 };
const COMMON_WEIGHT = 2.5; // of a word that one item in twelve has
const WISH_SHARE = 0.3;
const TELLING_SHARE = 0.25; // of the heaviest word of the question
/** A word that no text has says little about which text is meant. */
export const UNKNOWN_WORD_SHARE = 0.45;

export type Ranked = {
  indexed: IndexedItem;
  part: string | undefined;
  score: number;
  features: Features;
};

export type Ranker = {
  lexicon: Lexicon;
  /** What each sign is worth in the message at hand. */
  weights: Features;
  /** Share of its weight that a word keeps: fillers and kinship words keep little. */
  emphasis: (word: Token) => number;
  /** By the place of an item, how often residents ask for it: 1 for what they ask for most, 0 for most things. */
  popularity: (place: number) => number;
  /** Whether the item was written out in full, as those are that residents ask for most. */
  isWritten: (id: string) => boolean;
  /** What all words of a text weigh together. */
  ownWeight: (text: IndexedText) => number;
  terms: Terms;
  /** What items say in all their texts together, by their places. */
  evidence: Evidence;
};

/** A reading with the weight of each word, laid out once for all candidates. */
export type WeighedReading = {
  /** What all words weigh together. */
  total: number;
  sheet: Sheet;
  actions: ReadonlySet<ActionName>;
  /** Share of the weight that was typed, and not put in for everyday words. */
  faithful: number;
  /** Share of the weight whose words the catalogue knows, and of that whose neighbours it knows side by side. */
  familiar: { words: number; pairs: number };
  /** By the place of each item. */
  strengths: Float32Array;
  /** The greatest of them. */
  strongest: number;
};

/** Weighs the words of a reading, and adds the texts to look at to `near`. Words that the catalogue does not know keep less than half of their weight. */
export function weigh(reading: Reading, near: NearTexts, ranker: Ranker): WeighedReading {
  const { lexicon, emphasis } = ranker;
  const fullWeights = reading.map(({ syllable }) => lexicon.weight(syllable));
  const isKnown = reading.map(({ syllable }) => lexicon.knows(syllable));
  const shares = reading.map((word) => emphasis(word));
  const weights = fullWeights.map((full, i) => {
    const kept = shares[i] ?? 1;
    // "Thủ tục" is rare in names, and still says nothing.
    if (kept < 1) return kept * Math.min(full, COMMON_WEIGHT);
    return isKnown[i] === true ? full : full * UNKNOWN_WORD_SHARE;
  });
  const total = sum(weights);
  const heaviest = Math.max(0, ...weights);
  const telling = weights.map((weight) => weight >= heaviest * TELLING_SHARE);
  const known = sum(weights.filter((_, i) => isKnown[i] === true));
  const typed = sum(weights.filter((_, i) => reading[i]?.isAssumed !== true));
  const strengths = ranker.evidence.strengths(ranker.terms.weigh(reading, speaking(shares)));
  return {
    total,
    sheet: new Sheet({ words: reading, weights, fullWeights, telling }, near),
    actions: actionsIn(reading),
    faithful: share(typed, total),
    familiar: {
      words: share(known, known + (total - known) / UNKNOWN_WORD_SHARE),
      pairs: familiarPairs(reading, weights, lexicon),
    },
    strengths,
    strongest: largestOf(strengths),
  };
}

/** What words say as evidence: in a story kinship and fillers tell of what happened, in a plain question of nothing. */
function speaking(shares: readonly number[]): number[] {
  const story = storyShare(shares.length);
  return shares.map((share) => story + (1 - story) * share);
}

/** Share of the weight that neighbours have who stand side by side somewhere in the catalogue. */
function familiarPairs(reading: Reading, weights: readonly number[], lexicon: Lexicon): number {
  let [known, all] = [0, 0];
  reading.slice(1).forEach(({ syllable }, i) => {
    const weight = (weights[i] ?? 0) + (weights[i + 1] ?? 0);
    all += weight;
    if (lexicon.pairCount(reading[i]?.syllable ?? '', syllable) > 0) known += weight;
  });
  return share(known, all);
}

/** Scores one candidate against every reading and keeps the best; undefined when none can score above `toBeat`. */
export function rank(
  indexed: IndexedItem,
  readings: readonly WeighedReading[],
  { ranker, toBeat = -Infinity }: { ranker: Ranker; toBeat?: number },
): Ranked | undefined {
  let best: Ranked | undefined;
  for (const reading of readings) {
    if (reading.total === 0) continue;
    const atMost = featuresAtMost(indexed, reading, ranker);
    if (combine(atMost, ranker.weights) <= Math.max(toBeat, best?.score ?? -Infinity)) continue;
    const match = bestText(indexed, reading, ranker);
    if (match === undefined) continue;
    const { signs, text } = match;
    const exact = exactness(signs.match);
    const named = isName(indexed, text) ? exact : 0;
    const features = { ...atMost, ...signs, exact, named };
    const score = combine(features, ranker.weights);
    if (score > (best?.score ?? -Infinity)) best = { indexed, part: text.part, score, features };
  }
  return best;
}

/** The signs of an item, with those of its best text as good as they can be: comparing texts is what takes time. */
function featuresAtMost(indexed: IndexedItem, reading: WeighedReading, ranker: Ranker): Features {
  const { item, actions } = indexed;
  const { strengths, sheet, total } = reading;
  const is = (kind: ItemKind) => (item.kind === kind ? 1 : 0);
  const union = sheet.coverage(indexed.words) / total;
  const missed = onlyIn(reading.actions, actions);
  const demand = ranker.popularity(indexed.place);
  return {
    match: union,
    exact: exactness(union),
    named: exactness(union),
    window: 1,
    accents: 0,
    union,
    evidence: strengths[indexed.place] ?? 0,
    evidenceLead: (strengths[indexed.place] ?? 0) - reading.strongest,
    title: titleCoverage(indexed, sheet, ranker),
    missedActions: -missed,
    extraActions: -onlyIn(actions, reading.actions),
    faithful: reading.faithful,
    // What most residents want is not what somebody wants who says otherwise.
    popularity: missed > 0 ? Math.min(0, demand) : demand,
    written: ranker.isWritten(item.id) ? 1 : 0,
    faq: is('faq'),
    referral: is('referral'),
    plan: is('plan'),
    intent: is('intent'),
  };
}

/** From 0 to 1, how near a match is to being word for word; polite words around it take nothing away. */
function exactness(match: number): number {
  const { from, to } = NEARLY_ALL;
  return Math.min(1, Math.max(0, (match - from) / (to - from)));
}

/** Whether the text is what the item is called: everyday words may fit several items, a name hardly does. */
function isName({ item, texts }: IndexedItem, text: IndexedText): boolean {
  return text === texts[0] || (item.kind === 'procedure' && text === texts[1]);
}

/** How much of the item's title was named: what the title says beyond the question speaks against it. */
function titleCoverage(
  { texts: [title] }: IndexedItem,
  sheet: Sheet,
  { ownWeight }: Ranker,
): number {
  return title === undefined ? 0 : sheet.shared(title) / ownWeight(title);
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
export function combine(features: Features, weights: Features): number {
  let score = 0;
  for (const name of FEATURES) score += features[name] * weights[name];
  return score;
}

function isFeature(name: string): name is keyof Features {
  return name in RANK_WEIGHTS.short;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function largestOf(numbers: Float32Array): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
