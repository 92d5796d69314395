import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/lib/sliced.ts';
import { Evidence } from '../../src/search/evidence.ts';

const WORDS = { khai: 0, sinh: 1, moi: 2, de: 3, tu: 4, ket: 5 };
const { khai, sinh, moi, de, tu, ket } = WORDS;
const birth = [
  [khai, sinh],
  [moi, de],
];
const death = [[khai, tu]];
const evidence = atOnce(Evidence.of([birth, death]));

describe('a document as a whole speaks', () => {
  it('of no term that none of its texts has', () => {
    expect(evidence.strengths([ket, undefined], [1, 1])).toEqual(new Float64Array([0, 0]));
  });

  it('of terms that are scattered over its texts', () => {
    const [ofBirth = 0, ofDeath = 0] = evidence.strengths([de, khai], [1, 1]);

    expect(ofBirth).toBeGreaterThan(0);
    expect(ofBirth).toBeGreaterThan(ofDeath);
  });

  it('the more, the larger the share of its texts that have the term', () => {
    const often = atOnce(Evidence.of([[[de], [de]], [[de], [moi]], [[tu]]]));
    const [always = 0, half = 0, never = 0] = often.strengths([de], [1]);

    expect(always).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(never);
    expect(never).toBeLessThan(0);
  });

  it('by the weight of the terms', () => {
    const [light = 0] = evidence.strengths([de, tu], [1, 9]);
    const [heavy = 0] = evidence.strengths([de, tu], [9, 1]);

    expect(heavy).toBeGreaterThan(light);
  });

  it('of nothing when the question says nothing', () => {
    expect(evidence.strengths([], [])).toEqual(new Float64Array([0, 0]));
  });
});
