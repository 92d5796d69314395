import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/search/catalogue.ts';
import { type Band, decide } from '../../src/search/decide.ts';
import type { ItemKind } from '../../src/search/item.ts';
import type { Ranked } from '../../src/search/rank.ts';

const NO_FEATURES = {
  match: 0,
  pairs: 0,
  window: 0,
  union: 0,
  accents: 0,
  actions: 0,
  popularity: 0,
};

/** A candidate that scored so much; only kind, id and score matter to the decision. */
function scored(score: number, kind: ItemKind = 'procedure', id = '1.001193'): Ranked[] {
  return new Catalogue([
    { kind, id, title: 'Khai sinh', texts: [{ text: 'khai sinh' }] },
  ]).items.map((indexed) => ({ indexed, part: undefined, score, features: NO_FEATURES }));
}

describe('what was found is', () => {
  it.each<[string, Ranked[], Band]>([
    ['answered when it is sure and far ahead', [...scored(0.9), ...scored(0.4)], 'answer'],
    ['answered when it is the only one', scored(0.8), 'answer'],
    [
      'answered when it is as good as exact, though a sibling is near',
      [...scored(1), ...scored(0.96)],
      'answer',
    ],
    ['asked about when two are as good', [...scored(0.7), ...scored(0.69)], 'choose'],
    ['asked about when two are exactly alike', [...scored(1), ...scored(1)], 'choose'],
    ['asked about when it is unsure', [...scored(0.45), ...scored(0.1)], 'choose'],
    ['not known when the best is poor', scored(0.2), 'none'],
    ['not known when nothing was found', [], 'none'],
  ])('%s', (_, ranked, band) => {
    expect(decide(ranked)).toBe(band);
  });

  it('taken for a report more readily than for a procedure, since it is read back first', () => {
    expect(decide(scored(0.4, 'intent', 'report'))).toBe('answer');
    expect(decide(scored(0.4))).toBe('choose');
  });
});
