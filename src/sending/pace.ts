import type { Elapsed } from '../lib/elapsed.ts';
import { TokenBucket } from '../lib/token-bucket.ts';

const BURST = 100;
const PAUSE_MS = 5000; // Zalo does not say when its minute ends, so look again after a few seconds

/** Keeps the calls of each Zalo app under what Zalo allows a minute (4,000; facts/zalo.md 4.4). */
export class Pace {
  readonly #perMinute: number;
  readonly #elapsed: Elapsed;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(perMinute: number, elapsed: Elapsed) {
    this.#perMinute = perMinute;
    this.#elapsed = elapsed;
  }

  /** How long the app's next message must wait, in ms. */
  waitMs(appId: string): number {
    return this.#bucket(appId).waitMs();
  }

  /** Counts a call of the app, whatever it was for. */
  spend(appId: string): void {
    this.#bucket(appId).spend();
  }

  /** Takes Zalo's word (`X-RateLimit-Remain`) for how many calls the app has left. */
  heed(appId: string, remain: number): void {
    if (remain <= 0) this.#bucket(appId).pause(PAUSE_MS);
  }

  #bucket(appId: string): TokenBucket {
    const burst = Math.min(BURST, this.#perMinute);
    const made =
      this.#buckets.get(appId) ??
      new TokenBucket({ perMinute: this.#perMinute, burst }, this.#elapsed);
    this.#buckets.set(appId, made);
    return made;
  }
}
