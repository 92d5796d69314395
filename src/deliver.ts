import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, toError } from './lib/app-error.ts';
import type { Clock } from './lib/clock.ts';
import type { Elapsed } from './lib/elapsed.ts';
import { hashId } from './lib/hash-id.ts';
import type { Log } from './lib/log.ts';
import type { OaAccount } from './model/oa-account.ts';
import { Circuits, type SendingTrouble } from './sending/circuits.ts';
import { judgeFailure, LONGEST_WAIT_MS } from './sending/judge-failure.ts';
import { type Lane, Lanes } from './sending/lanes.ts';
import type { Pace } from './sending/pace.ts';
import type { OutboxEntry, Store } from './store/store.ts';
import { toZaloMessages, type ZaloMessage } from './zalo/messages.ts';

const HELD_LOOK_MS = 250; // how soon to look again at an account that is being probed
const STOP_WITHIN_MS = 4000;

export type DeliveryOptions = {
  store: Pick<Store, 'waitingMessages' | 'failedMessages' | 'putMessage'>;
  accounts: readonly OaAccount[];
  send: (account: OaAccount, userId: string, message: ZaloMessage) => Promise<unknown>;
  /** Asks Zalo whether a message of this text has reached the resident since then; undefined: Zalo may not be asked. */
  wasSent:
    | ((
        account: OaAccount,
        userId: string,
        sent: { text: string; since: Date },
      ) => Promise<boolean>)
    | undefined;
  pace: Pick<Pace, 'waitMs'>;
  clock: Clock;
  elapsed: Elapsed;
  log: Log;
  /** A number from 0 to 1 that spreads the retries. */
  random: () => number;
  onResult: (result: 'sent' | 'retry' | 'failed', ms: number) => void;
  /** Told of a message that Zalo will never take, once that is noted. */
  onRefused: (entry: OutboxEntry) => Promise<void>;
};

