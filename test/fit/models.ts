import { add, climb, dot } from './descent.ts';

const STEPS = 400;
const PULL_TO_ZERO = 2e-4;

/** One question's candidates, each a row of signs, and which of them answer it. */
export type Choice = {
  rows: readonly (readonly number[])[];
  wanted: readonly boolean[];
  /** How much the question counts. */
  weight: number;
};

/**
 * Weights under which the wanted candidates are likeliest: regression on the softmax over each question's candidates.
 * Scores are then log odds: e to the difference of two is how much likelier one is than the other. `least` holds what each
 * weight must not fall below.
 */
export function fitChoices(choices: readonly Choice[], least: readonly number[]): number[] {
  const usable = choices.filter(({ wanted }) => wanted.includes(true));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  return climb(least, STEPS, (weights) => {
    const slope = weights.map((weight) => -PULL_TO_ZERO * weight);
    for (const { rows, wanted, weight } of usable) {
      const likely = shares(rows.map((row) => dot(row, weights)));
      const mass = likely.reduce((sum, share, i) => sum + (wanted[i] === true ? share : 0), 0);
      rows.forEach((row, i) => {
        const share = likely[i] ?? 0;
        const pull = (wanted[i] === true ? share / Math.max(mass, Number.MIN_VALUE) : 0) - share;
        add(slope, row, (pull * weight) / total);
      });
    }
    return slope;
  });
}

/** A row of signs, and whether what they are signs of was so. */
export type Outcome = { row: readonly number[]; isSo: boolean; weight: number };

/** Weights of a logistic model: how likely it is so, from its signs. */
export function fitOutcomes(outcomes: readonly Outcome[]): number[] {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  const least = outcomes[0]?.row.map(() => -Infinity) ?? [];
  return climb(least, 4 * STEPS, (weights) => {
    const slope = weights.map((weight) => -PULL_TO_ZERO * weight);
    for (const { row, isSo, weight } of outcomes) {
      const likely = 1 / (1 + Math.exp(-dot(row, weights)));
      add(slope, row, ((Number(isSo) - likely) * weight) / total);
    }
    return slope;
  });
}

function shares(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
