/** Tells the time. Passed in everywhere, so that tests can stand on any day. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const VIETNAM_OFFSET_HOURS = 7; // no daylight saving since 1975

/** The calendar day in Viet Nam, as `YYYY-MM-DD`, whatever the server's time zone is. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_HOURS * 3_600_000).toISOString().slice(0, 10);
}

/** `2026-11-21` as `21/11/2026`, the way dates are written in Viet Nam. */
export function formatDay(isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
