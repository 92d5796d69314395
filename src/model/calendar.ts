/** A stretch of working time within a day, as `07:30` and `11:30`, Vietnamese time. */
export type WorkingSpan = { from: string; to: string };

/** The spans of each day of the week, Sunday first. A day without spans is off. */
export type WorkingWeek = readonly (readonly WorkingSpan[])[];

/** A day that is not as its weekday says. `like`: the day whose hours are worked instead, for a swapped day. */
export type SpecialDay = { name: string; confirmed: boolean; byLaw: boolean } & (
  { kind: 'off' } | { kind: 'working'; like: string }
);

/**
 * How days that neither law nor notice makes a day off yet are counted: like any other weekday, or as the calendar has
 * them. Days that the law grants, and of which only the exact date is awaited, are always as the calendar has them.
 */
export const UNCONFIRMED_DAYS = ['as-usual', 'as-written'] as const;
export type UnconfirmedDays = (typeof UNCONFIRMED_DAYS)[number];

/** When an office works. Days are `YYYY-MM-DD` in Viet Nam. Immutable; `pakn/working-calendar.ts` reads it. */
export type WorkingCalendar = {
  readonly week: WorkingWeek;
  readonly specialDays: ReadonlyMap<string, SpecialDay>;
  readonly unconfirmedDays: UnconfirmedDays;
  /** The years whose holidays are known; beyond them only the week is. */
  readonly years: readonly number[];
};

const MORNING = { from: '07:30', to: '11:30' };
const AFTERNOON = { from: '13:30', to: '17:00' };
const OFFICE_DAY = [MORNING, AFTERNOON];

/** Monday to Friday in office hours and no holidays: what stands in until the calendar's files are read. */
export const plainCalendar: WorkingCalendar = {
  week: [[], OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, []],
  specialDays: new Map(),
  unconfirmedDays: 'as-usual',
  years: [],
};
