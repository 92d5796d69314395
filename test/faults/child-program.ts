import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { OutsideZalo } from './outside-zalo.ts';

const START_MS = 120_000; // about a second, but other work may have the machine

export type ChildSettings = {
  port: number;
  dataFolder: string;
  knowledgeFolder: string;
  zalo: OutsideZalo;
  /** Whether the program may ask Zalo what has arrived. */
  mayAsk: boolean;
};

/** Starts the real program in a process of its own, and resolves when it takes events. Rejects with what it said. */
export async function startChild(settings: ChildSettings): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, ...environmentOf(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the program did not start in time: ${said}`));
    }, START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('đang chạy tại')) settle(resolve);
    };
    const settle = (then: () => void) => {
      clearTimeout(timer);
      child.stdout.off('data', hear).resume();
      child.stderr.off('data', hear).resume();
      then();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      settle(() => {
        reject(new Error(`the program ended at once: ${said}`));
      });
    });
  });
  return child;
}

function environmentOf({ port, dataFolder, knowledgeFolder, zalo, mayAsk }: ChildSettings) {
  const { account, url } = zalo;
  return {
    PORT: String(port),
    DATA_DIR: dataFolder,
    KNOWLEDGE_DIR: knowledgeFolder,
    SIMULATOR: 'off',
    LOG_LEVEL: 'silent',
    GAP_RECOVERY: mayAsk ? 'on' : 'off',
    ZALO_APP_ID: account.appId,
    ZALO_APP_SECRET: account.appSecret,
    ZALO_OA_SECRET_KEY: account.secretKey,
    ZALO_OA_IDS: `${account.communeSlug}=${account.oaId}`,
    ZALO_OPENAPI_URL: `${url}/thu/openapi`,
    ZALO_OAUTH_URL: `${url}/thu/oauth`,
  };
}

/** Sends a signal and resolves when the process is gone. */
export function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill(signal);
  });
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
