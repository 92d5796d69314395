import type { Asked, Catalogue } from './catalogue.ts';
import type { Ask } from './peer.ts';

/** What one engine did with one catalogue. Shares of 1, milliseconds a question, megabytes. */
export type Outcome = {
  engine: string;
  hit1: number;
  hit3: number;
  bySet: ReadonlyMap<string, number>;
  p50: number;
  p99: number;
  buildMs: number;
  heapMb: number;
};

export type Contender = { name: string; build: (catalogue: Catalogue) => Ask | Promise<Ask> };

const WARM_PASSES = 1;
const TIMED_PASSES = 3;

/** Builds an engine, warms it up and asks it everything. Run with --expose-gc, else the heap means little. */
export async function compete({ name, build }: Contender, catalogue: Catalogue): Promise<Outcome> {
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  const ask = await build(catalogue);
  const buildMs = performance.now() - started;
  globalThis.gc?.();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const ranks = new Map<Asked, number>();
  const times: number[] = [];
  for (let pass = 0; pass < WARM_PASSES + TIMED_PASSES; pass++) {
    for (const asked of catalogue.questions) {
      const from = performance.now();
      const ids = await ask(asked.question);
      if (pass >= WARM_PASSES) times.push(performance.now() - from);
      ranks.set(
        asked,
        ids.findIndex((id) => asked.codes.includes(id)),
      );
    }
  }
  return { engine: name, buildMs, heapMb, ...spread(times), ...quality(ranks) };
}

function quality(ranks: ReadonlyMap<Asked, number>) {
  const all = [...ranks];
  const share = (of: typeof all, test: (rank: number) => boolean) =>
    of.filter(([, rank]) => test(rank)).length / of.length;
  const first = (rank: number) => rank === 0;
  const sets = [...new Set(all.map(([{ set }]) => set))];
  return {
    hit1: share(all, first),
    hit3: share(all, (rank) => rank >= 0 && rank < 3),
    bySet: new Map(
      sets.map((name) => [
        name,
        share(
          all.filter(([{ set }]) => set === name),
          first,
        ),
      ]),
    ),
  };
}

function spread(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
