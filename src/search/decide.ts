import type { Ranked } from './rank.ts';

/** `answer`: sure enough to answer; `choose`: ask which of several; `none`: admit not to know. */
export type Band = 'answer' | 'choose' | 'none';

// Measured on the practice questions: see test/quality.
const SURE_SCORE = 0.52;
const CLEAR_LEAD = 0.06;
const CERTAIN_SCORE = 0.85;
const FLOOR_SCORE = 0.36;
const REPORT_SCORE = 0.26;

/** Chooses between answering, asking back and admitting not to know, from the ranked candidates. */
export function decide(ranked: readonly Ranked[]): Band {
  const [best, second] = ranked;
  if (best === undefined) return 'none';
  if (best.score < (isReport(best) ? REPORT_SCORE : FLOOR_SCORE)) return 'none';
  // A report is read back before anything is filed, so a guess costs the resident one tap.
  if (isReport(best)) return 'answer';
  const lead = best.score - (second?.score ?? 0);
  if (best.score >= CERTAIN_SCORE && lead > 0.01) return 'answer';
  return best.score >= SURE_SCORE && lead >= CLEAR_LEAD ? 'answer' : 'choose';
}

function isReport({ indexed: { item } }: Ranked): boolean {
  return item.kind === 'intent' && item.id === 'report';
}
