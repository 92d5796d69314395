import { describe, expect, it } from 'vitest';
import { vietnamTime } from '../../src/lib/clock.ts';
import { plainCalendar } from '../../src/model/calendar.ts';
import {
  isWorkingMoment,
  nextOpening,
  reasonOf,
  spansOf,
  workingDaysBetween,
} from '../../src/pakn/working-calendar.ts';
import { realCalendar } from '../helpers/feedback.ts';

function at(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+07:00`);
}

describe('the working calendar', () => {
  it.each([
    ['2026-11-20 07:30', true],
    ['2026-11-20 11:30', true],
    ['2026-11-20 11:31', false],
    ['2026-11-20 13:30', true],
    ['2026-11-20 17:01', false],
    ['2026-11-21 09:00', false], // Saturday
    ['2026-01-10 09:00', true], // Saturday worked for 02/01
    ['2026-02-18 09:00', false], // Tết
  ])('at %s says that somebody works: %s', (time, isOpen) => {
    expect(isWorkingMoment(realCalendar, at(time))).toBe(isOpen);
  });

  it.each([
    ['2026-11-20 10:00', '2026-11-20 10:00'],
    ['2026-11-20 12:00', '2026-11-20 13:30'],
    ['2026-11-20 18:00', '2026-11-23 07:30'],
    ['2026-02-13 17:30', '2026-02-23 07:30'],
    ['2026-01-09 18:00', '2026-01-10 07:30'],
  ])('after %s opens at %s', (time, opening) => {
    const next = nextOpening(realCalendar, at(time));

    expect(next && vietnamTime(next).slice(0, 16).replace('T', ' ')).toBe(opening);
  });

  it('gives no opening where nobody ever works', () => {
    expect(nextOpening({ ...plainCalendar, week: [] }, at('2026-11-20 10:00'))).toBeUndefined();
  });

  it('says why a day is off', () => {
    expect(reasonOf(realCalendar, '2026-02-18')).toBe('Tết Nguyên đán Bính Ngọ');
    expect(reasonOf(realCalendar, '2026-11-21')).toBe('ngày nghỉ hằng tuần');
    expect(reasonOf(realCalendar, '2027-02-09')).toContain('cần xác nhận');
    expect(reasonOf(realCalendar, '2026-11-20')).toBeUndefined();
  });

  it('gives a swapped day the hours of the day it stands for', () => {
    const halfFridays = {
      ...realCalendar,
      week: realCalendar.week.map((spans, day) => (day === 5 ? spans.slice(0, 1) : spans)),
    };

    expect(spansOf(halfFridays, '2026-01-10')).toEqual([{ from: '07:30', to: '11:30' }]);
  });

  it('counts the working days that lie ahead', () => {
    expect(workingDaysBetween(realCalendar, '2026-02-13', '2026-02-24')).toBe(2);
    expect(workingDaysBetween(realCalendar, '2026-02-24', '2026-02-13')).toBe(0);
  });
});
