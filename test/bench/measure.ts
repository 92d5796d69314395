import { loadKnowledge } from '../../src/knowledge/load.ts';
import { atOnce } from '../../src/lib/sliced.ts';
import { createSearches, type Search } from '../../src/search/search.ts';
import { TODAY } from '../helpers/build.ts';
import { readCases } from '../quality/question-sets.ts';
import { HOSTILE, LONG_MESSAGE } from '../search/hostile.ts';

/** What one run found out, by name. Times are milliseconds, sizes megabytes. */
export type Figures = Readonly<Record<string, number>>;

const ROUNDS = 5; // the first is cold; of the others the median counts
const REPEATS = 7;

/** Loads a knowledge folder, builds the searches of its communes and asks every question, cold and warmed up. */
export async function measure(folder: string): Promise<Figures> {
  const started = performance.now();
  const { knowledge } = await loadKnowledge(folder);
  const loaded = performance.now();
  const [local, ...others] = knowledge.communes.values();
  if (local === undefined) throw new Error(`no commune in ${folder}`);
  const searchOf = atOnce(createSearches(knowledge, TODAY));
  const search = searchOf(local);
  const indexed = performance.now();
  for (const other of others) searchOf(other);
  const all = performance.now();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    procedures: knowledge.procedures.size,
    load: loaded - started,
    index: indexed - loaded,
    'load + index': indexed - started,
    'next commune': (all - indexed) / Math.max(1, others.length),
    heap: heapUsed / 2 ** 20,
    rss: rss / 2 ** 20,
    ...questionTimes(search),
    ...longTimes(search),
  };
}

function questionTimes(search: Search): Figures {
  const questions = [...readCases('tune'), ...readCases('report')].flatMap(({ turns }) =>
    turns.map(({ question }) => question),
  );
  const rounds = Array.from({ length: ROUNDS }, () =>
    questions.map((question) => timed(() => search(question))),
  );
  const [cold = [], ...warm] = rounds;
  const warmed = questions.map((_, i) => median(warm.map((times) => times[i] ?? 0)));
  return { questions: questions.length, ...spread('cold', cold), ...spread('warm', warmed) };
}

/** Asked with ever more spaces, because a question asked again is remembered. */
function longTimes(search: Search): Figures {
  const timeOf = (text: string) =>
    median(
      Array.from({ length: REPEATS }, (_, i) => timed(() => search(`${text}${' '.repeat(i)}`))),
    );
  return {
    '2,000 letters': timeOf(LONG_MESSAGE),
    'worst hostile': Math.max(...HOSTILE.map(([, text]) => timeOf(text))),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function spread(name: string, values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { [`${name} p50`]: at(0.5), [`${name} p99`]: at(0.99), [`${name} max`]: at(1) };
}
