import { describe, expect, it } from 'vitest';
import { slipCost } from '../../src/search/slip-cost.ts';

describe('a slip of the finger', () => {
  it.each([
    ['a letter typed twice than a strange one', 'sinhh', 'sinhu'],
    ['two letters swapped than a wrong one', 'sihn', 'sixh'],
    ['the key beside than one far away', 'sunh', 'sanh'],
    ['a letter left out than another put in', 'snh', 'stinh'],
  ])('is likelier when it is %s', (_, likely, unlikely) => {
    expect(slipCost(likely, 'sinh')).toBeLessThan(slipCost(unlikely, 'sinh'));
  });
});
