import { type Certainty, sharesOf } from './certainty.ts';
import type { Ranked } from './rank.ts';

/** `answer`: sure enough to answer; `choose`: ask which of several; `none`: admit not to know. */
export type Band = 'answer' | 'choose' | 'none';

// Chosen on the half of the questions that is looked at, so that hardly any question of ours is refused (`npm run fit`).
const KNOWN = 0.3;
/** Above this chance a message is taken for one of ours, even if it sounds like small talk. */
export const SURELY_KNOWN = 0.8;
const SURELY_RIGHT = 0.55;
const LIKELY_CALL = 0.25; // that it is one at all, and this one
const TIE = 0.2; // in log odds: the second is nearly as likely, whatever speaks for both

/** Chooses between answering, asking back and admitting not to know. */
export function decide(ranked: readonly Ranked[], { inScope, right }: Certainty): Band {
  const [best, second] = ranked;
  if (best === undefined) return 'none';
  // A report is read back before anything is filed, and emergency numbers do no harm: a guess costs one tap.
  if (isCall(best)) return inScope * (sharesOf(ranked)[0] ?? 0) < LIKELY_CALL ? 'none' : 'answer';
  if (inScope < KNOWN) return 'none';
  const isTie =
    second !== undefined && (best.score - second.score < TIE || areNamesakes(best, second));
  return !isTie && inScope >= SURELY_KNOWN && right >= SURELY_RIGHT ? 'answer' : 'choose';
}

/** Both are called just as the question says: only the resident knows which is meant. */
function areNamesakes(best: Ranked, second: Ranked): boolean {
  return best.features.exact === 1 && second.features.exact === 1;
}

function isCall({ indexed: { item } }: Ranked): boolean {
  return item.kind === 'intent' && (item.id === 'report' || item.id === 'danger');
}
