import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 5;

/** Work that yields wherever it may be left for a while and taken up again. */
export type Sliced<T> = Generator<undefined, T>;

/** Does the work at one go. */
export function atOnce<T>(work: Sliced<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** Does the work a few milliseconds at a time, and lets whatever waits run in between. */
export async function unhurried<T>(work: Sliced<T>): Promise<T> {
  let since = performance.now();
  let step = work.next();
  while (step.done !== true) {
    if (performance.now() - since >= SLICE_MS) {
      await nextTurn();
      since = performance.now();
    }
    step = work.next();
  }
  return step.value;
}
