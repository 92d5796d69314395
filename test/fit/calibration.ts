import {
  CERTAINTY_SIGNS,
  certaintySigns,
  type CertaintySigns,
  talkOf,
} from '../../src/search/certainty.ts';
import { TALK } from '../../src/knowledge/vocabulary.ts';
import { bandOf } from '../../src/search/decide.ts';
import { FOLDS, foldOf, named } from './folds.ts';
import { fitOutcomes, likelihood } from './models.ts';
import { isWanted, type Sample } from './samples.ts';

/** Such messages are few among the samples, but not among what residents type. */
const TALK_WEIGHT = 6;
const HELD_OUT_WEIGHT = 0.1; // a way of saying it that we know is seldom as far from all others
const USUAL_WEIGHT = 0.5;
const BINS = 5;

const LIKENESS = [
  'score',
  'union',
  'match',
  'title',
  'accents',
  'mass',
  'words',
  'pairs',
  'evidence',
  'covered',
] as const;
/** A likeness never speaks against a message being ours, even where others explain it away. */
const LEAST_FOR_SCOPE = leastOf(LIKENESS);
const LEAST_FOR_RIGHT = leastOf(['score', 'share', 'lead', 'union', 'match', 'title', 'accents']);

type Model = Record<'scope' | 'right', CertaintySigns>;
type Judged = {
  sample: Sample;
  row: number[];
  weight: number;
  isInScope: boolean;
  isRight: boolean;
};

/** The weights of certainty, fitted to samples as weights rank them that did not know them. */
export function fitCertainty(samples: readonly Sample[]): Model {
  const { scope, right } = fitRows(samples.flatMap(judge));
  return { scope: named(CERTAINTY_SIGNS, scope), right: named(CERTAINTY_SIGNS, right) };
}

/** How well the chances that certainty gives come true, for samples it was not fitted to, as tables. */
export function calibration(samples: readonly Sample[]): string {
  const outcomes = samples.flatMap(judge);
  const guesses = Array.from({ length: FOLDS }, (_, fold) => {
    const isHere = ({ sample }: Judged) => foldOf(sample) === fold;
    const { scope, right } = fitRows(outcomes.filter((one) => !isHere(one)));
    return outcomes.filter(isHere).map((one) => ({
      ...one,
      inScope: likelihood(one.row, scope),
      right: likelihood(one.row, right),
    }));
  }).flat();
  const asked = guesses.filter(({ sample }) => sample.weight > 2 || sample.isUnknown === true);
  const known = asked.filter(({ isInScope }) => isInScope);
  return [
    'chance of being ours: said and true',
    ...bins(asked.map(({ inScope, isInScope }) => ({ said: inScope, isTrue: isInScope }))),
    'chance of being right: said and true',
    ...bins(known.map(({ right, isRight }) => ({ said: right, isTrue: isRight }))),
    'what is done, by set (%): answered rightly, answered wrongly, asked back, refused',
    ...bandsBySet(asked),
  ].join('\n');
}

function judge(sample: Sample): Judged[] {
  const signs = certaintySigns(sample.ranking);
  const [best] = sample.ranking.ranked;
  const isUnknown = sample.isUnknown === true;
  const isJudged = isUnknown || sample.wanted.length > 0;
  if (signs === undefined || best === undefined || !isJudged) return [];
  const isTalk = TALK.some((talk) => sample.wanted.includes(talk));
  const isInScope = !isTalk && !isUnknown;
  const usual = sample.isHeldOut ? HELD_OUT_WEIGHT : USUAL_WEIGHT;
  return [
    {
      sample,
      row: CERTAINTY_SIGNS.map((name) => signs[name]),
      weight: sample.weight * (isTalk ? TALK_WEIGHT : usual),
      isInScope,
      isRight: sample.isVague !== true && isWanted(sample, best),
    },
  ];
}

function fitRows(outcomes: readonly Judged[]): Record<'scope' | 'right', number[]> {
  const known = outcomes.filter(({ isInScope }) => isInScope);
  return {
    scope: fitOutcomes(
      outcomes.map((one) => ({ ...one, isSo: one.isInScope })),
      LEAST_FOR_SCOPE,
    ),
    right: fitOutcomes(
      known.map((one) => ({ ...one, isSo: one.isRight })),
      LEAST_FOR_RIGHT,
    ),
  };
}

function leastOf(neverAgainst: readonly (keyof CertaintySigns)[]): number[] {
  return CERTAINTY_SIGNS.map((name) => (neverAgainst.includes(name) ? 0 : -Infinity));
}

function bins(guesses: readonly { said: number; isTrue: boolean }[]): string[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const here = guesses.filter(({ said }) => Math.min(BINS - 1, Math.floor(said * BINS)) === bin);
    const said = here.reduce((sum, one) => sum + one.said, 0) / here.length;
    const isTrue = here.filter((one) => one.isTrue).length / here.length;
    return `  ${percent(said)} ${percent(isTrue)}  (${here.length})`;
  });
}

type Guess = Judged & { inScope: number; right: number };

function bandsBySet(guesses: readonly Guess[]): string[] {
  const sets = [...new Set(guesses.map(({ sample }) => sample.set))];
  return sets.map((set) => {
    const done = guesses.filter(({ sample }) => sample.set === set).map(doneWith);
    const share = (what: string) =>
      percent(done.filter((one) => one === what).length / done.length);
    const shares = ['right', 'wrong', 'choose', 'none'].map(share).join(' ');
    return `  ${set.padEnd(14)} ${shares}  (${done.length})`;
  });
}

function doneWith({ sample, inScope, right, isRight }: Guess): string {
  const ranked = sample.ranking.ranked.filter((one) => talkOf(one) === undefined);
  const band = bandOf(ranked, { inScope, right });
  if (band !== 'answer') return band;
  return isRight ? 'right' : 'wrong';
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
