import type { Talk } from '../knowledge/vocabulary.ts';
import { type Certainty, sharesOf, talkIn } from './certainty.ts';
import { asTalk, type HeardIntent } from './kinds.ts';
import type { Ranked } from './rank.ts';
import type { Ranking } from './ranking.ts';

/** `answer`: sure enough to answer; `choose`: ask which of several; `none`: admit not to know. */
export type Band = 'answer' | 'choose' | 'none';

/** An intent that a message is taken for by its sound, and how likely it is. */
export type Call = { intent: string; chance: number };

/** What is made of a message. */
export type Decision = {
  band: Band;
  /** Set when it is thanks, a joke, an insult or another thing that no commune helps with. */
  talk: Talk | undefined;
  /** Set when it sounds like a report or a cry for help, though no matter that it names shows it. */
  call: Call | undefined;
};

// Chosen on the half of the questions that is looked at, so that hardly any question of ours is refused (`npm run fit`).
const KNOWN = 0.3;
/** Above this chance a message is taken for one of ours, even if it sounds like small talk. */
const SURELY_KNOWN = 0.8;
const SURELY_RIGHT = 0.55;
const LIKELY_CALL = 0.25; // that it is one at all, and this one
const TIE = 0.2; // in log odds: the second is nearly as likely, whatever speaks for both
/** Share of the words that must be known before a call is heard: of a strange matter only some syllables are known. */
const HEARD_WORDS = 0.6;
/** How clearly a message must sound like an intent to be taken for it, by what its matter would be. */
const CLEAR_SOUND: Readonly<Record<Band, number>> = { none: 0.1, choose: 0.3, answer: Infinity };
/** Numbers to call do no harm, and a cry for help that is not heard may cost a life. */
const CLEAR_CRY: Readonly<Record<Band, number>> = { none: 0, choose: 0, answer: 0.4 };

/** Evidence is measured in tenths of a log. */
const LOG_ODDS = 10;

/** Decides what a message is: a matter to answer, talk, or an intent that it sounds like. */
export function decide(ranking: Ranking, known: readonly Ranked[], certainty: Certainty): Decision {
  const isStrange =
    ranking.familiar.words < HEARD_WORDS && known[0] !== undefined && isCall(known[0]);
  const band = isStrange ? 'none' : bandOf(known, certainty);
  const heard = heardIn(ranking, known, band);
  if (heard !== undefined) {
    const talk = asTalk(heard.intent);
    if (talk !== undefined) return { band: 'none', talk, call: undefined };
    return { band: 'answer', talk: undefined, call: { ...heard, chance: chanceOf(heard) } };
  }
  const talk = certainty.inScope < SURELY_KNOWN ? talkIn(ranking) : undefined;
  return { band: talk === undefined ? band : 'none', talk, call: undefined };
}

/** The intent that the message sounds like, if it does so clearly enough for what its matter would be. */
function heardIn(
  { sounds, familiar }: Ranking,
  [best]: readonly Ranked[],
  band: Band,
): HeardIntent | undefined {
  if (sounds === undefined || familiar.words < HEARD_WORDS) return undefined;
  const isCry = sounds.intent === 'danger';
  const clear = isCry ? CLEAR_CRY : CLEAR_SOUND;
  const isReport = best !== undefined && isCall(best) && best.indexed.item.id !== sounds.intent;
  return sounds.lead >= (isCry && isReport ? clear.none : clear[band]) ? sounds : undefined;
}

function chanceOf({ lead }: HeardIntent): number {
  return 1 / (1 + Math.exp(-lead * LOG_ODDS));
}

/** Chooses between answering, asking back and admitting not to know. */
export function bandOf(ranked: readonly Ranked[], { inScope, right }: Certainty): Band {
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
