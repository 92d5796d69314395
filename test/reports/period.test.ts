import { describe, expect, it } from 'vitest';
import {
  daysFromTo,
  formatPeriod,
  namedPeriod,
  periodBefore,
  recentNames,
  twelveMonthsTo,
  within,
} from '../../src/reports/period.ts';

describe('a period', () => {
  it.each([
    ['2026-11', { from: '2026-11-01', to: '2026-11-30' }],
    ['2028-02', { from: '2028-02-01', to: '2028-02-29' }],
    ['2026-q4', { from: '2026-10-01', to: '2026-12-31' }],
    ['2026', { from: '2026-01-01', to: '2026-12-31' }],
    ['2026-13', undefined],
    ['2026-q5', undefined],
    ['', undefined],
  ])('named "%s" is %j', (name, expected) => {
    expect(namedPeriod(name)).toEqual(expected);
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['', '2026-03-01'],
    ['hôm nay', '2026-03-01'],
  ])('from "%s" to "%s" is none', (from, to) => {
    expect(daysFromTo(from, to)).toBeUndefined();
  });

  it.each([
    ['a month', '2026-03', '2027-01-01', '01/02/2026–28/02/2026'],
    ['January', '2026-01', '2027-01-01', '01/12/2025–31/12/2025'],
    ['a quarter', '2026-q1', '2027-01-01', '01/10/2025–31/12/2025'],
    ['a year', '2026', '2027-01-01', '01/01/2025–31/12/2025'],
    ['a month that is not over', '2026-11', '2026-11-21', '01/10/2026–21/10/2026'],
    ['March 30th, after a shorter month', '2026-03', '2026-03-30', '01/02/2026–28/02/2026'],
  ])('of %s is compared with the one before', (_, name, today, expected) => {
    const period = namedPeriod(name);

    expect(period && formatPeriod(periodBefore(period, today))).toBe(expected);
  });

  it('of any days is compared with as many days before', () => {
    const before = periodBefore({ from: '2026-11-05', to: '2026-11-14' }, '2027-01-01');

    expect(before).toEqual({ from: '2026-10-26', to: '2026-11-04' });
  });

  it('begins and ends at midnight in Viet Nam', () => {
    const isIn = within({ from: '2026-11-01', to: '2026-11-30' });

    expect(
      [
        '2026-10-31T16:59:59Z',
        '2026-10-31T17:00:00Z',
        '2026-11-30T16:59:59Z',
        '2026-11-30T17:00:00Z',
      ].map((at) => isIn(new Date(at))),
    ).toEqual([false, true, true, false]);
  });

  it('can be chosen from the latest months, quarters and years', () => {
    const { months, quarters, years } = recentNames('2026-02-10');

    expect(months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(quarters).toEqual(['2026-q1', '2025-q4', '2025-q3', '2025-q2', '2025-q1']);
    expect(years[0]).toBe('2026');
    expect(twelveMonthsTo({ from: '', to: '2026-02-28' })[0]).toBe('2025-03');
  });
});
