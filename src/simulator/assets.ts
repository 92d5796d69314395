import type { Clock } from '../lib/clock.ts';
import { randomHexId } from './ids.ts';

/** A picture or document that was uploaded, kept in memory. */
export type Asset = { oaId: string; contentType: string; bytes: Buffer; expiresAt: Date };

const LIFE_MS = 7 * 86_400_000; // Zalo keeps uploads for 7 days, then answers -100
const MOST_ASSETS = 100;

/** Uploads of the program and pictures of the page's residents. Only the newest are kept. */
export class Assets {
  readonly #byId = new Map<string, Asset>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(asset: Omit<Asset, 'expiresAt'>): string {
    const id = randomHexId();
    this.#byId.set(id, { ...asset, expiresAt: new Date(this.#clock().getTime() + LIFE_MS) });
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MOST_ASSETS && oldest !== undefined) this.#byId.delete(oldest);
    return id;
  }

  find(id: string): Asset | undefined {
    return this.#byId.get(id);
  }

  /** Whether an id may be sent by this account now. */
  check(id: string, oaId: string): 'ok' | 'unknown' | 'expired' {
    const asset = this.#byId.get(id);
    if (asset?.oaId !== oaId) return 'unknown';
    return asset.expiresAt > this.#clock() ? 'ok' : 'expired';
  }
}
