import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Nearest } from '../../src/lib/nearest.ts';

describe('the nearest of many', () => {
  it('are those that sorting them all would put first, equals in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), fc.integer({ min: 1, max: 8 }), (scores, most) => {
        const nearest = new Nearest<number>(most);
        scores.forEach((score, i) => {
          nearest.offer(i, score);
        });

        const sorted = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
        expect(nearest.items).toEqual(sorted.slice(0, most));
      }),
    );
  });
});
