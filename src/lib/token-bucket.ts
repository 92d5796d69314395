import type { Elapsed } from './elapsed.ts';

const MINUTE_MS = 60_000;

/** Spreads calls over time: so many a minute, and a few at once after a pause. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  readonly #elapsed: Elapsed;
  #tokens: number;
  #filledAt: number;

  constructor({ perMinute, burst }: { perMinute: number; burst: number }, elapsed: Elapsed) {
    this.#perMs = perMinute / MINUTE_MS;
    this.#burst = burst;
    this.#elapsed = elapsed;
    this.#tokens = burst;
    this.#filledAt = elapsed();
  }

  /** How long until the next call may be made; 0 when it may be made now. */
  waitMs(): number {
    this.#fill();
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) / this.#perMs);
  }

  /** Counts a call. One that cannot wait may be made without a token: the next ones wait longer. */
  spend(): void {
    this.#fill();
    this.#tokens -= 1;
  }

  /** No call for so long, because somebody else has used up what there was. */
  pause(ms: number): void {
    this.#fill();
    this.#tokens = Math.min(this.#tokens, 1 - ms * this.#perMs);
  }

  #fill(): void {
    const now = this.#elapsed();
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#filledAt) * this.#perMs);
    this.#filledAt = now;
  }
}
