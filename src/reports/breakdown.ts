import { type Figures, figuresOf } from './figures.ts';
import type { Judged } from './judged.ts';
import { type Aspect, NONE, type Part } from './parts.ts';

/** A part with what its reports come to. */
export type Slice = Part & { figures: Figures };

/** The figures of each part, most reports first; what has no part stands last. */
export function breakdown(reports: readonly Judged[], aspect: Aspect, now: Date): Slice[] {
  const parts = new Map<string, { part: Part; reports: Judged[] }>();
  for (const report of reports) {
    const part = report.parts[aspect];
    const known = parts.get(part.key);
    if (known === undefined) parts.set(part.key, { part, reports: [report] });
    else known.reports.push(report);
  }
  return [...parts.values()]
    .sort((one, other) => size(other) - size(one))
    .map(({ part, reports: own }) => ({ ...part, figures: figuresOf(own, now) }));
}

function size({ part, reports }: { part: Part; reports: readonly Judged[] }): number {
  return part.key === NONE.key ? 0 : reports.length;
}
