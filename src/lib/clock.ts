/** Tells the time. Passed in everywhere, so that tests can stand on any day. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const VIETNAM_OFFSET_HOURS = 7; // no daylight saving since 1975

/** The calendar day in Viet Nam, as `YYYY-MM-DD`, whatever the server's time zone is. */
export function vietnamDay(at: Date): string {
  return vietnamTime(at).slice(0, 10);
}

/** The day and time in Viet Nam, as `2026-11-21T09:00:00`, whatever the server's time zone is. */
export function vietnamTime(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19);
}

/** The moment when clocks in Viet Nam show this day and time (`09:00` or `09:00:00`). */
export function vietnamMoment(day: string, time = '00:00'): Date {
  return new Date(`${day}T${time}+07:00`);
}

/** `2026-11-21` as `21/11/2026`, the way dates are written in Viet Nam. */
export function formatDay(isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `09:05 ngày 21/11/2026`, in Viet Nam's time. */
export function formatTime(at: Date): string {
  const local = vietnamTime(at);
  return `${local.slice(11, 16)} ngày ${formatDay(local)}`;
}

const DAY_MS = 86_400_000;

/** How many days lie from one calendar day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The calendar day that follows, as `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return daysAfter(day, 1);
}

/** The calendar day so many days later, or earlier for a negative number, as `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
