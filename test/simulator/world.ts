import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express, { type Response } from 'express';
import type { OaAccount } from '../../src/model/oa-account.ts';
import type { TokenPair } from '../../src/model/token.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { createZaloClient } from '../../src/zalo/client.ts';
import { createTokenKeeper } from '../../src/zalo/tokens.ts';

const COMMUNES = [
  { slug: 'ea-kar', name: 'UBND xã Ea Kar', shortName: 'Xã Ea Kar' },
  { slug: 'nam-dan', name: 'UBND phường Nam Đàn', shortName: 'Phường Nam Đàn' },
];

export const HOUR_MS = 3_600_000;

/** What the program's webhook was sent. */
export type Received = { rawBody: Buffer; headers: Readonly<Record<string, string | undefined>> };

/** How the webhook answers; 200 at once unless told otherwise. */
type WebhookAnswer = (response: Response) => unknown;

/** A simulator and Zalo's client of the program, over real HTTP. Time moves only by `later`. */
export async function startWorld({ timeoutMs = 5000 } = {}) {
  let now = new Date('2026-11-21T02:00:00Z');
  const clock = () => now;
  const received: Received[] = [];
  const webhook: { answer: WebhookAnswer } = { answer: (response) => response.sendStatus(200) };
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${portOf(server.address())}`;
  const simulator = createSimulator({
    communes: COMMUNES,
    clock,
    baseUrl: () => baseUrl,
    webhookUrl: () => `${baseUrl}/webhook/zalo`,
  });
  app.use('/thu', simulator.router);
  app.post('/webhook/zalo', express.raw({ type: () => true }), (request, response) => {
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { num_retry: retry } = request.headers;
    const headers = {
      signature: request.get('x-zevent-signature'),
      retry: typeof retry === 'string' ? retry : undefined,
    };
    received.push({ rawBody, headers });
    webhook.answer(response);
  });
  const [account] = simulator.accounts;
  if (account === undefined) throw new Error('no account');
  const vault = createVault(simulator.accounts.map(({ oaId }) => simulator.initialTokens(oaId)));
  const reported: Error[] = [];
  const report = (error: Error) => reported.push(error);
  const tokens = createTokenKeeper({ vault, clock, timeoutMs, report });
  return {
    simulator,
    account,
    baseUrl,
    vault,
    tokens,
    reported,
    received,
    webhook,
    clock,
    client: createZaloClient({ tokens, timeoutMs }),
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    close: () => {
      simulator.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A resident who has just written to the account. */
export async function metResident({ simulator, account }: World, of: OaAccount = account) {
  const resident = simulator.residents.meet(of.oaId);
  await simulator.phone.say(resident, 'Xin chào');
  return resident;
}

/** A vault in memory that tells in which order it was used. */
function createVault(pairs: readonly TokenPair[]) {
  const byOa = new Map(pairs.map((pair) => [pair.oaId, pair]));
  return {
    saves: 0,
    failing: false,
    load: (oaId: string) => Promise.resolve(byOa.get(oaId)),
    async save(pair: TokenPair): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.failing) throw new Error('disk full');
      this.saves += 1;
      byOa.set(pair.oaId, pair);
    },
    remove: (oaId: string) => byOa.delete(oaId),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
