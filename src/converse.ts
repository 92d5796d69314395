import { bot } from './bot/bot.ts';
import { texts } from './bot/texts.ts';
import type { Here, Turn } from './bot/turn.ts';
import { communeOf, type Knowledge } from './knowledge/knowledge.ts';
import { AppError, toError } from './lib/app-error.ts';
import { type Clock, vietnamDay } from './lib/clock.ts';
import { FairQueue } from './lib/fair-queue.ts';
import { FloodGuard } from './lib/flood-guard.ts';
import { hashId } from './lib/hash-id.ts';
import type { Log } from './lib/log.ts';
import { type Conversation, conversationKey } from './model/conversation.ts';
import type { BotEvent } from './model/event.ts';
import type { OaAccount } from './model/oa-account.ts';
import { newSession } from './model/session.ts';
import type { TurnTrace } from './model/trace.ts';
import { callAfter, openCall } from './live-call.ts';
import { outboxEntries } from './outbox.ts';
import { SearchRoom } from './search-room.ts';
import { commitOf, hasAttachments } from './turn-commit.ts';
import { tallyOf } from './turn-tally.ts';
import type { InboxEntry, OutboxEntry, Store } from './store/store.ts';
import { parseZaloEvent } from './zalo/events.ts';
import { webhookBody } from './zalo/webhook-body.ts';

const RETRY_MS = 2000;
const TURNS_AT_ONCE = 4; // a turn waits for the disk most of its time
const MESSAGES_PER_MINUTE = 20; // nobody types faster; a script, or a child with the phone, does

/** What a resident can send many of. Everything else (withdrawing consent, say) is always worked on. */
const CAN_FLOOD: ReadonlySet<BotEvent['type']> = new Set([
  'text',
  'image',
  'file',
  'location',
  'media',
]);

export type ConverseOptions = {
  store: Store;
  knowledge: () => Knowledge;
  accounts: readonly OaAccount[];
  clock: Clock;
  log: Log;
  /** Whether events are being received at the moment: they must be acknowledged in time, and go before turns. */
  isReceiving: () => boolean;
  publicUrl: () => string | undefined;
  officerMinutes: number;
  /** Whether what is asked there counts in the commune's figures; talks with the simulator do not. */
  isCounted: (account: OaAccount) => boolean;
  deliver: (messages: readonly OutboxEntry[]) => void;
  /** Deletes what is known of a resident who asked for it at that time. */
  forget: (conversation: Conversation, at: Date) => Promise<void>;
  onTurn: (trace: TurnTrace) => void;
  /** Pictures or files came with a report: they wait to be fetched. */
  onAttachments: () => void;
  /** Hears of each message that was not worked on because its sender wrote too many. */
  onFlood: () => void;
};

/** The shell of a turn: loads what the bot needs, keeps what it decided, hands the messages to delivery. */
export class Converse {
  readonly #options: ConverseOptions;
  readonly #queue: FairQueue;
  readonly #floods = new FloodGuard(MESSAGES_PER_MINUTE);
  readonly #searches = new SearchRoom();

  constructor(options: ConverseOptions) {
    this.#options = options;
    this.#queue = new FairQueue(TURNS_AT_ONCE, options.isReceiving);
  }

  /**
   * Works through an event that is safe in the inbox; `event` is what it says, when that was read already. Returns at
   * once; one resident's events keep their order.
   */
  accept(entry: InboxEntry, event?: BotEvent): void {
    const account = this.#options.accounts.find(({ oaId }) => oaId === entry.oaId);
    if (account === undefined) return; // of an account no longer configured: it waits in the inbox
    const key = conversationKey(event ?? readEvent(entry, account));
    const { eventId } = entry;
    // Only the id waits: a long line of events would fill the memory.
    this.#queue.add(key, () => this.#takeUp(eventId, account));
  }

