import type { IndexedItem, IndexedText } from './catalogue.ts';
import type { Ranker, WeighedReading } from './rank.ts';
import { agrees } from './token.ts';

const WINDOW_WORDS = 4;

/** How one text matches a reading. */
export type TextSigns = {
  /** Share of the reading found in the text, times the root of the share of the text found in the reading. */
  match: number;
  coverage: number;
  /** Share of the reading's neighbouring words that stand side by side in the text. */
  pairs: number;
  /** How much of the best stretch of four words is found: in a long story only a few words name the matter. */
  window: number;
  /** Minus the share of words whose typed marks contradict the text. */
  accents: number;
  part: string | undefined;
};

/** The signs of the item's text that matches a reading best; undefined when none shares a telling word with it. */
export function compareTexts(
  indexed: IndexedItem,
  reading: WeighedReading,
  ranker: Ranker,
): TextSigns | undefined {
  const { weights } = ranker;
  let best: TextSigns | undefined;
  let bestScore = -Infinity;
  for (const text of textsToCompare(indexed, reading)) {
    const signs = compare(text, reading, ranker);
    if (signs === undefined) continue;
    const score =
      signs.match * weights.match +
      signs.coverage * weights.coverage +
      signs.pairs * weights.pairs +
      signs.window * weights.window +
      signs.accents * weights.accents;
    if (score > bestScore) [best, bestScore] = [signs, score];
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

/** The signs of one text, or undefined when it shares no word with the reading. */
function compare(
  text: IndexedText,
  reading: WeighedReading,
  ranker: Ranker,
): TextSigns | undefined {
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
    coverage: matched / total,
    pairs: pairCoverage(text, reading),
    window: windowCoverage(hits, weights) * precision,
    accents: -clashes / total,
    part: text.part,
  };
}

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
