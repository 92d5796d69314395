import { AppError, toError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import { SerialQueue } from '../lib/serial-queue.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { TokenPair, TokenVault } from '../model/token.ts';
import { ZaloApiError } from './errors.ts';
import { requestNewPair } from './token-refresh.ts';
import { describeTokens, type TokenStatus } from './token-status.ts';

const HALF_LIFE_MS = 12.5 * 3_600_000; // an access token lives 25 h
const PAUSE_AFTER_FAILURE_MS = 5 * 60_000; // between refreshes made ahead of time
const DEFAULT_TIMEOUT_MS = 10_000;

/** `report` hears of a refresh ahead of time that failed; nobody else is waiting for it. */
export type TokenKeeperOptions = {
  vault: TokenVault;
  clock: Clock;
  timeoutMs?: number;
  report: (error: Error) => void;
};

/** Hands out access tokens and keeps them fresh. */
export type TokenKeeper = {
  /**
   * A token that should work now. Refreshes in the background when less than half its life is left, and waits only
   * when it has expired. Throws AppError when none is stored or access must be granted again. Call it from a daily
   * timer too: an OA that nobody writes to would otherwise lose its grant after three months.
   */
  accessToken: (account: OaAccount) => Promise<string>;
  /** The token after `staleAccessToken` (Zalo answered -216 or -220). However many ask, one request is made. */
  refresh: (account: OaAccount, staleAccessToken: string) => Promise<string>;
  /** For the health page. */
  status: (account: OaAccount, now: Date) => Promise<TokenStatus>;
};

/** One keeper per process, and one process per grant: a refresh kills the tokens that others hold. */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const keeper = new Keeper(options);
  return {
    accessToken: (account) => keeper.accessToken(account),
    refresh: (account, stale) => keeper.refresh(account, stale),
    status: (account, now) => keeper.status(account, now),
  };
}

class Keeper {
  readonly #options: TokenKeeperOptions;
  readonly #queue = new SerialQueue();
  /** Refreshes under way, by OA and stale token. */
  readonly #flights = new Map<string, Promise<string>>();
  /** Pairs that Zalo gave but the vault failed to save: losing one costs an administrator's consent. */
  readonly #unsaved = new Map<string, TokenPair>();
  /** Refresh tokens that Zalo refused for good. */
  readonly #refused = new Map<string, string>();
  readonly #pausedUntil = new Map<string, number>();

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
  }

  async accessToken(account: OaAccount): Promise<string> {
    const pair = await this.#load(account);
    const leftMs = pair.accessExpiresAt.getTime() - this.#now();
    if (leftMs <= 0) return this.refresh(account, pair.accessToken);
    const isPaused = this.#now() < (this.#pausedUntil.get(account.oaId) ?? 0);
    if (leftMs < HALF_LIFE_MS && !isPaused) this.#refreshAhead(account, pair.accessToken);
    return pair.accessToken;
  }

  refresh(account: OaAccount, stale: string): Promise<string> {
    const key = `${account.oaId} ${stale}`;
    const underWay = this.#flights.get(key);
    if (underWay !== undefined) return underWay;
    const flight = this.#queue
      .run(account.oaId, () => this.#renewUnlessChanged(account, stale))
      .finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  async status(account: OaAccount, now: Date): Promise<TokenStatus> {
    const pair = this.#unsaved.get(account.oaId) ?? (await this.#options.vault.load(account.oaId));
    const isRefused = pair !== undefined && this.#refused.get(account.oaId) === pair.refreshToken;
    return describeTokens(pair, { now, isRefused });
  }

  #refreshAhead(account: OaAccount, stale: string): void {
    this.refresh(account, stale).catch((thrown: unknown) => {
      this.#pausedUntil.set(account.oaId, this.#now() + PAUSE_AFTER_FAILURE_MS);
      this.#options.report(toError(thrown));
    });
  }

  async #renewUnlessChanged(account: OaAccount, stale: string): Promise<string> {
    const pair = await this.#load(account);
    if (pair.accessToken !== stale) return pair.accessToken;
    const { clock, timeoutMs = DEFAULT_TIMEOUT_MS } = this.#options;
    try {
      const renewed = await requestNewPair(account, pair, { now: clock(), timeoutMs });
      this.#unsaved.set(account.oaId, renewed);
    } catch (thrown) {
      if (thrown instanceof ZaloApiError && thrown.action !== 'retry') {
        this.#refused.set(account.oaId, pair.refreshToken);
      }
      throw thrown;
    }
    return (await this.#load(account)).accessToken;
  }

  /** The current pair, safely on disk: one that is not saved yet is saved first. */
  async #load({ oaId }: OaAccount): Promise<TokenPair> {
    const { vault } = this.#options;
    const unsaved = this.#unsaved.get(oaId);
    if (unsaved !== undefined) {
      await vault.save(unsaved);
      if (this.#unsaved.get(oaId) === unsaved) this.#unsaved.delete(oaId);
      return unsaved;
    }
    const pair = await vault.load(oaId);
    if (pair !== undefined) return pair;
    throw new AppError(`OA ${oaId} chưa có token.`, {
      hint: 'Chạy "npm run cli -- token" và nhập cặp token lấy ở developers.zalo.me → Công cụ → API Explorer.',
    });
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
