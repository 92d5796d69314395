import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropToken } from '../../src/token-drop.ts';
import { commune, procedure } from '../helpers/build.ts';
import { end, freePort, startChild } from './child-program.ts';
import { Crowd } from './crowd.ts';
import { openZalo, type OutsideZalo } from './outside-zalo.ts';
import { type Blow, everybodyAnswered, type Tally, tally } from './tally.ts';

const AT_ONCE = 12;
const LONGEST_BETWEEN_MS = 600;
const SETTLE_MS = 60_000;

/** Where the data stands, and how a blow falls on the program that uses it. */
export type Ground = {
  dataFolder: string;
  /** Ends the program in the rudest way, and leaves the data as a new start would find them. */
  strike: (child: ChildProcess) => Promise<void>;
  /** Whether the program may ask Zalo what has arrived. */
  mayAsk: boolean;
};

/** Runs the real program under load on a ground, strikes it so many times, and gives what came of it. */
export async function underBlows(ground: Ground, blows: number): Promise<Tally> {
  const port = await freePort();
  const zalo = await openZalo(() => `http://127.0.0.1:${port}/webhook/zalo`);
  const knowledgeFolder = await smallKnowledge();
  const { dataFolder, mayAsk } = ground;
  try {
    await dropToken(dataFolder, zalo.simulator.initialTokens(zalo.account.oaId));
    const start = () => startChild({ port, dataFolder, knowledgeFolder, zalo, mayAsk });
    return await run({ ground, zalo, start, blows });
  } finally {
    await zalo.close();
    await rm(knowledgeFolder, { recursive: true, force: true });
  }
}

type Run = {
  ground: Ground;
  zalo: OutsideZalo;
  start: () => Promise<ChildProcess>;
  blows: number;
};

async function run({ ground, zalo, start, blows }: Run): Promise<Tally> {
  const crowd = new Crowd(zalo);
  let child = await start();
  const fallen: Blow[] = [];
  try {
    const expected = await repliesOfOne(crowd, zalo);
    const stop = new AbortController();
    const load = crowd.run(AT_ONCE, stop.signal);
    for (let i = 0; i < blows; i++) {
      await sleep(Math.random() * LONGEST_BETWEEN_MS);
      const from = performance.now();
      await ground.strike(child);
      fallen.push({ from, to: performance.now() });
      child = await start();
    }
    stop.abort();
    await load;
    await everybodyAnswered(crowd.people, zalo, expected, SETTLE_MS);
    await end(child, 'SIGTERM');
    const { dataFolder, mayAsk } = ground;
    return await tally({ crowd, zalo, dataFolder, mayAsk, blows: fallen, expected });
  } finally {
    await end(child, 'SIGKILL');
  }
}

/** How many messages a question and a report bring when nothing disturbs. */
async function repliesOfOne(crowd: Crowd, { arrivals }: OutsideZalo) {
  const counts: number[] = [];
  for (const reports of [false, true]) {
    const person = crowd.next(reports);
    await crowd.speak(person);
    await sleep(1500);
    const arrived = arrivals.get(person.resident.userId) ?? [];
    counts.push(new Set(arrived.map(({ text }) => text)).size);
  }
  const [question = 0, report = 0] = counts;
  if (question === 0 || report === 0) throw new Error('the program does not answer at all');
  return { question, report };
}

/** The real words, and one procedure only: a start must be quick. */
async function smallKnowledge(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mot-cua-kien-thuc-'));
  for (const part of ['vocabulary', 'feedback', 'calendar']) {
    await cp(join(import.meta.dirname, '../../knowledge', part), join(root, part), {
      recursive: true,
    });
  }
  const files = {
    'communes/nam-dan/commune.json': commune(),
    'procedures/ho-tich/1.001193-dang-ky-khai-sinh.json': procedure(),
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), JSON.stringify(content));
  }
  return root;
}
