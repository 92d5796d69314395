import { describe, expect, it } from 'vitest';
import { falls, readBaseline } from './baseline.ts';
import { measure } from './measure.ts';
import { readCases } from './question-sets.ts';
import { type ClassFigures, figuresBySet } from './report.ts';

const plain: ClassFigures = {
  set: 'plain',
  n: 40,
  hit1: 0.95,
  hit3: 1,
  mrr: 0.97,
  kind: 1,
  refused: 0,
  facet: 1,
};

describe('the gate of quality', () => {
  it('lets chance pass and stops a fall', () => {
    const baseline = { plain: { n: 40, hit1: 0.95, kind: 1 } };

    expect(falls([{ ...plain, hit1: 0.9 }], baseline)).toEqual([]);
    expect(falls([{ ...plain, hit1: 0.7 }], baseline)).toEqual(['plain hit@1: 95.0 → 70.0']);
  });

  it('finds no class of questions fallen below what was reached', async () => {
    const results = await measure(readCases('report'), new Date());

    expect(falls(figuresBySet(results), readBaseline())).toEqual([]);
  }, 60_000);
});
