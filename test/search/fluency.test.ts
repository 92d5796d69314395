import { describe, expect, it } from 'vitest';
import { Fluency } from '../../src/search/fluency.ts';

const fluency = new Fluency([
  ['khai', 'sinh'],
  ['khai', 'sinh', 'lại'],
  ['khai', 'tử'],
]);

describe('how usual a word is', () => {
  it('depends on the word before: what often follows costs least', () => {
    const [often, seldom, never] = ['sinh', 'tử', 'lại'].map((word) => fluency.cost('khai', word));

    expect(often).toBeLessThan(seldom ?? 0);
    expect(seldom).toBeLessThan(never ?? 0);
  });

  it('costs most when the word was never seen', () => {
    expect(fluency.cost('khai', 'báo')).toBeGreaterThan(fluency.cost('khai', 'lại'));
  });

  it('tells neighbours by their order', () => {
    expect(fluency.areNeighbours('khai', 'tử')).toBe(true);
    expect(fluency.areNeighbours('tử', 'khai')).toBe(false);
  });
});
