import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { createMetrics } from '../../src/http/metrics.ts';
import { webhookRoutes } from '../../src/http/webhook.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import type { OaAccount } from '../../src/model/oa-account.ts';
import { Journal } from '../../src/store/lowdb/journal.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { parseZaloEvent } from '../../src/zalo/events.ts';
import { verifySignature } from '../../src/zalo/signature.ts';
import { oaAccount } from '../zalo/account.ts';

/**
 * One of three webhooks in a process of its own: `ours`, an `express` route and a `bare` node:http server that do only
 * the same: signature, parsing, a line flushed to the same kind of journal. Says its port to the parent.
 */
const [kind, folder = '.'] = process.argv.slice(2);
const accounts: readonly OaAccount[] = [oaAccount()];

const listener = kind === 'ours' ? await ours() : await same(kind === 'express');
const server = createServer(listener);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
});

async function ours() {
  const app = express();
  app.disable('x-powered-by');
  const store = await openLowdbStore(folder);
  const common = { accounts, store, clock: systemClock, log: silentLog, metrics: createMetrics() };
  const nothingElse = { accept: () => undefined, backlog: () => 0, arrivals: { underWay: 0 } };
  app.use(webhookRoutes({ ...common, ...nothingElse, inboxLimit: 1_000_000 }));
  return app;
}

async function same(isExpress: boolean) {
  const { journal } = await Journal.open(join(folder, 'journal.ndjson'));
  const work = async (rawBody: Buffer, header: string | undefined) => {
    const verified = verifySignature({ rawBody, header, accounts });
    if (!verified.valid) return;
    const event = parseZaloEvent(verified.body, verified.account, new Date());
    await journal.append(JSON.stringify([['inbox', event.id, { body: rawBody.toString('utf8') }]]));
  };
  if (isExpress) {
    const app = express();
    app.disable('x-powered-by');
    app.post('/webhook/zalo', express.raw({ type: () => true }), async (request, response) => {
      const rawBody: unknown = request.body;
      if (Buffer.isBuffer(rawBody)) await work(rawBody, request.get('X-ZEvent-Signature'));
      response.json({});
    });
    return app;
  }
  return (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const header = request.headers['x-zevent-signature'];
      void work(Buffer.concat(chunks), typeof header === 'string' ? header : undefined).then(() =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'),
      );
    });
  };
}
