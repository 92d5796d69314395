import { bitOf, type GroupName, groupsAt, type Judged } from './judged.ts';

/** The figures of some reports. */
export type Figures = {
  count: (name: GroupName) => number;
  /** Of those whose limit is over: the share that was settled in time, 0 to 1. Undefined when there are none. */
  onTimeRate: number | undefined;
  /** Of those that were rated, 0 to 1. Undefined when there are none. */
  satisfiedRate: number | undefined;
  /** Days from sending to the last answer, as residents wait them: days off included. Undefined without an answer. */
  medianDays: number | undefined;
};

/** Counts reports as they stand at a moment. */
export function figuresOf(reports: readonly Judged[], now: Date): Figures {
  const groups = reports.map((one) => groupsAt(one, now));
  const count = (name: GroupName) => {
    const bit = bitOf(name);
    let total = 0;
    for (const one of groups) if ((one & bit) !== 0) total += 1;
    return total;
  };
  return {
    count,
    onTimeRate: share(count('on-time'), count('counted')),
    satisfiedRate: share(count('satisfied'), count('rated')),
    // Sorting takes longer than counting, and few tables show it.
    get medianDays() {
      return median(reports.flatMap(({ daysToAnswer = [] }) => daysToAnswer));
    },
  };
}

/** The reports behind a figure. */
export function inGroup(name: GroupName, now: Date): (report: Judged) => boolean {
  const bit = bitOf(name);
  return (report) => (groupsAt(report, now) & bit) !== 0;
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** The middle of some numbers; of an even number of them, the mean of the middle two. */
function median(numbers: readonly number[]): number | undefined {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}
