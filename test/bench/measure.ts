import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSearch } from '../../src/search/search.ts';
import { TODAY } from '../helpers/build.ts';
import { readCases } from '../quality/question-sets.ts';

/** What one run found out, by name. Times are milliseconds, sizes megabytes. */
export type Figures = Readonly<Record<string, number>>;

/** Loads a knowledge folder, builds the search of its first commune and asks every question once, cold. */
export async function measure(folder: string): Promise<Figures> {
  const started = performance.now();
  const { knowledge } = await loadKnowledge(folder);
  const loaded = performance.now();
  const [local] = knowledge.communes.values();
  if (local === undefined) throw new Error(`no commune in ${folder}`);
  const search = createSearch(knowledge, local, TODAY);
  const indexed = performance.now();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();

  const questions = [...readCases('tune'), ...readCases('report')].flatMap(({ turns }) =>
    turns.map(({ question }) => question),
  );
  const asked = questions.map((question) => timed(() => search(question)));
  return {
    procedures: knowledge.procedures.size,
    questions: questions.length,
    load: loaded - started,
    index: indexed - loaded,
    'load + index': indexed - started,
    heap: heapUsed / 2 ** 20,
    rss: rss / 2 ** 20,
    ...spread(
      'wall',
      asked.map(({ wall }) => wall),
    ),
    ...spread(
      'cpu',
      asked.map(({ cpu }) => cpu),
    ),
  };
}

/** CPU time is that of the whole process, its garbage collection and compiler threads included. */
function timed(work: () => unknown): { wall: number; cpu: number } {
  const before = process.cpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function spread(name: string, values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { [`${name} p50`]: at(0.5), [`${name} p99`]: at(0.99), [`${name} max`]: at(1) };
}
