import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/lib/money.ts';

describe('an amount of money', () => {
  it.each([
    [0, '0 đồng'],
    [500, '500 đồng'],
    [7000, '7.000 đồng'],
    [150_000, '150.000 đồng'],
    [1_000_000, '1.000.000 đồng'],
    [12_345_678_900, '12.345.678.900 đồng'],
  ])('of %i is written %s', (vnd, expected) => {
    expect(formatMoney(vnd)).toBe(expected);
  });
});
