import { climb, dot } from './descent.ts';

const STEPS = 300;
const PULL_TO_ZERO = 2e-4;

/** One question's candidates, and which of them answer it. */
export type Choice = {
  /** The signs of all candidates, one candidate after the other. */
  signs: Float64Array;
  wanted: readonly boolean[];
  /** How much the question counts. */
  weight: number;
  /** How much of a story it is, from 0 to 1. */
  story: number;
};

/**
 * Weights under which the wanted candidates are likeliest: regression on the softmax over each question's candidates.
 * Scores are then log odds: e to the difference of two is how much likelier one is than the other. The first half of the
 * weights is for short questions, the other half for stories. `least` holds what each must not fall below.
 */
export function fitChoices(choices: readonly Choice[], least: readonly number[]): number[] {
  const usable = choices.filter(({ wanted }) => wanted.includes(true));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const size = least.length / 2;
  return climb(least, STEPS, (weights) => {
    const slope = weights.map((weight) => -PULL_TO_ZERO * weight);
    const own = new Float64Array(size);
    for (const choice of usable) {
      for (let i = 0; i < size; i++) {
        own[i] = (1 - choice.story) * (weights[i] ?? 0) + choice.story * (weights[size + i] ?? 0);
      }
      pushUp(slope, own, choice, total);
    }
    return slope;
  });
}

/** Adds to the slope how the weights have to change for the wanted candidates to become likelier. */
function pushUp(slope: number[], own: Float64Array, choice: Choice, total: number): void {
  const { signs, wanted, weight, story } = choice;
  const size = own.length;
  const likely = shares(scoresOf(signs, own));
  let mass = Number.MIN_VALUE;
  for (let c = 0; c < wanted.length; c++) if (wanted[c] === true) mass += likely[c] ?? 0;
  for (let c = 0; c < wanted.length; c++) {
    const share = likely[c] ?? 0;
    const pull = ((wanted[c] === true ? share / mass : 0) - share) * (weight / total);
    for (let i = 0; i < size; i++) {
      const push = pull * (signs[c * size + i] ?? 0);
      slope[i] = (slope[i] ?? 0) + (1 - story) * push;
      slope[size + i] = (slope[size + i] ?? 0) + story * push;
    }
  }
}

function scoresOf(signs: Float64Array, own: Float64Array): Float64Array {
  const size = own.length;
  const scores = new Float64Array(signs.length / size);
  for (let c = 0; c < scores.length; c++) {
    let score = 0;
    for (let i = 0; i < size; i++) score += (signs[c * size + i] ?? 0) * (own[i] ?? 0);
    scores[c] = score;
  }
  return scores;
}

/** A row of signs, and whether what they are signs of was so. */
export type Outcome = { row: readonly number[]; isSo: boolean; weight: number };

/** Weights of a logistic model: how likely it is so, from its signs. `least` holds what each must not fall below. */
export function fitOutcomes(outcomes: readonly Outcome[], least: readonly number[]): number[] {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  return climb(least, 2 * STEPS, (weights) => {
    const slope = weights.map((weight) => -PULL_TO_ZERO * weight);
    for (const { row, isSo, weight } of outcomes) {
      const pull = ((Number(isSo) - likelihood(row, weights)) * weight) / total;
      for (let i = 0; i < row.length; i++) slope[i] = (slope[i] ?? 0) + pull * (row[i] ?? 0);
    }
    return slope;
  });
}

/** How likely it is so, by the signs and the weights of a logistic model. */
export function likelihood(row: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(row, weights)));
}

function shares(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  const odds = scores.map((score) => Math.exp(score - highest));
  let total = 0;
  for (const one of odds) total += one;
  return odds.map((one) => one / total);
}