/**
 * Sends what the outbox holds, in order for each resident and within Zalo's limits. What cannot be sent waits, or is
 * shown to staff with the reason. While Zalo is away only probes go out, and afterwards the calls grow step by step.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #lanes = new Lanes();
  readonly #circuits: Circuits;
  readonly #underWay = new Map<Lane, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #idleCallers: (() => void)[] = [];

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#circuits = new Circuits(options);
  }

  /** Takes up the messages that an earlier run left waiting. */
  resume(): void {
    this.deliver(this.#options.store.waitingMessages());
  }

  /** Takes on messages that are safe in the outbox. Returns at once. */
  deliver(messages: readonly OutboxEntry[]): void {
    for (const message of messages) {
      const appId = this.#accountOf(message)?.appId ?? '';
      const lane = this.#lanes.add(message, appId);
      if (lane !== undefined) this.#schedule(lane);
    }
    this.#pump();
  }

  /** Sends a message again that was given up. False when there is no such message any more. */
  async resend(id: string): Promise<boolean> {
    const { store, clock } = this.#options;
    const failed = store.failedMessages().find((one) => one.id === id);
    if (failed === undefined) return false;
    const now = clock();
    const fresh = {
      state: 'waiting',
      attempts: 0,
      nextAttemptAt: now,
      lastError: undefined,
    } as const;
    const entry: OutboxEntry = { ...failed, ...fresh, createdAt: now };
    await store.putMessage(entry);
    this.deliver([entry]);
    return true;
  }

  /** Tries again at once what waits for Zalo or for rights: somebody has mended something. */
  retryNow(): void {
    this.#circuits.reset();
    this.#lanes.wakeAll();
    this.#pump();
  }

  /** Why nothing goes out at the moment; empty while all is well. */
  troubles(): readonly SendingTrouble[] {
    return this.#circuits.troubles();
  }

  /** How many messages wait or are on their way. */
  get depth(): number {
    return this.#lanes.size;
  }

  /** Resolves when no message waits or is on its way. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#idleCallers.push(resolve));
  }

  /**
   * Begins no more calls and waits four seconds for those under way. What is unsent stays in the outbox for the next
   * start, which asks Zalo first about a message whose call has not ended by then.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const ended = Promise.all(this.#underWay.values());
    await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
    this.#settleIdle();
  }

  #isIdle(): boolean {
    return this.#lanes.size === 0 || (this.#isStopped && this.#underWay.size === 0);
  }

  #settleIdle(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#idleCallers.splice(0)) resolve();
  }

  #accountOf({ oaId }: OutboxEntry): OaAccount | undefined {
    return this.#options.accounts.find((one) => one.oaId === oaId);
  }

  /** By the steady clock, so that a clock set back by a day does not hold anybody up. */
  #schedule(lane: Lane, waitMs = 0): void {
    const { clock, elapsed } = this.#options;
    const dueMs = (lane.messages[0]?.nextAttemptAt.getTime() ?? 0) - clock().getTime();
    const now = elapsed();
    this.#lanes.schedule(lane, now + Math.max(waitMs, Math.min(dueMs, LONGEST_WAIT_MS)), now);
  }

  /** Starts every call that may start now, and sets one timer for the next look. */
  #pump(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    const now = this.#options.elapsed();
    const next = this.#lanes.wake(now);
    let waitMs = next === undefined ? Infinity : next - now;
    for (const appId of this.#lanes.appIds) waitMs = Math.min(waitMs, this.#serve(appId));
    if (waitMs === Infinity) return;
    this.#timer = setTimeout(
      () => {
        this.#pump();
      },
      Math.max(1, waitMs),
    );
  }

  /** How long until this app is worth another look: Infinity when the end of a call will bring it. */
  #serve(appId: string): number {
    const circuit = this.#circuits.app(appId);
    let heldMs = Infinity;
    while (this.#lanes.hasReady(appId)) {
      const pauseMs = Math.max(circuit.pauseMs(), this.#options.pace.waitMs(appId));
      if (pauseMs > 0) return Math.min(heldMs, pauseMs);
      if (!circuit.hasRoom) return heldMs;
      const lane = this.#lanes.take(appId);
      if (lane !== undefined) heldMs = Math.min(heldMs, this.#take(lane));
    }
    return heldMs;
  }

  /** Begins a call for a lane, or holds the lane back while its account may not send. */
  #take(lane: Lane): number {
    const [entry] = lane.messages;
    if (entry === undefined) return Infinity;
    const account = this.#accountOf(entry);
    const circuit = account && this.#circuits.account(account.oaId);
    if (circuit?.hasRoom === false) {
      const waitMs = Math.max(HELD_LOOK_MS, circuit.pauseMs());
      this.#schedule(lane, waitMs);
      return waitMs;
    }
    const call = this.#work(lane, entry, account).finally(() => {
      this.#underWay.delete(lane);
      this.#settleIdle();
      this.#pump();
    });
    this.#underWay.set(lane, call);
    return Infinity;
  }

  /** Never rejects: when the store cannot note what became of a message, the operator is told. */
  async #work(lane: Lane, entry: OutboxEntry, account: OaAccount | undefined): Promise<void> {
    const { onResult } = this.#options;
    const started = performance.now();
    const next = account === undefined ? giveUp(entry) : await this.#attempt(entry, account);
    onResult(next.state === 'waiting' ? 'retry' : next.state, performance.now() - started);
    await this.#note(next);
    if (next.state === 'waiting') lane.messages[0] = next;
    else if (!this.#lanes.drop(lane)) return;
    this.#schedule(lane);
  }

  async #note(entry: OutboxEntry): Promise<void> {
    const { store, onRefused, log } = this.#options;
    try {
      await store.putMessage(entry);
      if (entry.state === 'failed') await onRefused(entry);
    } catch (thrown) {
      const { message: error } = toError(thrown);
      log.error({ event: hashId(entry.eventId), error }, 'message not noted');
    }
  }

  async #attempt(entry: OutboxEntry, account: OaAccount): Promise<OutboxEntry> {
    const { clock, random } = this.#options;
    const startedAt = clock();
    const isProbe = this.#circuits.app(account.appId).isOpen;
    this.#circuits.begin(account);
    try {
      await this.#send(entry, account, startedAt);
      this.#circuits.end(account, 'sent');
      return { ...entry, state: 'sent', attempts: entry.attempts + 1, lastError: undefined };
    } catch (thrown) {
      const error = toError(thrown);
      const now = clock();
      const { next, blame } = judgeFailure(entry, error, { now, startedAt, random, isProbe });
      this.#circuits.end(account, { blame, reason: next.lastError ?? '' });
      this.#tell(next, error);
      return next;
    }
  }

  /**
   * A message is noted as under way before its call: when the program dies meanwhile, the next start asks Zalo about
   * this one, and about no others. One without words cannot be asked about. While the disk refuses the note nothing
   * goes out, for it would go out again after the restart that mends it.
   */
  async #send(entry: OutboxEntry, account: OaAccount, startedAt: Date): Promise<void> {
    const { send, wasSent } = this.#options;
    const message = toZaloMessages(entry.reply)[entry.part];
    if (message === undefined) return;
    const { unsureSince: since, userId } = entry;
    const { text } = message;
    if (text !== undefined && wasSent !== undefined) {
      if (since === undefined) await this.#markUnderWay({ ...entry, unsureSince: startedAt });
      else if (await wasSent(account, userId, { text, since })) return;
    }
    await send(account, userId, message);
  }

  async #markUnderWay(entry: OutboxEntry): Promise<void> {
    try {
      await this.#options.store.putMessage(entry);
    } catch (cause) {
      throw new AppError('Ổ đĩa không ghi được nên tin chưa được gửi.', {
        hint: 'Kiểm tra ổ đĩa còn chỗ trống và còn quyền ghi; ghi được thì tin tự gửi.',
        cause,
      });
    }
  }

  #tell({ eventId, userId, attempts, state }: OutboxEntry, { message: error }: Error): void {
    const fields = { event: hashId(eventId), user: hashId(userId), attempts, state, error };
    this.#options.log.warn(fields, 'message not sent');
  }
}

function giveUp(entry: OutboxEntry): OutboxEntry {
  const lastError = 'Tài khoản OA này không còn trong cấu hình.';
  return { ...entry, state: 'failed', attempts: entry.attempts + 1, lastError };
}
