import { dayAfter, vietnamDay, vietnamMoment, vietnamTime } from '../lib/clock.ts';
import type { WorkingCalendar, WorkingSpan } from '../model/calendar.ts';

/** A stretch of working time. Both ends count as working time. */
export type Shift = { from: Date; to: Date };

/** The hours that are worked on a day, `YYYY-MM-DD`; none when it is off. */
export function spansOf(calendar: WorkingCalendar, day: string): readonly WorkingSpan[] {
  const special = isCountedAsUsual(calendar, day) ? undefined : calendar.specialDays.get(day);
  if (special?.kind === 'off') return [];
  return calendar.week[weekday(special?.like ?? day)] ?? [];
}

/** Whether the calendar has something special for a day that no official notice confirms yet. */
export function isUnconfirmed({ specialDays }: WorkingCalendar, day: string): boolean {
  return specialDays.get(day)?.confirmed === false;
}

function isCountedAsUsual(calendar: WorkingCalendar, day: string): boolean {
  const isOpen = isUnconfirmed(calendar, day) && calendar.specialDays.get(day)?.byLaw === false;
  return isOpen && calendar.unconfirmedDays === 'as-usual';
}

/** Why a day is as it is, such as "Tết Nguyên đán" or "cuối tuần"; undefined on an ordinary working day. */
export function reasonOf(calendar: WorkingCalendar, day: string): string | undefined {
  const special = calendar.specialDays.get(day);
  if (special?.confirmed === true) return special.name;
  if (special !== undefined) {
    const counted = isCountedAsUsual(calendar, day)
      ? 'tạm tính như ngày thường'
      : 'tạm tính như lịch đã ghi';
    return `${special.name}, cần xác nhận, ${counted}`;
  }
  return spansOf(calendar, day).length === 0 ? 'ngày nghỉ hằng tuần' : undefined;
}

/** Whether there is any work on a day. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  return spansOf(calendar, day).length > 0;
}

/** The working time of a day as moments, in order. */
export function shiftsOf(calendar: WorkingCalendar, day: string): Shift[] {
  return spansOf(calendar, day).map(({ from, to }) => ({
    from: vietnamMoment(day, from),
    to: vietnamMoment(day, to),
  }));
}

/** When work ends on a day; undefined when it is off. */
export function closingOf(calendar: WorkingCalendar, day: string): Date | undefined {
  return shiftsOf(calendar, day).at(-1)?.to;
}

/** Whether somebody is at work at that moment. */
export function isWorkingMoment(calendar: WorkingCalendar, moment: Date): boolean {
  return shiftsOf(calendar, vietnamDay(moment)).some(
    ({ from, to }) => from <= moment && moment <= to,
  );
}

/** The moment itself when it is worked, else the next opening. Undefined when a calendar has no work for a year. */
export function nextOpening(calendar: WorkingCalendar, moment: Date): Date | undefined {
  let day = vietnamDay(moment);
  for (let i = 0; i < SEARCH_DAYS; i += 1, day = dayAfter(day)) {
    const shift = shiftsOf(calendar, day).find(({ to }) => to >= moment);
    if (shift !== undefined) return shift.from > moment ? shift.from : moment;
  }
  return undefined;
}

/** How many working days lie after one day and up to another; 0 when the other is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = dayAfter(from); day <= to && count < SEARCH_DAYS; day = dayAfter(day)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** No limit reaches further than this; keeps a calendar without working days from being searched for ever. */
export const SEARCH_DAYS = 400;

/** The weekday of a day, 0 for Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** `17:00` of a moment, Vietnamese time. */
export function hourOf(moment: Date): string {
  return vietnamTime(moment).slice(11, 16);
}
