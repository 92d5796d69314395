const FREE_TRIES = 5;
const LONGEST_MINUTES = 60;
const MOST_REMEMBERED = 10_000;

/** Failures in a row, and until when no further try is heard. */
export type Failures = { failures: number; lockedUntil: Date | undefined };

const NONE: Failures = { failures: 0, lockedUntil: undefined };

/** One more wrong try: from the fifth on, one minute, then two, four… up to an hour. */
export function afterFailure({ failures }: Failures, now: Date, freeTries = FREE_TRIES): Failures {
  const count = failures + 1;
  if (count < freeTries) return { failures: count, lockedUntil: undefined };
  const minutes = Math.min(LONGEST_MINUTES, 2 ** (count - freeTries));
  return { failures: count, lockedUntil: new Date(now.getTime() + minutes * 60_000) };
}

/** Whether tries are refused at this moment. */
export function isLocked({ lockedUntil }: Failures, now: Date): boolean {
  return lockedUntil !== undefined && lockedUntil > now;
}

/** Failures of addresses and of logins that nobody has. In memory: a restart forgives, the officers' own are on disk. */
export class FailureBook {
  readonly #freeTries: number;
  readonly #entries = new Map<string, Failures>();

  constructor(freeTries = FREE_TRIES) {
    this.#freeTries = freeTries;
  }

  of(key: string): Failures {
    return this.#entries.get(key) ?? NONE;
  }

  add(key: string, now: Date): void {
    const next = afterFailure(this.of(key), now, this.#freeTries);
    this.#entries.delete(key); // to the end: the oldest go first
    this.#entries.set(key, next);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST_REMEMBERED && oldest !== undefined) this.#entries.delete(oldest);
  }

  clear(key: string): void {
    this.#entries.delete(key);
  }
}
