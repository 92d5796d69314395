import { describe, expect, it } from 'vitest';
import { Evidence } from '../../src/search/evidence.ts';

const evidence = new Evidence([
  [
    ['khai', 'sinh'],
    ['giấy', 'khai', 'sinh'],
    ['mới', 'đẻ'],
  ],
  [['khai', 'tử']],
]);

describe('a document as a whole speaks', () => {
  it('of no term that none of its texts has', () => {
    expect(evidence.strengths(['kết'], [1])).toEqual(new Float64Array([0, 0]));
  });

  it('of terms that are scattered over its texts', () => {
    const [birth = 0, death = 0] = evidence.strengths(['đẻ', 'khai'], [1, 1]);

    expect(birth).toBeGreaterThan(death);
  });

  it('by the weight of the terms', () => {
    const [light = 0] = evidence.strengths(['đẻ', 'kết'], [1, 9]);
    const [heavy = 0] = evidence.strengths(['đẻ', 'kết'], [9, 1]);

    expect(heavy).toBeGreaterThan(light);
  });

  it('of nothing when the question says nothing', () => {
    expect(evidence.strengths([], [])).toEqual(new Float64Array([0, 0]));
  });
});
