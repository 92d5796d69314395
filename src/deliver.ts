import { toError } from './lib/app-error.ts';
import type { Clock } from './lib/clock.ts';
import { hashId } from './lib/hash-id.ts';
import type { Log } from './lib/log.ts';
import { SerialQueue } from './lib/serial-queue.ts';
import { conversationKey } from './model/conversation.ts';
import type { OaAccount } from './model/oa-account.ts';
import type { OutboxEntry, Store } from './store/store.ts';
import { ZaloApiError } from './zalo/errors.ts';
import { toZaloMessages, type ZaloMessage } from './zalo/messages.ts';

const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 300_000;

export type DeliveryOptions = {
  store: Store;
  accounts: readonly OaAccount[];
  send: (account: OaAccount, userId: string, message: ZaloMessage) => Promise<unknown>;
  clock: Clock;
  log: Log;
  /** A number from 0 to 1 that spreads the retries. */
  random: () => number;
  onResult: (result: 'sent' | 'retry' | 'failed', ms: number) => void;
  /** Told of a message that Zalo will never take, once that is noted. */
  onRefused: (entry: OutboxEntry) => Promise<void>;
};

/** Sends what the outbox holds, in order for each resident. What cannot be sent waits, or is shown to staff. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #queue = new SerialQueue();
  readonly #stopped = new AbortController();
  /** Ids of the messages that are waiting or being sent here: none may be taken on twice. */
  readonly #onTheWay = new Set<string>();

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Takes up the messages that an earlier run left waiting. */
  resume(): void {
    this.deliver(this.#options.store.waitingMessages());
  }

  deliver(messages: readonly OutboxEntry[]): void {
    for (const message of messages) {
      if (this.#onTheWay.has(message.id)) continue;
      this.#onTheWay.add(message.id);
      void this.#queue.run(conversationKey(message), () => this.#settle(message));
    }
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Stops waiting for retries; what is unsent stays in the outbox for the next start. */
  stop(): Promise<void> {
    this.#stopped.abort();
    return this.#queue.idle();
  }

  /** Never rejects: when the store cannot note what became of a message, the operator is told. */
  async #settle(message: OutboxEntry): Promise<void> {
    try {
      await this.#sendUntilSettled(message);
    } catch (thrown) {
      const { message: error } = toError(thrown);
      this.#options.log.error({ event: hashId(message.eventId), error }, 'message not noted');
    } finally {
      this.#onTheWay.delete(message.id);
    }
  }

  async #sendUntilSettled(message: OutboxEntry): Promise<void> {
    let current = message;
    while (current.state === 'waiting' && !this.#stopped.signal.aborted) {
      const isDue = await this.#waitUntil(current.nextAttemptAt);
      if (isDue) current = await this.#attempt(current);
    }
  }

  async #attempt(entry: OutboxEntry): Promise<OutboxEntry> {
    const { store, accounts, send, onResult, onRefused } = this.#options;
    const account = accounts.find(({ oaId }) => oaId === entry.oaId);
    const started = performance.now();
    let next: OutboxEntry;
    let isRefused = false;
    try {
      if (account === undefined) throw new Error('Tài khoản OA này không còn trong cấu hình.');
      const message = toZaloMessages(entry.reply)[entry.part];
      if (message !== undefined) await send(account, entry.userId, message);
      next = { ...entry, state: 'sent', attempts: entry.attempts + 1, lastError: undefined };
    } catch (thrown) {
      next = this.#afterFailure(entry, toError(thrown));
      isRefused = thrown instanceof ZaloApiError && thrown.action === 'give-up';
    }
    onResult(next.state === 'waiting' ? 'retry' : next.state, performance.now() - started);
    await store.putMessage(next);
    if (isRefused) await onRefused(next);
    return next;
  }

  #afterFailure(entry: OutboxEntry, error: Error): OutboxEntry {
    const { clock, log, random } = this.#options;
    const attempts = entry.attempts + 1;
    const canRetry = error instanceof ZaloApiError && error.action === 'retry';
    const state = canRetry && attempts < MOST_ATTEMPTS ? 'waiting' : 'failed';
    const wait =
      Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** entry.attempts) * (0.5 + random() / 2);
    log.warn(
      {
        event: hashId(entry.eventId),
        user: hashId(entry.userId),
        attempts,
        state,
        error: error.message,
      },
      'message not sent',
    );
    const nextAttemptAt = new Date(clock().getTime() + wait);
    return { ...entry, attempts, state, nextAttemptAt, lastError: error.message };
  }

  /** False when the program stops before that time comes. */
  async #waitUntil(at: Date): Promise<boolean> {
    const ms = at.getTime() - this.#options.clock().getTime();
    const { signal } = this.#stopped;
    if (ms <= 0) return true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
    return !signal.aborted;
  }
}
