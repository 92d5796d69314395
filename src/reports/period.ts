import { dayAfter, daysBetween, formatDay, vietnamMoment } from '../lib/clock.ts';

/** A stretch of whole days in Viet Nam, `YYYY-MM-DD`, both included. */
export type Period = { from: string; to: string };

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-q([1-4])$/;
const YEAR = /^(\d{4})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days of `2026-11`, `2026-q4` or `2026`; undefined for anything else. */
export function namedPeriod(name: string): Period | undefined {
  const [, year = '', month] = MONTH.exec(name) ?? QUARTER.exec(name) ?? YEAR.exec(name) ?? [];
  if (year === '') return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = QUARTER.test(name) ? Number(month) * 3 : Number(month);
  const first = QUARTER.test(name) ? last - 2 : last;
  return { from: dayOf(Number(year), first, 1), to: dayOf(Number(year), last + 1, 0) };
}

/** From one day to another; undefined when either is no day of the calendar or they stand in the wrong order. */
export function daysFromTo(from: string, to: string): Period | undefined {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/**
 * What a period is compared with: the one of the same kind just before it, or as many days for one that has no kind.
 * A period that is not over is compared with as many days of the one before, or it would always look smaller.
 */
export function periodBefore(period: Period, today: string): Period {
  const before = wholePeriodBefore(period);
  if (today < period.from || today >= period.to) return before;
  const passed = daysBetween(period.from, today);
  const sameDay = addDays(before.from, passed);
  return { from: before.from, to: sameDay < before.to ? sameDay : before.to };
}

/** The names of the twelve months up to the one in which a period ends, oldest first. */
export function twelveMonthsTo({ to }: Period): string[] {
  const [year = 0, month = 0] = to.split('-').map(Number);
  return Array.from({ length: 12 }, (_, i) => dayOf(year, month - 11 + i, 1).slice(0, 7));
}

/** Tells whether a moment lies in a period. */
export function within({ from, to }: Period): (at: Date) => boolean {
  const { start, end } = momentsOf({ from, to });
  return (at) => at.getTime() >= start && at.getTime() < end;
}

/** When a period begins, and when it is over, in milliseconds. */
export function momentsOf({ from, to }: Period): { start: number; end: number } {
  return { start: vietnamMoment(from).getTime(), end: vietnamMoment(dayAfter(to)).getTime() };
}

/** `01/11/2026–30/11/2026`. */
export function formatPeriod({ from, to }: Period): string {
  return from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`;
}

/** The months, quarters and years that can be chosen, newest first, as `namedPeriod` reads them. */
export function recentNames(today: string): {
  months: string[];
  quarters: string[];
  years: string[];
} {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const months = twelveMonthsTo({ from: today, to: today }).reverse();
  const quarter = year * 4 + Math.ceil(month / 3) - 1;
  const quarters = [0, 1, 2, 3, 4].map((back) => {
    const one = quarter - back;
    return `${Math.floor(one / 4)}-q${(one % 4) + 1}`;
  });
  return { months, quarters, years: [0, 1, 2, 3, 4].map((back) => String(year - back)) };
}

function wholePeriodBefore({ from, to }: Period): Period {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const length = [12, 3, 1].find(
    (months) => from === dayOf(year, month, 1) && to === dayOf(year, month + months, 0),
  );
  if (length !== undefined) {
    return { from: dayOf(year, month - length, 1), to: dayOf(year, month, 0) };
  }
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** Months and days beyond their ends lead into the next or the last one, as JavaScript counts them. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function addDays(day: string, days: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayOf(year, month, date + days);
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return DAY.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
