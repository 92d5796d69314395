const RATE = 0.1;
const SMOOTHING = 0.9;
const SCALING = 0.999;
const TINY = 1e-8;

/** The slope of what shall grow, at these weights. */
export type Slope = (weights: readonly number[]) => number[];

/**
 * Climbs a slope from zero by Adam's rule: every weight moves at its own pace, so that no sign needs scaling. No weight
 * falls below the least that is allowed for it.
 */
export function climb(least: readonly number[], steps: number, slope: Slope): number[] {
  const size = least.length;
  const weights = new Array<number>(size).fill(0);
  const speed = new Array<number>(size).fill(0);
  const roughness = new Array<number>(size).fill(0);
  for (let step = 1; step <= steps; step++) {
    slope(weights).forEach((push, i) => {
      const smooth = SMOOTHING * (speed[i] ?? 0) + (1 - SMOOTHING) * push;
      const rough = SCALING * (roughness[i] ?? 0) + (1 - SCALING) * push * push;
      speed[i] = smooth;
      roughness[i] = rough;
      const pace = Math.sqrt(rough / (1 - SCALING ** step)) + TINY;
      const next = (weights[i] ?? 0) + (RATE * (smooth / (1 - SMOOTHING ** step))) / pace;
      weights[i] = Math.max(next, least[i] ?? -Infinity);
    });
  }
  return weights;
}

/** The sum of the products of two rows. */
export function dot(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
