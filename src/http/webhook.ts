import express, { type RequestHandler, Router } from 'express';
import { toError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import { hashId } from '../lib/hash-id.ts';
import type { Log } from '../lib/log.ts';
import type { BotEvent } from '../model/event.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { InboxEntry, Store } from '../store/store.ts';
import { parseZaloEvent } from '../zalo/events.ts';
import { verifySignature } from '../zalo/signature.ts';
import type { Metrics } from './metrics.ts';

const BODY_LIMIT = '256kb'; // Zalo's largest event is a few kilobytes

export type WebhookOptions = {
  accounts: readonly OaAccount[];
  store: Pick<Store, 'receive'>;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  accept: (entry: InboxEntry) => void;
};

/**
 * Receives Zalo's events. Answers 200 once the event is safe on disk and works on it afterwards: Zalo waits two
 * seconds. What is not signed by Zalo is answered 200 too and dropped, because the console checks the URL with an
 * unsigned call and refuses to save it on anything else (facts: zalo.md §2.3).
 */
export function webhookRoutes(options: WebhookOptions): Router {
  const router = Router();
  // The signature covers the bytes as sent, so nothing may parse the body first.
  router.post(
    '/webhook/zalo',
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    receive(options),
  );
  router.get('/webhook/zalo', (_request, response) => {
    response.send('ok');
  });
  return router;
}

function receive({ accounts, store, clock, log, metrics, accept }: WebhookOptions): RequestHandler {
  return async (request, response) => {
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const header = request.get('X-ZEvent-Signature');
    const verified = verifySignature({ rawBody, header, accounts });
    if (!verified.valid) {
      metrics.dropped.inc({ reason: verified.reason });
      log.warn({ reason: verified.reason, hint: verified.hint }, 'webhook dropped');
      response.status(200).json({});
      return;
    }
    const receivedAt = clock();
    const event = parseZaloEvent(rawBody, verified.account, receivedAt);
    metrics.received.inc({ type: event.type });
    if (!needsTurn(event)) {
      response.status(200).json({});
      return;
    }
    const entry = inboxEntry(event, verified.account, rawBody);
    try {
      if ((await store.receive(entry)) === 'new') accept(entry);
      else metrics.dropped.inc({ reason: 'duplicate' });
      response.status(200).json({});
    } catch (thrown) {
      // Not kept, so not acknowledged: Zalo will deliver it again.
      log.error({ event: hashId(event.id), error: toError(thrown).message }, 'event not kept');
      response.status(503).json({});
    }
  };
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
