import type { Clock } from '../lib/clock.ts';
import type { TokenPair } from '../model/token.ts';
import { randomSecret } from './ids.ts';

/** 25 hours, which Zalo prints as the string "90000". */
export const ACCESS_TOKEN_SECONDS = 90_000;
const REFRESH_TOKEN_DAYS = 90;

/** The tokens that this Zalo has given out. A new pair kills the old one at once, access token included. */
export class TokenBook {
  readonly #clock: Clock;
  readonly #current = new Map<string, TokenPair>();
  /** Every access token ever given, so that a dead one (-220) differs from an invented one (-216). */
  readonly #oaOfAccess = new Map<string, string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(oaId: string): TokenPair {
    const now = this.#clock().getTime();
    const pair = {
      oaId,
      accessToken: randomSecret(),
      refreshToken: randomSecret(),
      accessExpiresAt: new Date(now + ACCESS_TOKEN_SECONDS * 1000),
      refreshExpiresAt: new Date(now + REFRESH_TOKEN_DAYS * 86_400_000),
    };
    this.#current.set(oaId, pair);
    this.#oaOfAccess.set(pair.accessToken, oaId);
    return pair;
  }

  /** The account that an access token speaks for, or Zalo's error code. */
  authorise(accessToken: string | undefined): { oaId: string } | { code: -216 | -220 } {
    const oaId = accessToken === undefined ? undefined : this.#oaOfAccess.get(accessToken);
    if (oaId === undefined) return { code: -216 };
    const pair = this.#current.get(oaId);
    if (pair === undefined || pair.accessToken !== accessToken) return { code: -220 };
    return pair.accessExpiresAt > this.#clock() ? { oaId } : { code: -220 };
  }

  /** A new pair for a refresh token that is current; undefined if it was used, has expired or never was. */
  trade(refreshToken: string): TokenPair | undefined {
    const pairs = Array.from(this.#current.values());
    const pair = pairs.find((one) => one.refreshToken === refreshToken);
    const isAlive = pair !== undefined && pair.refreshExpiresAt > this.#clock();
    return isAlive ? this.issue(pair.oaId) : undefined;
  }

  /** Ends all access tokens now; refresh tokens stay good. */
  expireAccess(): void {
    const now = this.#clock();
    for (const [oaId, pair] of this.#current) {
      this.#current.set(oaId, { ...pair, accessExpiresAt: now });
    }
  }
}
