import { parseArgs } from 'node:util';
import { keepBaseline } from './baseline.ts';
import { measure, type Result } from './measure.ts';
import { noisyCases } from './noise.ts';
import { readCases } from './question-sets.ts';
import { figuresBySet, table } from './report.ts';

// npm run quality [-- --half tune|report] [--misses [set]] [--keep]: --keep makes the figures those that CI holds to
const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'report' },
    misses: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const half = values.half === 'tune' ? 'tune' : 'report';
const cases = readCases(half);
const results = await measure([...cases, ...noisyCases(cases)], new Date());
print(`Half: ${half}; ${results.length} questions`);
const figures = figuresBySet(results);
print(table(figures));
if (values.keep && half === 'report') keepBaseline(figures);
const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
print(`ms a turn: p50 ${at(times, 0.5)}, p99 ${at(times, 0.99)}`);

// Only the half that is looked at anyway shows its misses.
if (values.misses !== undefined && half === 'tune') {
  for (const miss of results.filter((result) => isMiss(result) && belongs(result)))
    print(describe(miss));
}

function isMiss({ question, rank, isKindRight, isFacetRight }: Result): boolean {
  const isRanked = question.codes.length + question.ids.length > 0;
  return (isRanked && rank !== 0) || !isKindRight || !isFacetRight;
}

function belongs({ set }: Result): boolean {
  return values.misses === 'all' || values.misses === set;
}

function describe({ set, question, kind, ids, facet }: Result): string {
  const wanted = [
    question.kind ?? question.kinds?.join('/'),
    ...question.codes,
    ...question.ids,
    question.facet,
  ];
  return `[${set}] ${question.question}\n    wanted ${wanted.filter(Boolean).join(' ')}\n    got    ${kind} ${facet ?? ''} ${ids.slice(0, 4).join(' ')}`;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
