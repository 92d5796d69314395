import type { Elapsed } from './elapsed.ts';

const MINUTE_MS = 60_000;

/** Lets so many lines of one kind a minute into the log, so that strangers cannot fill the disk with them. */
export class LogThrottle {
  readonly #mostPerMinute: number;
  readonly #elapsed: Elapsed;
  readonly #kinds = new Map<string, { since: number; count: number }>();

  constructor(mostPerMinute: number, elapsed: Elapsed) {
    this.#mostPerMinute = mostPerMinute;
    this.#elapsed = elapsed;
  }

  /** How many lines were held back since the last one of this kind; undefined when this one is to be held back too. */
  admit(kind: string): number | undefined {
    const now = this.#elapsed();
    const known = this.#kinds.get(kind);
    if (known === undefined || now - known.since >= MINUTE_MS) {
      this.#kinds.set(kind, { since: now, count: 1 });
      return Math.max(0, (known?.count ?? 0) - this.#mostPerMinute);
    }
    known.count += 1;
    return known.count <= this.#mostPerMinute ? 0 : undefined;
  }
}
