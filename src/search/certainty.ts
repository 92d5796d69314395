import type { Talk } from '../knowledge/vocabulary.ts';
import { asTalk } from './kinds.ts';
import type { Ranking } from './ranking.ts';
import { type Ranked, UNKNOWN_WORD_SHARE } from './rank.ts';
import { RIGHT_WEIGHTS, SCOPE_WEIGHTS } from './weights.ts';

/** How sure the search is of what it found, from 0 to 1. */
export type Certainty = {
  /** That the message is about something we know. */
  inScope: number;
  /** That the best candidate is what it is about, if it is about something we know. */
  right: number;
};

/** What tells a good answer from a poor one. Each about as large as 1. `npm run fit` finds what they are worth. */
export type CertaintySigns = Readonly<Record<keyof typeof SCOPE_WEIGHTS, number>>;

const MUCH_SCORE = 10;
const MUCH_LEAD = 5;
const MUCH_MASS = 7;
const LITTLE_MASS = 1.2;
const CLEAR_TALK = 4;
const TALK_MATCH = 0.3;
const TALK_EVIDENCE = 0.4;
const STRANGE = 0.25; // share of known words: other languages and keyboard mashing have less
const LEAST_SCORE = -9; // of what is not among the candidates

/** The talk that this candidate stands for; undefined when it is something that the commune helps with. */
export function talkOf({ indexed: { item } }: Ranked): Talk | undefined {
  return item.kind === 'intent' ? asTalk(item.id) : undefined;
}

/** What talk a message is that says so little of what we know that nobody need look into it; undefined when it is more. */
export function talkIn({ ranked: [best], familiar }: Ranking): Talk | undefined {
  const { match = 0, evidence = 0 } = best?.features ?? {};
  const isHeard = match >= TALK_MATCH || evidence >= TALK_EVIDENCE;
  const talk = best === undefined ? undefined : talkOf(best);
  if (talk !== undefined && isHeard) return talk;
  return familiar.words < STRANGE ? 'off-topic' : undefined;
}

/** How sure to be of a ranking; all zero when nothing was found. */
export function certaintyOf(ranking: Ranking): Certainty {
  const signs = certaintySigns(ranking);
  if (signs === undefined) return { inScope: 0, right: 0 };
  return {
    inScope: probability(signs, SCOPE_WEIGHTS),
    right: probability(signs, RIGHT_WEIGHTS),
  };
}

/** The signs of certainty; undefined when nothing was found. */
export function certaintySigns({ ranked, familiar, mass }: Ranking): CertaintySigns | undefined {
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  const { features } = best;
  const talk = ranked.find((one) => talkOf(one) !== undefined)?.score ?? LEAST_SCORE;
  const matter = ranked.find((one) => talkOf(one) === undefined)?.score ?? LEAST_SCORE;
  return {
    bias: 1,
    score: best.score / MUCH_SCORE,
    share: sharesOf(ranked)[0] ?? 0,
    lead: Math.min(best.score - (second?.score ?? 0), MUCH_LEAD) / MUCH_LEAD,
    union: features.union,
    match: features.match,
    title: features.title,
    accents: features.accents,
    evidence: features.evidence,
    covered: features.union * (familiar.words + UNKNOWN_WORD_SHARE * (1 - familiar.words)),
    words: familiar.words,
    pairs: familiar.pairs,
    mass: Math.min(mass, MUCH_MASS) / MUCH_MASS,
    short: mass < LITTLE_MASS ? 1 : 0,
    talk: between(-1, (talk - matter) / CLEAR_TALK, 1),
  };
}

/** How likely each candidate is if one of them is meant: the weights were fitted so that scores are log odds. */
export function sharesOf(ranked: readonly Ranked[]): number[] {
  const highest = Math.max(...ranked.map(({ score }) => score));
  const odds = ranked.map(({ score }) => Math.exp(score - highest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}

/** The logistic model: signs and their weights to a probability. */
export function probability(signs: CertaintySigns, weights: CertaintySigns): number {
  let sum = 0;
  for (const name of CERTAINTY_SIGNS) sum += signs[name] * weights[name];
  return 1 / (1 + Math.exp(-sum));
}

/** The names of all signs. */
export const CERTAINTY_SIGNS: readonly (keyof CertaintySigns)[] =
  Object.keys(SCOPE_WEIGHTS).filter(isSign);

function isSign(name: string): name is keyof CertaintySigns {
  return name in SCOPE_WEIGHTS;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
