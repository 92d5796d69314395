import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oaAccount } from '../zalo/account.ts';
import { percentile, sendSideBySide } from './connections.ts';
import type { Outcome } from './outcome.ts';
import { signedText } from './signed-events.ts';

const KINDS = ['bare', 'express', 'ours'] as const;
const CONNECTIONS = 50;
const LEAST_SHARE = 0.85;

/** What our layers cost: the webhook beside an Express route and a bare server that do only what must be done. */
export async function measureThroughput({ requests = 20_000, rounds = 3 } = {}): Promise<Outcome> {
  const best: Record<string, number> = {};
  const rows: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) {
      const { perSecond, p50, p99, failed } = await measure(kind, requests);
      best[kind] = Math.max(best[kind] ?? 0, perSecond);
      rows.push(
        `${kind.padEnd(8)} ${perSecond}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} failed`,
      );
    }
  }
  const { bare = 1, express = 1, ours = 0 } = best;
  const share = ours / express;
  rows.push(
    `best of ${rounds}: ours is ${share.toFixed(2)} of Express, ${(ours / bare).toFixed(2)} of bare node:http`,
  );
  return { rows, isGood: share >= LEAST_SHARE };
}

async function measure(kind: (typeof KINDS)[number], requests: number) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-load-'));
  const server = fork(join(import.meta.dirname, 'webhook-server.ts'), [kind, folder]);
  try {
    const port = await new Promise<number>((resolve) =>
      server.once('message', (told) => {
        resolve(Number(told));
      }),
    );
    const bodies = Array.from({ length: requests }, (_, i) => signedText(oaAccount(), i, 500));
    await sendSideBySide(port, bodies.splice(0, 2000), CONNECTIONS); // so that the code is warm
    const { perSecond, answers } = await sendSideBySide(port, bodies, CONNECTIONS);
    const times = answers.map(({ ms }) => ms);
    const failed = answers.filter(({ status }) => status !== 200).length;
    return { perSecond, p50: percentile(times, 50), p99: percentile(times, 99), failed };
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
