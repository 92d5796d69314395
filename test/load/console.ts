import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vietnamDay } from '../../src/lib/clock.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { startChild } from './child-program.ts';
import { percentile } from './connections.ts';
import { fillStore, type FullStore, reportsIn } from './console-store.ts';
import type { Outcome } from './outcome.ts';

const RESIDENTS = 1500;
const PAGE_MS = 300;
const REPLY_MS = 50;

/** Who sits there, and what lies before them. */
type Desk = FullStore & { here: readonly Ticket[]; today: string };

type Request = { path: string; form?: URLSearchParams };

/** One thing that officers do, measured in a program just started, so that its first request finds nothing prepared. */
type Scenario = {
  name: string;
  mostMs: number;
  requests: (desk: Desk) => readonly Request[];
};

/** What officers do all day, and how long each may take. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'inbox, all views',
    mostMs: PAGE_MS,
    requests: () =>
      ['moi', 'cua-toi', 'sap-han', 'qua-han', 'cho-dan', 'cho-duyet', 'goi-dien', 'tat-ca'].map(
        (view) => ({ path: `phan-anh?xem=${view}` }),
      ),
  },
  {
    name: 'search without accents',
    mostMs: PAGE_MS,
    requests: () =>
      ['sut ho xe may', 'rac dau cau', 'giang a su', '678', 'khong co cau nay'].map((text) => ({
        path: `phan-anh?${new URLSearchParams({ tim: text, xem: 'tat-ca' }).toString()}`,
      })),
  },
  {
    name: 'figures of four years',
    mostMs: PAGE_MS,
    requests: ({ today }) => [{ path: `so-lieu?tu=${fourYearsBefore(today)}&den=${today}` }],
  },
  {
    name: 'figures of this year, this month',
    mostMs: PAGE_MS,
    requests: ({ today }) => [{ path: `so-lieu?ky=${today.slice(0, 4)}` }, { path: 'so-lieu' }],
  },
  {
    name: 'case',
    mostMs: PAGE_MS,
    requests: ({ here }) => here.slice(-20).map(({ code }) => ({ path: `phan-anh/${code}` })),
  },
  { name: 'saving a reply', mostMs: REPLY_MS, requests: replies },
];

/** How fast officers are served when four years of reports lie in the store: real HTTP, a program of its own. */
export async function measureConsole({ cases = 50_000, rounds = 20 } = {}): Promise<Outcome> {
  const full = await mkdtemp(join(tmpdir(), 'mot-cua-console-'));
  try {
    const now = new Date();
    const store = await fillStore(full, cases, now);
    await startOnce(full); // what the clock does to old reports is done before anything is measured
    const desk = { ...store, here: await reportsIn(full), today: vietnamDay(now) };
    const rows = [`${cases} reports, ${desk.here.length} of them in the officer's commune`];
    let isGood = true;
    for (const scenario of SCENARIOS) {
      const requests = scenario.requests(desk);
      const times = await measure(full, { requests, store, rounds });
      isGood &&= percentile(times, 100) < scenario.mostMs;
      rows.push(rowOf(scenario, times));
    }
    return { rows, isGood };
  } finally {
    await rm(full, { recursive: true, force: true });
  }
}

function rowOf({ name, mostMs }: Scenario, times: readonly number[]): string {
  const [first = 0, ...rest] = times;
  const [p50, p99, most] = [50, 99, 100].map((part) => percentile(rest, part).toFixed(0));
  return (
    `${name.padEnd(34)} first ${first.toFixed(0).padStart(4)} ms; ` +
    `then ${rest.length} times: p50 ${p50 ?? ''}, p99 ${p99 ?? ''}, most ${most ?? ''} ms (limit ${mostMs})`
  );
}

async function startOnce(folder: string): Promise<void> {
  const program = await startChild({ residents: 0, prepare: (own) => copy(folder, own) });
  await program.stop();
  await rm(folder, { recursive: true });
  await copy(program.folder, folder);
  await program.clear();
}

function copy(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true });
}

type Measuring = { requests: readonly Request[]; store: FullStore; rounds: number };

/** The milliseconds of each request, in order. A page is asked for again and again, a form is sent once. */
async function measure(full: string, { requests, store, rounds }: Measuring): Promise<number[]> {
  const program = await startChild({
    residents: RESIDENTS,
    prepare: (own) => copy(full, own),
  });
  try {
    const isForm = requests.some(({ form }) => form !== undefined);
    const all = isForm ? requests : Array.from({ length: rounds }, () => requests).flat();
    return await timesOf(program.url, all, store);
  } finally {
    await program.stop();
    await program.clear();
  }
}

/** The milliseconds that each request takes, one after another, as the officer of the store. */
export async function timesOf(
  url: string,
  requests: readonly Request[],
  store: FullStore,
): Promise<number[]> {
  const times: number[] = [];
  for (const [i, request] of requests.entries()) {
    times.push(await timeOf(`${url}/can-bo/${request.path}`, request, { store, i }));
  }
  return times;
}

async function timeOf(
  url: string,
  { form }: Request,
  { store, i }: { store: FullStore; i: number },
): Promise<number> {
  // Each from an address of its own: a minute's worth of pages for one address would soon be used up.
  const headers = { Cookie: store.cookie, 'X-Forwarded-For': `10.0.${i >> 8}.${i & 255}` };
  const started = performance.now();
  const init = form === undefined ? { headers } : { method: 'POST', headers, body: form };
  const response = await fetch(url, { ...init, redirect: 'manual' });
  await response.arrayBuffer();
  const ms = performance.now() - started;
  const expected = form === undefined ? 200 : 303;
  if (response.status !== expected) throw new Error(`${url} was answered ${response.status}`);
  return ms;
}

/** Answers to reports long overdue, which the clock leaves alone, as the form of the case page sends them. */
function replies({ here, csrfToken }: Desk): Request[] {
  return here
    .filter(({ state, userId }) => state === 'in-progress' && userId !== '')
    .filter(({ timeline }) => timeline.some(({ text }) => text === 'Quá 45 ngày'))
    .slice(-200)
    .map(({ code, version }) => ({
      path: `phan-anh/${code}/viec`,
      form: new URLSearchParams({
        _csrf: csrfToken,
        lam: 'answer',
        'phien-ban': String(version),
        'noi-dung': 'Xã đã cho người ra sửa sáng nay. Cảm ơn anh/chị đã báo.',
      }),
    }));
}

function fourYearsBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 4}${today.slice(4)}`;
}