  /** Runs something between the turns of one conversation, so that neither overwrites what the other keeps. */
  between<T>(conversation: Conversation, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.add(conversationKey(conversation), () => task().then(resolve, reject));
    });
  }

  /** How many events wait for their turn or have it. */
  get backlog(): number {
    return this.#queue.size;
  }

  /** Resolves when no turn is running or waiting. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Begins no more turns and waits for those under way. The other events stay in the inbox for the next start. */
  stop(): Promise<void> {
    return this.#queue.stop();
  }

  /**
   * Gets ready to answer from a knowledge that is about to be used, without holding up anybody. Throws an AppError when
   * there is an account of a commune that it knows nothing of.
   */
  async prepare(knowledge: Knowledge): Promise<void> {
    for (const { communeSlug } of this.#options.accounts) communeOf(knowledge, communeSlug);
    await this.#searches.prepare(knowledge, vietnamDay(this.#options.clock()));
  }

  async #takeUp(eventId: string, account: OaAccount): Promise<void> {
    const entry = this.#options.store.events.get(eventId);
    if (entry?.state === 'waiting') await this.#handle(entry, readEvent(entry, account), account);
  }

  async #handle(entry: InboxEntry, event: BotEvent, account: OaAccount): Promise<void> {
    try {
      const isFlood = await this.#calm(event);
      if (!isFlood) await this.#turn(event, account);
    } catch (thrown) {
      await this.#recover(entry, event, toError(thrown)).catch((second: unknown) => {
        const { message: error } = toError(second);
        this.#options.log.error({ event: hashId(event.id), error }, 'turn lost');
      });
    }
  }

  /** Answers somebody who writes too fast with one kind word. True when the event needs no turn any more. */
  async #calm(event: BotEvent): Promise<boolean> {
    const { store, clock, deliver, onFlood } = this.#options;
    const verdict = CAN_FLOOD.has(event.type)
      ? this.#floods.judge(conversationKey(event), event.at)
      : 'pass';
    if (verdict === 'pass') return false;
    onFlood();
    if (verdict === 'quiet') {
      await store.finishEvent(event.id);
      return true;
    }
    const now = clock();
    const messages = await store.commitTurn({
      eventId: event.id,
      conversation: { oaId: event.oaId, userId: event.userId },
      session: store.session(event) ?? newSession(now),
      messages: () => outboxEntries(event, [{ text: texts.tooFast }], now),
    });
    deliver(messages);
    return true;
  }

  async #turn(event: BotEvent, account: OaAccount): Promise<void> {
    const { store, clock, deliver, forget, onTurn, onAttachments, log } = this.#options;
    const started = performance.now();
    const now = clock();
    const turn: Turn = {
      event,
      session: store.session(event) ?? newSession(now),
      here: this.#here(account.communeSlug),
      tickets: store.ticketsOf(event),
      now,
    };
    const outcome = bot(turn);
    if (outcome === undefined) {
      await store.finishEvent(event.id);
      return;
    }
    if (outcome.effects?.forget === true) await forget(event, now);
    const { communeSlug } = account;
    const open = openCall(store.officerCalls(), event, now);
    const officerCall = callAfter(turn, outcome, { open, communeSlug });
    const tally = this.#options.isCounted(account) ? tallyOf(turn, outcome) : undefined;
    const commit = { ...commitOf(turn, outcome, communeSlug), officerCall, tally };
    deliver(await store.commitTurn(commit));
    if (hasAttachments(outcome)) onAttachments();
    const { handler, explanation } = outcome;
    const ms = Math.round(performance.now() - started);
    onTurn({ eventId: event.id, oaId: event.oaId, userId: event.userId, handler, ms, explanation });
    log.info({ event: hashId(event.id), user: hashId(event.userId), handler, ms }, 'turn');
  }

  #here(communeSlug: string): Here {
    const { knowledge, clock, publicUrl, officerMinutes } = this.#options;
    const current = knowledge();
    const local = communeOf(current, communeSlug);
    const day = vietnamDay(clock());
    const search = this.#searches.searchFor(current, local, day);
    return { knowledge: current, local, search, day, publicUrl: publicUrl(), officerMinutes };
  }

  /** A turn that failed is tried again; after the third time a person must look, and the resident is told. */
  async #recover(entry: InboxEntry, event: BotEvent, error: Error): Promise<void> {
    const { store, log, deliver, clock } = this.#options;
    const hint = error instanceof AppError ? error.hint : undefined;
    log.error({ event: hashId(event.id), error: error.message, hint }, 'turn failed');
    const state = await store
      .failEvent(entry.eventId, error.message)
      .catch(() => 'waiting' as const);
    if (state === 'done') return; // it failed after the turn was kept: the answer is on its way
    if (state === 'waiting') {
      setTimeout(() => {
        this.accept(entry);
      }, RETRY_MS).unref();
      return;
    }
    const apology = outboxEntries(event, [{ text: texts.apology }], clock());
    for (const message of apology) await store.putMessage(message);
    deliver(apology);
  }
}

function readEvent({ body, receivedAt }: InboxEntry, account: OaAccount): BotEvent {
  return parseZaloEvent(webhookBody(Buffer.from(body)), account, receivedAt);
}
