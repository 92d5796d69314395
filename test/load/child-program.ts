import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { systemClock } from '../../src/lib/clock.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { dropToken } from '../../src/token-drop.ts';
import { residentId } from './signed-events.ts';

/** The program in a process of its own, with the simulated Zalo in this one. */
export type ChildProgram = Awaited<ReturnType<typeof startChild>>;

type ChildOptions = {
  residents: number;
  /** Puts something into the data folder before the program opens it. */
  prepare?: (folder: string) => Promise<void>;
};

/** Starts it as an operator would, with so many residents who have written before. */
export async function startChild({ residents, prepare }: ChildOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-load-'));
  await prepare?.(folder);
  const zalo = await startZalo();
  const { account, simulator } = zalo;
  for (let i = 0; i < residents; i++) {
    simulator.residents.meet(account.oaId, residentId(i)).lastInteractionAt = new Date();
  }
  await dropToken(folder, simulator.initialTokens(account.oaId));
  const child = fork(join(import.meta.dirname, 'child-main.ts'), {
    execArgv: ['--import', 'tsx'], // which vitest has not itself
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: folder,
      SIMULATOR: 'off',
      ZALO_APP_ID: account.appId,
      ZALO_APP_SECRET: account.appSecret,
      ZALO_OA_SECRET_KEY: account.secretKey,
      ZALO_OA_IDS: `${account.communeSlug}=${account.oaId}`,
      ZALO_OPENAPI_URL: account.openapiUrl,
      ZALO_OAUTH_URL: account.oauthUrl,
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (told) => {
      resolve(typeof told === 'string' ? told : '');
    });
    child.once('exit', () => {
      reject(new Error('the program did not start'));
    });
  });
  const stop = () =>
    new Promise<number>((resolve) => {
      const started = performance.now();
      child.once('exit', () => {
        resolve(performance.now() - started);
      });
      child.kill('SIGTERM');
    });
  const clear = async () => {
    zalo.close();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    folder,
    account,
    stop,
    clear,
    memory: () => readMetric(url, 'process_resident_memory_bytes'),
  };
}

async function startZalo() {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const simulator = createSimulator({
    communes: [{ slug: 'nam-dan', name: 'xã Nấm Dẩn', shortName: 'Nấm Dẩn' }],
    clock: systemClock,
    baseUrl: () => `http://127.0.0.1:${port}`,
    webhookUrl: () => 'http://127.0.0.1:9/',
  });
  simulator.switches.subscribed = false; // the echoes of our own messages are not what is measured
  app.use('/thu', simulator.router);
  const [account] = simulator.accounts;
  if (account === undefined) throw new Error('the simulator has no account');
  const close = () => {
    simulator.close();
    server.closeAllConnections();
    server.close();
  };
  return { simulator, account, close };
}

/** One number of `/metrics`. */
export async function readMetric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
}
