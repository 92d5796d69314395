import { z } from 'zod';
import { dayAfter } from '../lib/clock.ts';
import {
  plainCalendar,
  type SpecialDay,
  type WorkingCalendar,
  type WorkingWeek,
} from '../model/calendar.ts';
import { daySchema, provenanceSchema, sentence } from './provenance.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'giờ phải viết dạng 07:30' });

/** The hours of each working day of the week; a weekday that is named nowhere is off. */
export const weekSchema = z
  .array(
    z.strictObject({
      days: z.array(z.enum(WEEKDAYS)).min(1).describe('mon: thứ Hai … sat: thứ Bảy, sun: Chủ nhật'),
      hours: z
        .array(
          z
            .strictObject({ from: hour, to: hour })
            .refine(({ from, to }) => from < to, { error: 'giờ kết thúc phải sau giờ bắt đầu' }),
        )
        .min(1)
        .refine(inOrder, { error: 'các buổi phải theo thứ tự và không chồng nhau' }),
    }),
  )
  .min(1);

export const workingWeekSchema = z.strictObject({ ...provenanceSchema, week: weekSchema });

const remark = {
  name: sentence.describe('Tên ngày lễ, hoặc lý do nghỉ, làm bù'),
  confirmed: z.boolean().describe('false: chưa có thông báo chính thức; cli check sẽ nhắc'),
  byLaw: z
    .boolean()
    .default(false)
    .describe('true: luật đã cho nghỉ, chỉ chờ thông báo ngày cụ thể; luôn tính như đã ghi'),
  source: sentence.nullable().describe('Văn bản hoặc bài báo; null khi chưa có'),
};

const specialDaySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('off'),
      from: daySchema,
      to: daySchema.optional().describe('Ngày cuối, nếu nghỉ nhiều ngày liền'),
      ...remark,
    }),
    z.strictObject({
      kind: z.literal('working'),
      from: daySchema.describe('Ngày nghỉ hằng tuần phải đi làm bù'),
      like: daySchema.describe('Ngày được nghỉ thay; giờ làm bù theo ngày đó'),
      ...remark,
    }),
  ])
  .refine(({ confirmed, source }) => !confirmed || source !== null, {
    path: ['source'],
    error: 'ngày đã xác nhận phải có nguồn',
  });

/** The days of one year that are not as their weekday says. */
export const calendarYearSchema = z
  .strictObject({
    ...provenanceSchema,
    year: z.int().min(2020).max(2100),
    days: z.array(specialDaySchema),
  })
  .refine(({ year, days }) => days.every(({ from }) => from.startsWith(`${year}-`)), {
    path: ['days'],
    error: 'có ngày không thuộc năm này',
  });

export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** The calendar that these years and this week make. */
export function calendarOf(
  years: readonly CalendarYear[],
  week: WorkingWeek | undefined,
): WorkingCalendar {
  return {
    ...plainCalendar,
    week: week ?? plainCalendar.week,
    specialDays: new Map(years.flatMap(({ days }) => days.flatMap(specialDaysOf))),
    years: years.map(({ year }) => year),
  };
}

/** The week as seven lists of hours, Sunday first. */
export function weekOf(rows: z.infer<typeof weekSchema>): WorkingWeek {
  return WEEKDAYS.map((day) => rows.find(({ days }) => days.includes(day))?.hours ?? []);
}

function specialDaysOf(day: CalendarYear['days'][number]): (readonly [string, SpecialDay])[] {
  const { name, confirmed, byLaw } = day;
  if (day.kind === 'working') {
    return [[day.from, { kind: 'working', like: day.like, name, confirmed, byLaw }]];
  }
  const off: SpecialDay = { kind: 'off', name, confirmed, byLaw };
  const days: (readonly [string, SpecialDay])[] = [];
  for (let one = day.from; one <= (day.to ?? day.from); one = dayAfter(one)) days.push([one, off]);
  return days;
}

function inOrder(spans: readonly { from: string; to: string }[]): boolean {
  return spans.every(({ from }, i) => i === 0 || (spans[i - 1]?.to ?? '') <= from);
}
