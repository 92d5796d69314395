import { dayAfter, formatDay, vietnamDay, vietnamMoment } from '../lib/clock.ts';
import type { WorkingCalendar } from '../model/calendar.ts';
import type { LimitRow } from '../model/feedback.ts';
import type { Pause } from '../model/ticket.ts';
import { words } from './deadline-words.ts';
import { closingOf, hourOf, reasonOf, type Shift, shiftsOf, weekday } from './working-calendar.ts';

/** One day of the counting, for a person to follow with a calendar in hand. */
export type Step = { day: string; counted: boolean; text: string };

export type Count = {
  /** Undefined while the limit is paused, or when the calendar has no work left. */
  dueAt: Date | undefined;
  paused: boolean;
  steps: readonly Step[];
};

export type Span = {
  start: Date;
  row: Pick<LimitRow, 'amount' | 'unit'>;
  /** Working days that the limit was lengthened by. */
  extraDays: number;
  pauses: readonly Pause[];
};

const HORIZON_DAYS = 2000; // longer than any pause; ends the search in a calendar without working days

/**
 * Counts a limit out on the calendar. Working hours run while the office is open and nothing is awaited. For limits in
 * days the day of filing is not counted (Bộ luật Dân sự 2015 Điều 147), and the limit ends when work ends on the last
 * day; a working day counts when the limit still runs at its close.
 */
export function count(span: Span, calendar: WorkingCalendar): Count {
  const paused = span.pauses.some(({ to }) => to === undefined);
  return { paused, ...countUnits(span, calendar) };
}

type Counted = Pick<Count, 'dueAt' | 'steps'>;

function countUnits(span: Span, calendar: WorkingCalendar): Counted {
  const { row, extraDays, start, pauses } = span;
  if (row.unit === 'working-day') {
    return workingDays(start, row.amount + extraDays, pauses, calendar);
  }
  const base = row.unit === 'day' ? plainDays(span, calendar) : workingHours(span, calendar);
  if (base.dueAt === undefined || extraDays === 0) return base;
  const more = workingDays(base.dueAt, extraDays, pauses, calendar);
  return { dueAt: more.dueAt, steps: [...base.steps, ...more.steps.slice(1)] };
}

function workingDays(
  start: Date,
  amount: number,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Counted {
  const first = vietnamDay(start);
  const steps: Step[] = [filedOn(first, start)];
  let counted = 0;
  for (const day of daysFrom(dayAfter(first))) {
    const closing = closingOf(calendar, day);
    const pause = closing && pauseAt(pauses, closing);
    if (pause !== undefined && pause.to === undefined) {
      steps.push({ day, counted: false, text: words.waiting(nameOf(day), amount - counted) });
      return { dueAt: undefined, steps };
    }
    if (closing === undefined || pause !== undefined) {
      const why = closing === undefined ? reasonOf(calendar, day) : words.awaited;
      steps.push({ day, counted: false, text: words.skipped(nameOf(day), why ?? words.noHours) });
      continue;
    }
    counted += 1;
    steps.push({
      day,
      counted: true,
      text: words.day(nameOf(day), counted, reasonOf(calendar, day)),
    });
    if (counted >= amount) return { dueAt: closing, steps };
  }
  return { dueAt: undefined, steps };
}

function workingHours({ start, row, pauses }: Span, calendar: WorkingCalendar): Counted {
  const steps: Step[] = [];
  let left = row.amount * HOUR_MS;
  for (const day of daysFrom(vietnamDay(start))) {
    const open = pauses.find(({ to }) => to === undefined);
    if (open !== undefined && vietnamDay(open.from) < day) {
      steps.push({ day, counted: false, text: words.waitingHours(nameOf(day), left) });
      return { dueAt: undefined, steps };
    }
    const before = left;
    for (const { from, to } of runningShifts(shiftsOf(calendar, day), start, pauses)) {
      const length = to.getTime() - from.getTime();
      if (length >= left) {
        const dueAt = new Date(from.getTime() + left);
        steps.push({
          day,
          counted: true,
          text: words.lastHours(nameOf(day), before, hourOf(dueAt)),
        });
        return { dueAt, steps };
      }
      left -= length;
    }
    steps.push(hourStep(day, before - left, reasonOf(calendar, day)));
  }
  return { dueAt: undefined, steps };
}

function hourStep(day: string, worked: number, reason: string | undefined): Step {
  if (worked > 0) return { day, counted: true, text: words.hours(nameOf(day), worked) };
  return { day, counted: false, text: words.skipped(nameOf(day), reason ?? words.noHours) };
}

/** Plain days run through weekends and holidays; one that ends on a day off ends with the next working day. */
function plainDays({ start, row, pauses }: Span, calendar: WorkingCalendar): Counted {
  const first = vietnamDay(start);
  const steps: Step[] = [filedOn(first, start)];
  let passed = 0;
  for (const day of daysFrom(dayAfter(first))) {
    const closing = closingOf(calendar, day);
    const pause = pauseAt(pauses, closing ?? vietnamMoment(day, '17:00'));
    if (pause !== undefined) {
      if (pause.to === undefined) return { dueAt: undefined, steps: [...steps, paused(day)] };
      steps.push({ day, counted: false, text: words.skipped(nameOf(day), words.awaited) });
      continue;
    }
    passed += 1;
    if (passed < row.amount || closing === undefined) continue;
    const last = { day, counted: true, text: words.plainDay(nameOf(day), row.amount) };
    return { dueAt: closing, steps: [...steps, last] };
  }
  return { dueAt: undefined, steps };
}

function filedOn(day: string, start: Date): Step {
  return { day, counted: false, text: words.filed(nameOf(day), hourOf(start)) };
}

function paused(day: string): Step {
  return { day, counted: false, text: words.paused(nameOf(day)) };
}

/** What is left of the shifts after the start and outside the pauses. */
function runningShifts(shifts: readonly Shift[], start: Date, pauses: readonly Pause[]): Shift[] {
  const begun = shifts
    .filter(({ to }) => to > start)
    .map(({ from, to }) => ({ from: from < start ? start : from, to }));
  return pauses.reduce((rest, pause) => rest.flatMap((shift) => without(shift, pause)), begun);
}

function without({ from, to }: Shift, pause: Pause): Shift[] {
  const end = pause.to;
  const before = { from, to: pause.from < to ? pause.from : to };
  const after = end && { from: end > from ? end : from, to };
  return [before, after].filter((part) => part !== undefined).filter((part) => part.from < part.to);
}

function pauseAt(pauses: readonly Pause[], moment: Date): Pause | undefined {
  return pauses.find(({ from, to }) => from < moment && (to === undefined || moment < to));
}

function* daysFrom(first: string): Generator<string> {
  for (let day = first, i = 0; i < HORIZON_DAYS; day = dayAfter(day), i += 1) yield day;
}

const HOUR_MS = 3_600_000;
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

function nameOf(day: string): string {
  return `${WEEKDAYS[weekday(day)] ?? ''} ${formatDay(day)}`;
}
