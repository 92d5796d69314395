import { describe, expect, it } from 'vitest';
import { recordDiff } from '../../src/knowledge/record-diff.ts';

describe('the difference of two versions', () => {
  const before = { name: 'A', fees: [{ vnd: 5000, per: 'lần' }], steps: ['một', 'hai', 'ba'] };

  it('is nothing for the same content', () => {
    expect(recordDiff(before, structuredClone(before))).toEqual([]);
  });

  it.each([
    [
      'a changed amount',
      { ...before, fees: [{ vnd: 8000, per: 'lần' }] },
      ['fees[0].vnd', '5000', '8000'],
    ],
    ['a new field', { ...before, deadline: '60 ngày' }, ['deadline', undefined, '60 ngày']],
    [
      'a step put first',
      { ...before, steps: ['không', ...before.steps] },
      ['steps[0]', undefined, 'không'],
    ],
    ['a step left out', { ...before, steps: ['một', 'ba'] }, ['steps[1]', 'hai', undefined]],
    ['a step reworded', { ...before, steps: ['một', 'hai!', 'ba'] }, ['steps[1]', 'hai', 'hai!']],
    [
      'another kind of value',
      { ...before, fees: null },
      ['fees', '[ { "vnd": 5000, "per": "lần" } ]', 'null'],
    ],
  ])('names %s alone', (_, after, [path, was, is]) => {
    expect(recordDiff(before, after)).toEqual([{ path, before: was, after: is }]);
  });

  it('tells a step that moved', () => {
    const changes = recordDiff(before, { ...before, steps: ['ba', 'một', 'hai'] });

    expect(changes).toEqual([
      { path: 'steps[0]', before: undefined, after: 'ba' },
      { path: 'steps[2]', before: 'ba', after: undefined },
    ]);
  });

  it('tells a whole file that came or went', () => {
    expect(recordDiff(undefined, { a: 1 })).toEqual([
      { path: '', before: undefined, after: '{ "a": 1 }' },
    ]);
  });
});
