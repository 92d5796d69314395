import { assert, constantFrom, date, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnamTime } from '../../src/lib/clock.ts';
import { plainCalendar } from '../../src/model/calendar.ts';
import type { LimitRow } from '../../src/model/feedback.ts';
import type { Pause } from '../../src/model/ticket.ts';
import { count, type Span } from '../../src/pakn/counting.ts';
import { isWorkingMoment } from '../../src/pakn/working-calendar.ts';
import { realCalendar } from '../helpers/feedback.ts';

/** A moment in Viet Nam: `2026-02-13 10:00`. */
function at(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+07:00`);
}

function limit(amount: number, unit: LimitRow['unit']): Pick<Span, 'row'> {
  return { row: { amount, unit } };
}

const days = (amount: number) => limit(amount, 'working-day');
const hours = (amount: number) => limit(amount, 'working-hour');

function pause(from: string, to?: string): Pause {
  return { from: at(from), to: to === undefined ? undefined : at(to) };
}

type Case = Pick<Span, 'row'> & Partial<Pick<Span, 'pauses' | 'extraDays'>>;

function counted(start: string, { row, pauses = [], extraDays = 0 }: Case) {
  return count({ start: at(start), row, pauses, extraDays }, realCalendar);
}

function dueAt(start: string, span: Case): string | undefined {
  const due = counted(start, span).dueAt;
  return due && vietnamTime(due).slice(0, 16).replace('T', ' ');
}

// Every date below was counted by hand on a wall calendar.
describe('a limit in working days ends when work ends on its last day', () => {
  it.each([
    ['a plain week, filed on Monday', '2026-11-02 09:00', 3, '2026-11-05 17:00'],
    ['filed at night', '2026-11-02 23:30', 3, '2026-11-05 17:00'],
    ['filed on a Saturday', '2026-11-07 09:00', 1, '2026-11-09 17:00'],
    ['over a weekend', '2026-11-05 16:00', 3, '2026-11-10 17:00'],
    ['over Tết 2026 (14/02 to 22/02 off)', '2026-02-13 10:00', 3, '2026-02-25 17:00'],
    ['fifteen days over Tết 2026', '2026-02-05 08:00', 15, '2026-03-05 17:00'],
    ['filed in the middle of Tết 2026', '2026-02-18 08:00', 1, '2026-02-23 17:00'],
    ['over Tết 2027 (05/02 to 11/02 off)', '2027-02-04 15:00', 1, '2027-02-12 17:00'],
    ['ten days over Tết 2027', '2027-02-01 08:00', 10, '2027-02-22 17:00'],
    ['ending on a Saturday worked for a swap', '2026-01-08 09:00', 2, '2026-01-10 17:00'],
    ['past a Saturday worked for a swap', '2026-01-08 09:00', 3, '2026-01-12 17:00'],
    ['over the new year and its swapped Friday', '2025-12-31 09:00', 1, '2026-01-05 17:00'],
    ['over the day off for Hùng Vương', '2026-04-24 09:00', 1, '2026-04-28 17:00'],
    ['over 30/4 and 1/5', '2026-04-24 09:00', 3, '2026-05-04 17:00'],
    ['on a day off that is not confirmed yet', '2026-11-23 09:00', 1, '2026-11-24 17:00'],
    ['into the next year', '2026-12-31 09:00', 1, '2027-01-04 17:00'],
  ])('%s', (_, start, amount, due) => {
    expect(dueAt(start, days(amount))).toBe(due);
  });
});

describe('a limit in working hours runs while the office is open', () => {
  it.each([
    ['within a morning', '2026-11-02 08:00', 2, '2026-11-02 10:00'],
    ['over the lunch break', '2026-11-02 10:00', 4, '2026-11-02 16:00'],
    ['filed in the lunch break', '2026-11-04 12:15', 4, '2026-11-05 08:00'],
    ['filed on Sunday night', '2026-11-22 22:00', 4, '2026-11-23 11:30'],
    ['filed at the end of the morning', '2026-11-20 11:30', 4, '2026-11-23 08:00'],
    ['filed before the office opens', '2026-11-20 07:00', 8, '2026-11-23 08:00'],
    ['on a day off that is not confirmed yet', '2026-11-23 16:00', 4, '2026-11-24 10:30'],
    ['filed half an hour before Tết 2026', '2026-02-13 16:30', 4, '2026-02-23 11:00'],
    ['filed at closing time', '2026-11-02 17:00', 1, '2026-11-03 08:30'],
    ['on a Saturday worked for a swap', '2026-01-09 16:00', 2, '2026-01-10 08:30'],
  ])('%s', (_, start, amount, due) => {
    expect(dueAt(start, hours(amount))).toBe(due);
  });
});

describe('a limit in plain days', () => {
  it('runs through weekends and holidays', () => {
    expect(dueAt('2026-01-01 08:00', limit(30, 'day'))).toBe('2026-02-02 17:00'); // 31/01 is a Saturday
  });

  it('that ends in Tết ends with the first working day after', () => {
    expect(dueAt('2026-01-01 08:00', limit(45, 'day'))).toBe('2026-02-23 17:00');
  });
});

describe('a pause', () => {
  it('leaves out plain days too', () => {
    const pauses = [pause('2026-11-03 09:00', '2026-11-06 08:00')];

    expect(dueAt('2026-11-02 08:00', { ...limit(4, 'day'), pauses })).toBe('2026-11-09 17:00');
  });

  it('leaves out the working days at whose close the resident was awaited', () => {
    const pauses = [pause('2026-11-03 14:00', '2026-11-05 09:00')];

    expect(dueAt('2026-11-02 09:00', { ...days(3), pauses })).toBe('2026-11-09 17:00');
  });

  it('stops the hours for as long as it lasts', () => {
    const pauses = [pause('2026-11-02 09:00', '2026-11-02 10:00')];

    expect(dueAt('2026-11-02 08:00', { ...hours(4), pauses })).toBe('2026-11-02 15:00');
  });

  it('over a weekend costs no working time', () => {
    const pauses = [pause('2026-11-06 17:00', '2026-11-09 07:30')];

    expect(dueAt('2026-11-06 15:00', { ...hours(4), pauses })).toBe('2026-11-09 09:30');
    expect(dueAt('2026-11-06 15:00', { ...days(1), pauses })).toBe('2026-11-09 17:00');
  });

  it('that is still open leaves no due date, and says what is left', () => {
    const open = counted('2026-11-02 09:00', { ...days(3), pauses: [pause('2026-11-04 10:00')] });

    expect(open).toMatchObject({ dueAt: undefined, paused: true });
    expect(open.steps.at(-1)?.text).toContain('còn 2 ngày làm việc');
  });

  it('that came too late does not undo that the limit had passed', () => {
    const late = counted('2026-11-02 09:00', { ...days(1), pauses: [pause('2026-11-05 10:00')] });

    expect(late).toMatchObject({ dueAt: at('2026-11-03 17:00'), paused: true });
  });

  it('of hours that is still open leaves no due date', () => {
    const open = counted('2026-11-02 08:00', { ...hours(4), pauses: [pause('2026-11-02 09:00')] });

    expect(open.dueAt).toBeUndefined();
    expect(open.steps.at(-1)?.text).toContain('còn 3 giờ làm việc');
  });
});

describe('an extension', () => {
  it('adds working days', () => {
    expect(dueAt('2026-11-02 09:00', { ...days(3), extraDays: 2 })).toBe('2026-11-09 17:00');
  });

  it('of a limit in hours adds whole days after them', () => {
    expect(dueAt('2026-11-02 08:00', { ...hours(4), extraDays: 1 })).toBe('2026-11-03 17:00');
  });

  it('over Tết skips the days off', () => {
    expect(dueAt('2026-02-11 09:00', { ...days(2), extraDays: 1 })).toBe('2026-02-23 17:00');
  });
});

describe('the explanation of a due date', () => {
  it('goes day by day, with the reason for each day left out', () => {
    const { steps } = counted('2026-02-12 10:00', days(2));

    expect(steps.map(({ text }) => text)).toEqual([
      'Thứ Năm 12/02/2026: nhận lúc 10:00, chưa tính ngày này',
      'Thứ Sáu 13/02/2026: ngày thứ 1',
      'Thứ Bảy 14/02/2026: không tính (ngày nghỉ hằng tuần)',
      'Chủ nhật 15/02/2026: không tính (ngày nghỉ hằng tuần)',
      'Thứ Hai 16/02/2026: không tính (Tết Nguyên đán Bính Ngọ)',
      'Thứ Ba 17/02/2026: không tính (Tết Nguyên đán Bính Ngọ)',
      'Thứ Tư 18/02/2026: không tính (Tết Nguyên đán Bính Ngọ)',
      'Thứ Năm 19/02/2026: không tính (Tết Nguyên đán Bính Ngọ)',
      'Thứ Sáu 20/02/2026: không tính (Tết Nguyên đán Bính Ngọ)',
      'Thứ Bảy 21/02/2026: không tính (ngày nghỉ hằng tuần)',
      'Chủ nhật 22/02/2026: không tính (ngày nghỉ hằng tuần)',
      'Thứ Hai 23/02/2026: ngày thứ 2',
    ]);
  });

  it('of hours tells how many ran each day', () => {
    const { steps } = counted('2026-01-09 16:00', hours(2));

    expect(steps.map(({ text }) => text)).toEqual([
      'Thứ Sáu 09/01/2026: tính 1 giờ làm việc',
      'Thứ Bảy 10/01/2026: tính nốt 1 giờ làm việc, hết hạn lúc 08:30',
    ]);
  });

  it('skips a day off that is not confirmed yet where the commune counts it so', () => {
    const calendar = { ...realCalendar, unconfirmedDays: 'as-written' } as const;
    const span = { start: at('2026-11-23 09:00'), ...days(1), pauses: [], extraDays: 0 };

    const { dueAt: due, steps } = count(span, calendar);

    expect(due).toEqual(at('2026-11-25 17:00'));
    expect(steps[1]?.text).toContain('không tính (Ngày Văn hóa Việt Nam, cần xác nhận');
  });

  it('says of a holiday when it is not confirmed yet', () => {
    const { steps } = counted('2026-11-23 09:00', days(1));

    expect(steps[1]?.text).toContain('Ngày Văn hóa Việt Nam, cần xác nhận');
  });
});

describe('whatever is counted', () => {
  const start = date({
    min: at('2026-01-01 00:00'),
    max: at('2027-12-31 23:59'),
    noInvalidDate: true,
  });
  const row = record({
    amount: integer({ min: 1, max: 60 }),
    unit: constantFrom<LimitRow['unit']>('working-hour', 'working-day', 'day'),
  });
  const pauseAfter = record({
    afterHours: integer({ min: 0, max: 24 * 40 }),
    lastsHours: integer({ min: 0, max: 24 * 60 }),
  });
  const HOUR_MS = 3_600_000;

  it('a due date never falls on a moment when nobody works', () => {
    assert(
      property(start, row, pauseAfter, (begin, limitRow, gap) => {
        const from = new Date(begin.getTime() + gap.afterHours * HOUR_MS);
        const pauses = [{ from, to: new Date(from.getTime() + gap.lastsHours * HOUR_MS) }];
        const { dueAt: due } = count(
          { start: begin, row: limitRow, pauses, extraDays: 0 },
          realCalendar,
        );
        return due !== undefined && due > begin && isWorkingMoment(realCalendar, due);
      }),
    );
  });

  it('pausing never shortens', () => {
    assert(
      property(start, row, pauseAfter, (begin, limitRow, gap) => {
        const from = new Date(begin.getTime() + gap.afterHours * HOUR_MS);
        const pauses = [{ from, to: new Date(from.getTime() + gap.lastsHours * HOUR_MS) }];
        const span = { start: begin, row: limitRow, extraDays: 0 };
        const plain = count({ ...span, pauses: [] }, realCalendar).dueAt;
        const paused = count({ ...span, pauses }, realCalendar).dueAt;
        return plain !== undefined && paused !== undefined && paused >= plain;
      }),
    );
  });

  it('extending always lengthens', () => {
    assert(
      property(start, row, integer({ min: 1, max: 30 }), (begin, limitRow, extraDays) => {
        const span = { start: begin, row: limitRow, pauses: [] };
        const plain = count({ ...span, extraDays: 0 }, realCalendar).dueAt;
        const longer = count({ ...span, extraDays }, realCalendar).dueAt;
        return plain !== undefined && longer !== undefined && longer > plain;
      }),
    );
  });

  it('a calendar in which nobody ever works gives no due date instead of searching for ever', () => {
    const never = { ...plainCalendar, week: [] };
    const span = { start: at('2026-11-02 09:00'), pauses: [], extraDays: 0 };

    for (const unit of ['working-hour', 'working-day', 'day'] as const) {
      expect(count({ ...span, row: { amount: 1, unit } }, never).dueAt).toBeUndefined();
    }
  });
});
