import { describe, expect, it } from 'vitest';
import { formatDay, vietnamDay } from '../../src/lib/clock.ts';

describe('the day in Viet Nam', () => {
  it.each([
    ['2026-11-20T16:59:59.999Z', '2026-11-20'],
    ['2026-11-20T17:00:00.000Z', '2026-11-21'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
    ['2028-02-28T18:00:00Z', '2028-02-29'],
    ['2026-11-21T00:00:00+07:00', '2026-11-21'],
  ])('at %s is %s, wherever the server stands', (instant, expected) => {
    expect(vietnamDay(new Date(instant))).toBe(expected);
  });

  it('is written day first', () => {
    expect(formatDay('2026-11-21')).toBe('21/11/2026');
    expect(formatDay('2027-03-01T00:00:00Z')).toBe('01/03/2027');
  });
});
