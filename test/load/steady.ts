import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { type ChildProgram, readMetric, startChild } from './child-program.ts';
import { type Answer, percentile, sendAtRate } from './connections.ts';
import type { Outcome } from './outcome.ts';
import { signedText } from './signed-events.ts';

const SLOWEST_P99_MS = 100;
const LONGEST_STOP_MS = 10_000;
const MEGABYTE = 1024 ** 2;

export type SteadyLoad = {
  perSecond: number;
  seconds: number;
  residents: number;
  /** How much the memory may grow between the second and the last tenth of the time, as a part of it. */
  growth: number;
};

/** So many signed events a second: how fast each is acknowledged, whether each is kept, and what memory does. */
export async function measureSteadyLoad(load: SteadyLoad): Promise<Outcome> {
  const program = await startChild(load);
  try {
    const memory: number[] = [];
    const watch = setInterval(() => {
      void program.memory().then(
        (bytes) => memory.push(bytes / MEGABYTE),
        () => undefined,
      );
    }, load.seconds * 25);
    const port = Number(new URL(program.url).port);
    const answers = await sendAtRate(
      port,
      (i) => signedText(program.account, i, load.residents),
      load,
    );
    clearInterval(watch);
    const backlog = await readMetric(program.url, 'inbox_backlog');
    const outbox = await readMetric(program.url, 'outbox_depth');
    const stopMs = await program.stop();
    const lost = await countLost(program, answers);
    return judge({ load, answers, memory, lost, stopMs, left: { backlog, outbox } });
  } finally {
    await program.clear();
  }
}

/** Events that were acknowledged and are not in the store that the program has left. */
async function countLost({ folder }: ChildProgram, answers: readonly Answer[]): Promise<number> {
  const store = await openLowdbStore(folder);
  try {
    return answers.filter(
      ({ status }, i) => status === 200 && store.events.get(`load${i}`) === undefined,
    ).length;
  } finally {
    await store.close();
  }
}

type Measured = {
  load: SteadyLoad;
  answers: readonly Answer[];
  memory: readonly number[];
  lost: number;
  stopMs: number;
  left: { backlog: number; outbox: number };
};

function judge({ load, answers, memory, lost, stopMs, left }: Measured): Outcome {
  const kept = answers.filter(({ status }) => status === 200);
  const times = kept.map(({ ms }) => ms);
  const p99 = percentile(times, 99);
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const early = average(memory.slice(tenth, 2 * tenth));
  const late = average(memory.slice(-tenth));
  const growth = late / early - 1;
  const rows = [
    `${load.perSecond}/s for ${load.seconds} s from ${load.residents} residents: ${kept.length} of ${answers.length} acknowledged`,
    `acknowledged after p50 ${percentile(times, 50).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${percentile(times, 100).toFixed(0)} ms (from when each was due)`,
    `acknowledged but lost: ${lost}`,
    `memory: ${early.toFixed(0)} MB early, ${late.toFixed(0)} MB late (${(growth * 100).toFixed(0)} %), most ${Math.max(0, ...memory).toFixed(0)} MB`,
    `left when the load ended: ${left.backlog} events, ${left.outbox} messages; stopped within ${(stopMs / 1000).toFixed(1)} s`,
  ];
  const isGood =
    lost === 0 &&
    kept.length === answers.length &&
    p99 < SLOWEST_P99_MS &&
    stopMs < LONGEST_STOP_MS &&
    growth < load.growth;
  return { rows, isGood };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
