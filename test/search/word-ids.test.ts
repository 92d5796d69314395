import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordIds, WordSet } from '../../src/search/word-ids.ts';

describe('the numbers of words', () => {
  it('count up, and stay the same', () => {
    const ids = new WordIds();

    expect(['khai', 'sinh', 'khai'].map((word) => ids.add(word))).toEqual([0, 1, 0]);
    expect(ids.find('sinh')).toBe(1);
    expect([...ids.words()]).toEqual(['khai', 'sinh']);
  });

  it('are not given to words that are only looked for', () => {
    const ids = new WordIds();

    expect(ids.find('khai')).toBeUndefined();
    expect(ids.size).toBe(0);
  });
});

describe('a set of word numbers', () => {
  it('has what was put in and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 2000 })), fc.nat({ max: 3000 }), (ids, other) => {
        const set = new WordSet(new Set(ids));

        expect(ids.every((id) => set.has(id))).toBe(true);
        expect(set.has(other)).toBe(ids.includes(other));
      }),
    );
  });
});
