import { type RequestHandler, Router } from 'express';
import { toError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import { systemElapsed } from '../lib/elapsed.ts';
import { hashId } from '../lib/hash-id.ts';
import type { Log } from '../lib/log.ts';
import { LogThrottle } from '../lib/log-throttle.ts';
import type { BotEvent } from '../model/event.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { InboxEntry, Store } from '../store/store.ts';
import { parseZaloEvent } from '../zalo/events.ts';
import { verifySignature } from '../zalo/signature.ts';
import type { Metrics } from './metrics.ts';
import { readBody } from './read-body.ts';

const OLDEST_EVENT_MS = 24 * 3_600_000;
const STALE_HINT = 'Sự kiện đã cũ hơn 24 giờ. Nếu gặp liên tục, kiểm tra ngày giờ của máy chủ.';
const BODY_LIMIT = 256 * 1024; // Zalo's largest event is a few kilobytes
const RETRY_AFTER_SECONDS = 30; // when Zalo makes its first repeat
const DROP_LINES_PER_MINUTE = 10;

export type WebhookOptions = {
  accounts: readonly OaAccount[];
  store: Pick<Store, 'receive'>;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  accept: (entry: InboxEntry, event: BotEvent) => void;
  /** Counts the calls that were read and not yet answered. */
  arrivals: { underWay: number };
  /** How many events wait for their turn. */
  backlog: () => number;
  /** With so many waiting, or being kept, no more are taken in: Zalo repeats them later. */
  inboxLimit: number;
};

/**
 * Receives Zalo's events. Answers 200 once the event is safe on disk and works on it afterwards: Zalo waits two
 * seconds. What is not signed by Zalo is answered 200 too and dropped, because the console checks the URL with an
 * unsigned call and refuses to save it on anything else (facts: zalo.md §2.3).
 */
export function webhookRoutes(options: WebhookOptions): Router {
  const router = Router();
  router.post('/webhook/zalo', receive(options));
  router.get('/webhook/zalo', (_request, response) => {
    response.send('ok');
  });
  return router;
}

function receive(options: WebhookOptions): RequestHandler {
  const { arrivals, metrics } = options;
  const answerTo = createJudge(options);
  return async (request, response) => {
    const stopTimer = metrics.acknowledged.startTimer();
    const rawBody = await readBody(request, BODY_LIMIT);
    arrivals.underWay += 1;
    const status = await answerTo(rawBody, request.get('X-ZEvent-Signature')).finally(() => {
      arrivals.underWay -= 1;
    });
    stopTimer({ status });
    const busy = status === 503 ? { 'Retry-After': RETRY_AFTER_SECONDS } : {};
    response.writeHead(status, { 'Content-Type': 'application/json', ...busy }).end('{}');
  };
}

/** Makes what keeps or drops one call and gives the status to answer. */
function createJudge(options: WebhookOptions) {
  const { accounts, clock, metrics, backlog, inboxLimit, arrivals } = options;
  const tellOfDrop = createDropLog(options);
  return async (rawBody: Buffer, header: string | undefined): Promise<200 | 503> => {
    const verified = verifySignature({ rawBody, header, accounts });
    if (!verified.valid) {
      metrics.dropped.inc({ reason: verified.reason });
      tellOfDrop(verified);
      return 200;
    }
    const event = parseZaloEvent(verified.body, verified.account, clock());
    metrics.received.inc({ type: event.type });
    if (!needsTurn(event)) return 200;
    if (isTooOld(event, clock())) {
      metrics.dropped.inc({ reason: 'stale' });
      tellOfDrop({ reason: 'stale', hint: STALE_HINT });
      return 200;
    }
    if (backlog() + arrivals.underWay > inboxLimit) {
      metrics.dropped.inc({ reason: 'busy' });
      return 503;
    }
    return (await keep(event, inboxEntry(event, verified.account, rawBody), options)) ? 200 : 503;
  };
}

/** Makes the event safe and starts work on it. False when it is not kept, so not to be acknowledged: Zalo repeats it. */
async function keep(
  event: BotEvent,
  entry: InboxEntry,
  { store, metrics, accept, log }: WebhookOptions,
): Promise<boolean> {
  try {
    if ((await store.receive(entry)) === 'new') accept(entry, event);
    else metrics.dropped.inc({ reason: 'duplicate' });
    return true;
  } catch (thrown) {
    const { message: error } = toError(thrown);
    log.error({ event: hashId(entry.eventId), error }, 'event not kept');
    return false;
  }
}

/** A few lines a minute for each reason, so that strangers cannot fill the disk. All are counted in the metrics. */
function createDropLog({ log }: WebhookOptions) {
  const throttle = new LogThrottle(DROP_LINES_PER_MINUTE, systemElapsed);
  return ({ reason, hint }: { reason: string; hint: string }) => {
    const silenced = throttle.admit(reason);
    if (silenced !== undefined) log.warn({ reason, hint, silenced }, 'webhook dropped');
  };
}

/**
 * Somebody may have caught a signed event and play it again. For three days the inbox knows it; an older one is dropped.
 * Zalo itself repeats a delivery for about two hours, with the time of the first.
 */
function isTooOld({ at }: BotEvent, now: Date): boolean {
  return now.getTime() - at.getTime() > OLDEST_EVENT_MS;
}

/** Receipts and echoes are not answered, so they are not kept. */
function needsTurn({ type, userId }: BotEvent): boolean {
  return type !== 'unsupported' && type !== 'receipt' && userId !== '';
}

function inboxEntry(event: BotEvent, account: OaAccount, rawBody: Buffer): InboxEntry {
  return {
    eventId: event.id,
    appId: account.appId,
    oaId: account.oaId,
    body: rawBody.toString('utf8'),
    receivedAt: event.at,
    state: 'waiting',
    attempts: 0,
  };
}
