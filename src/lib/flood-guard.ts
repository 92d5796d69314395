const WINDOW_MS = 60_000;
const MOST_KEYS = 10_000;

/** What to do with one more message: work on it, say a word about the pace, or only note that it came. */
export type FloodVerdict = 'pass' | 'warn' | 'quiet';

type Window = { startedAt: number; count: number };

/** Counts what each key sends within a minute. The first message over the limit is warned of, the others are not. */
export class FloodGuard {
  readonly #mostPerMinute: number;
  readonly #windows = new Map<string, Window>();

  constructor(mostPerMinute: number) {
    this.#mostPerMinute = mostPerMinute;
  }

  /** `at` is when the message was sent, so that a backlog worked through at once is no flood. */
  judge(key: string, at: Date): FloodVerdict {
    const known = this.#windows.get(key);
    const age = known === undefined ? Infinity : Math.abs(at.getTime() - known.startedAt);
    const window = known === undefined || age >= WINDOW_MS ? this.#begin(key, at) : known;
    window.count += 1;
    if (window.count <= this.#mostPerMinute) return 'pass';
    return window.count === this.#mostPerMinute + 1 ? 'warn' : 'quiet';
  }

  #begin(key: string, at: Date): Window {
    const window = { startedAt: at.getTime(), count: 0 };
    this.#windows.delete(key); // put in again at the end: the first key is the one longest silent
    this.#windows.set(key, window);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > MOST_KEYS && oldest !== undefined) this.#windows.delete(oldest);
    return window;
  }
}
