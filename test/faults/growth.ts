import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { Records } from '../../src/store/lowdb/records.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { ticket } from '../helpers/build.ts';

const WRITES = 5000;
const AT_ONCE = 4;

/** What one durable change costs with so many cases in the store, in milliseconds. */
export async function costWith(cases: number): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-growth-'));
  try {
    await fill(folder, cases);
    const before = performance.now();
    const records = await Records.open(folder);
    const openMs = performance.now() - before;
    const stalls = monitorEventLoopDelay({ resolution: 1 });
    stalls.enable();
    const pauses = watchPauses();
    const times = await change(records, cases);
    const snapshotFrom = performance.now();
    await records.snapshot();
    const snapshotMs = performance.now() - snapshotFrom;
    stalls.disable();
    const longestPauseMs = await pauses.end();
    await records.close();
    times.sort((a, b) => a - b);
    const at = (part: number) => rounded(times[Math.floor((times.length - 1) * part)] ?? 0);
    return {
      cases,
      openMs: rounded(openMs),
      writeP50Ms: at(0.5),
      writeP99Ms: at(0.99),
      writeWorstMs: at(1),
      snapshotAllMs: rounded(snapshotMs),
      longestStallMs: rounded(stalls.max / 1e6),
      ofThatMemoryPauseMs: rounded(longestPauseMs),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The longest time for which the garbage collector stopped everything: no slicing of our own work shortens that. */
function watchPauses() {
  let longestMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
  });
  observer.observe({ entryTypes: ['gc'] });
  const end = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50)); // entries are told of a moment later
    observer.disconnect();
    return longestMs;
  };
  return { end };
}

async function fill(folder: string, cases: number): Promise<void> {
  const records = await Records.open(folder);
  for (let from = 0; from < cases; from += 500) {
    const codes = Array.from({ length: Math.min(500, cases - from) }, (_, i) => from + i);
    await records.commit(
      codes.map((i) => ({ table: 'ticket', key: codeOf(i), value: aTicket(i) }) as const),
    );
  }
  await records.close();
}

/** Changes cases all over the years, so that every file must be written anew. */
async function change(records: Records, cases: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const writer = async () => {
    while (next < WRITES) {
      const i = Math.floor((next++ * cases) / WRITES);
      const from = performance.now();
      await records.commit([{ table: 'ticket', key: codeOf(i), value: aTicket(i) }]);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  return times;
}

function codeOf(i: number): string {
  return `ND-2611-${String(i).padStart(6, '0')}`;
}

function aTicket(i: number): Ticket {
  const content = `Việc số ${i}. `.padEnd(500, 'đường hỏng ');
  return ticket({ code: codeOf(i), eventId: `e${i}`, content });
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
