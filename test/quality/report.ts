import type { Result } from './measure.ts';

const Z = 1.96; // 95%

export type ClassFigures = {
  set: string;
  n: number;
  hit1: number;
  hit3: number;
  mrr: number;
  kind: number;
  refused: number;
  facet: number;
};

/** The figures of each set, in shares of 1. Sets without codes are judged by the kind of answer alone. */
export function figuresBySet(results: readonly Result[]): ClassFigures[] {
  const sets = [...new Set(results.map(({ set }) => set))];
  return sets.map((set) =>
    figuresOf(
      set,
      results.filter((result) => result.set === set),
    ),
  );
}

function figuresOf(set: string, results: readonly Result[]): ClassFigures {
  const ranked = results.filter(({ question }) => question.codes.length + question.ids.length > 0);
  const share = (test: (result: Result) => boolean, of: readonly Result[] = ranked) =>
    of.length === 0 ? NaN : of.filter(test).length / of.length;
  return {
    set,
    n: results.length,
    hit1: share(({ rank }) => rank === 0),
    hit3: share(({ rank }) => rank !== undefined && rank < 3),
    mrr:
      ranked.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / (rank + 1)), 0) /
      ranked.length,
    kind: share(({ isKindRight }) => isKindRight, results),
    refused: share(({ kind }) => kind === 'none'),
    facet: share(({ isFacetRight }) => isFacetRight, results),
  };
}

/** The Wilson interval of a share: half its width, in shares of 1. */
export function margin(share: number, n: number): number {
  if (!Number.isFinite(share) || n === 0) return NaN;
  const spread = Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return (Z * spread) / (1 + (Z * Z) / n);
}

/** The figures as a table for people, in percent. */
export function table(figures: readonly ClassFigures[]): string {
  const head = ['set', 'n', 'hit@1', '±', 'hit@3', 'MRR', 'kind', 'refused', 'facet'];
  const rows = figures.map((one) => [
    one.set,
    String(one.n),
    percent(one.hit1),
    percent(margin(one.hit1, one.n)),
    percent(one.hit3),
    Number.isFinite(one.mrr) ? one.mrr.toFixed(3) : '–',
    percent(one.kind),
    percent(one.refused),
    percent(one.facet),
  ]);
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

function percent(share: number): string {
  return Number.isFinite(share) ? (share * 100).toFixed(1) : '–';
}
