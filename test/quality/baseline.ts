import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ClassFigures, margin } from './report.ts';

const FILE = join(import.meta.dirname, 'baseline.json');

/** A class without codes is judged by the kind of answer alone: its hit@1 is null. */
const baselineSchema = z.record(
  z.string(),
  z.strictObject({ n: z.number(), hit1: z.number().nullable(), kind: z.number() }),
);
type Baseline = z.infer<typeof baselineSchema>;

/** What the search could do when it was last found good. */
export function readBaseline(): Baseline {
  return baselineSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** Keeps these figures as the ones that later changes are held to. */
export function keepBaseline(figures: readonly ClassFigures[]): void {
  const kept: Baseline = Object.fromEntries(
    figures.map(({ set, n, hit1, kind }) => [
      set,
      { n, hit1: Number.isFinite(hit1) ? hit1 : null, kind },
    ]),
  );
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
}

/** The classes that fell by more than the interval of their baseline, in words; empty when none did. */
export function falls(figures: readonly ClassFigures[], baseline: Baseline): string[] {
  return figures.flatMap(({ set, hit1, kind }) => {
    const before = baseline[set];
    if (before === undefined) return [`${set}: no baseline; run npm run quality -- --keep`];
    return [
      ...fall(`${set} hit@1`, { now: hit1, before: before.hit1, n: before.n }),
      ...fall(`${set} kind`, { now: kind, before: before.kind, n: before.n }),
    ];
  });
}

type Compared = { now: number; before: number | null; n: number };

function fall(name: string, { now, before, n }: Compared): string[] {
  if (before === null || now >= before - margin(before, n)) return [];
  const percent = (share: number) => (share * 100).toFixed(1);
  return [`${name}: ${percent(before)} → ${percent(now)}`];
}
