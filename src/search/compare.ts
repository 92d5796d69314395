import type { Ranker, WeighedReading } from './rank.ts';
import type { IndexedItem, IndexedText } from './shelf.ts';

/** How one text matches a reading. */
export type TextSigns = {
  /** Share of the reading found in the text, times the root of the share of the text found in the reading. */
  match: number;
  /** How much of the best stretch of four words is found: in a long story only a few words name the matter. */
  window: number;
  /** Minus the share of words whose typed marks contradict the text. */
  accents: number;
};

/** The best text of an item, and how well it matches. */
export type BestText = { text: IndexedText; signs: TextSigns };

/** The item's text that matches a reading best; undefined when none shares a telling word with it. */
export function bestText(
  { texts }: IndexedItem,
  reading: WeighedReading,
  ranker: Ranker,
): BestText | undefined {
  let best: BestText | undefined;
  let toBeat = -Infinity;
  for (const text of texts) {
    const signs = compare(text, reading, { ranker, toBeat });
    if (signs === undefined) continue;
    const score = scoreOf(signs, ranker);
    if (score > toBeat) [best, toBeat] = [{ text, signs }, score];
  }
  return best;
}

/** The signs of one text, or undefined when it shares no telling word with the reading or cannot beat this score. */
function compare(
  text: IndexedText,
  { sheet, total }: WeighedReading,
  { ranker, toBeat }: { ranker: Ranker; toBeat: number },
): TextSigns | undefined {
  const overlap = sheet.overlap(text);
  if (overlap === undefined) return undefined;
  const precision = overlap.shared / ranker.ownWeight(text);
  const match = (overlap.matched / total) * Math.sqrt(precision);
  const atBest = { match, window: precision, accents: 0 };
  if (scoreOf(atBest, ranker) <= toBeat) return undefined;
  const { clashes, window } = sheet.closeness(text);
  return { ...atBest, window: window * precision, accents: -clashes / total };
}

function scoreOf(signs: TextSigns, { weights }: Ranker): number {
  return (
    signs.match * weights.match + signs.window * weights.window + signs.accents * weights.accents
  );
}
