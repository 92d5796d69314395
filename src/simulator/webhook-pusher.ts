import { createHash } from 'node:crypto';
import { toError } from '../lib/app-error.ts';
import type { WebhookRecord } from './log.ts';
import { signEvent, type SignedEvent } from './signed-event.ts';
import type { SimulatorState } from './state.ts';
import type { ZaloEventBody } from './webhook-events.ts';

const TIMEOUT_MS = 2000;
const RETRY_SECONDS = [30, 300, 900, 1800, 3600] as const;
const RETRY_CHECK_MS = 1000;

/** What opens the OA's window to write (facts/zalo.md 4.4). */
const INTERACTION = /^user_send_|^follow$|^user_click_chatnow$|^user_submit_info$/;

type Parcel = SignedEvent & {
  oaId: string;
  userId: string;
  eventName: string;
  messageId: string | undefined;
  firstSentAt: Date;
};
type Retry = { parcel: Parcel; attempt: number; dueAt: number };

/** Delivers events as Zalo does: signed, 2 s for an HTTP 200, else the ladder of retries, at the end unsubscribed. */
export class WebhookPusher {
  readonly #state: SimulatorState;
  readonly #webhookUrl: () => string;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;
  #retries: Retry[] = [];

  constructor(state: SimulatorState, webhookUrl: () => string) {
    this.#state = state;
    this.#webhookUrl = webhookUrl;
    this.#timer = setInterval(() => void this.retryDue(), RETRY_CHECK_MS).unref();
  }

  /** Sends an event once; later attempts are made by the clock. Undefined when Zalo has unsubscribed the app. */
  async push(oaId: string, event: ZaloEventBody): Promise<WebhookRecord | undefined> {
    const { accounts, switches, clock } = this.#state;
    const account = accounts.find((one) => one.oaId === oaId);
    if (account === undefined) throw new Error(`Simulator has no OA ${oaId}`);
    if (!switches.subscribed) return undefined;
    const at = clock();
    const subject = readSubject(event, oaId);
    this.#noteInteraction(oaId, subject.userId, event.event_name);
    const parcel = {
      ...signEvent(event, { account, switches, at }),
      ...subject,
      oaId,
      eventName: event.event_name,
      firstSentAt: at,
    };
    return this.track(this.#attempt(parcel, 0));
  }

  /** Counts a piece of work as under way until it settles; see `idle`. */
  track<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.add(settled);
    void settled.then(() => this.#underWay.delete(settled));
    return work;
  }

  /** Sends the retries whose time has come by the simulator's clock. */
  async retryDue(): Promise<void> {
    const now = this.#state.clock().getTime();
    const due = this.#retries.filter(({ dueAt }) => dueAt <= now);
    this.#retries = this.#retries.filter(({ dueAt }) => dueAt > now);
    await Promise.all(due.map(({ parcel, attempt }) => this.track(this.#attempt(parcel, attempt))));
  }

  /** Resolves when nothing is on its way; retries that are not due do not count. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#retries = [];
  }

  #noteInteraction(oaId: string, userId: string, eventName: string): void {
    if (userId === '' || !/^user_|^(?:un)?follow$/.test(eventName)) return;
    const resident = this.#state.residents.meet(oaId, userId);
    if (eventName === 'follow') resident.isFollower = true;
    if (eventName === 'unfollow') resident.isFollower = false;
    if (INTERACTION.test(eventName)) resident.lastInteractionAt = this.#state.clock();
  }

  async #attempt(parcel: Parcel, attempt: number): Promise<WebhookRecord> {
    const { switches, clock, log, hub } = this.#state;
    const counted = attempt > 0 || switches.numRetry === 'always';
    const headers = { ...parcel.headers, ...(counted ? { num_retry: String(attempt) } : {}) };
    const { oaId, userId, eventName, rawBody, messageId } = parcel;
    const eventId = messageId ?? createHash('sha256').update(rawBody).digest('hex');
    const sent = { at: clock(), oaId, userId, eventName, eventId, attempt, rawBody, headers };
    // Told first: a quick program may answer the resident before it is done with the webhook.
    hub.send(sent, 'webhook-sent', sent);
    const started = performance.now();
    const outcome = await post(this.#webhookUrl(), rawBody, headers);
    const record = { ...sent, ...outcome, ms: Math.round(performance.now() - started) };
    log.addWebhook(record);
    hub.send(record, 'webhook', record);
    const isIgnored = record.failure === 'TimeoutError' && switches.slowAnswer === 'ignored';
    if (record.status !== 200 && !isIgnored) this.#scheduleRetry(parcel, attempt);
    return record;
  }

  #scheduleRetry(parcel: Parcel, attempt: number): void {
    const { switches, clock } = this.#state;
    if (switches.retryDelays === 'never') return;
    const seconds = RETRY_SECONDS[attempt];
    if (seconds === undefined) {
      switches.subscribed = false;
      return;
    }
    const from = switches.retryDelays === 'from-start' ? parcel.firstSentAt : clock();
    this.#retries.push({ parcel, attempt: attempt + 1, dueAt: from.getTime() + seconds * 1000 });
  }
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>>) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      signal,
      redirect: 'manual',
    });
    await response.arrayBuffer();
    return { status: response.status, failure: undefined };
  } catch (thrown) {
    const { name, message } = toError(thrown);
    return { status: undefined, failure: name === 'TimeoutError' ? name : message };
  }
}

/** Whom the event is about, and the message's own id. */
function readSubject(event: ZaloEventBody, oaId: string) {
  const message = event['message'];
  const isOwn = /^(?:user|oa|anonymous)_send_/.test(event.event_name);
  const ids = [event['sender'], event['recipient'], event['follower']].map((one) =>
    read(one, 'id'),
  );
  return {
    userId: ids.find((id) => id !== undefined && id !== oaId) ?? read(event, 'user_id') ?? '',
    messageId: isOwn ? read(message, 'msg_id') : undefined,
  };
}

function read(from: unknown, key: string): string | undefined {
  if (typeof from !== 'object' || from === null) return undefined;
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'string' ? value : undefined;
}
