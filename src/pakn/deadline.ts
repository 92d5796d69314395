import type { WorkingCalendar } from '../model/calendar.ts';
import type { FeedbackPolicy, LimitRow, LimitStage } from '../model/feedback.ts';
import type { Ticket } from '../model/ticket.ts';
import { type Count, count } from './counting.ts';

/** Waiting for the resident puts off the answer, but not the day on which a leader must have looked. */
const NEVER_PAUSED: ReadonlySet<LimitStage> = new Set(['alarm', 'red-line']);

/** A limit of one ticket, counted out. */
export type Deadline = Count & {
  row: LimitRow;
  start: Date;
  /** "theo quy định: …" only where the row is confirmed, else "xã phấn đấu". Vietnamese. */
  basis: string;
};

/** When a ticket must be answered, as `Ticket.dueAt` keeps it. Undefined where no limit runs. */
export function dueAtOf(
  ticket: Omit<Ticket, 'code'>,
  policy: FeedbackPolicy,
  calendar: WorkingCalendar,
): Date | undefined {
  return deadlineOf(ticket, 'answer', policy, calendar)?.dueAt;
}

/** The limit for the answer with every day of the counting; undefined where none runs (a note, a kind without row). */
export function explainDeadline(
  ticket: Omit<Ticket, 'code'>,
  policy: FeedbackPolicy,
  calendar: WorkingCalendar,
): Deadline | undefined {
  return deadlineOf(ticket, 'answer', policy, calendar);
}

/** One limit of a ticket, such as that for sorting it. */
export function deadlineOf(
  ticket: Omit<Ticket, 'code'>,
  stage: LimitStage,
  policy: FeedbackPolicy,
  calendar: WorkingCalendar,
): Deadline | undefined {
  const row = limitRow(ticket, stage, policy);
  if (row === undefined) return undefined;
  const start = clockStart(ticket);
  const extensions = stage === 'answer' ? ticket.extensions.filter(({ at }) => at >= start) : [];
  const extraDays = extensions.reduce((sum, { days }) => sum + days, 0);
  const pauses = NEVER_PAUSED.has(stage) ? [] : ticket.pauses;
  const counted = count({ start, row, extraDays, pauses }, calendar);
  return { ...counted, row, start, basis: basisOf(row) };
}

/** The commune's row for a stage of this ticket; a note (tin tham khảo) has none. */
export function limitRow(
  { standing, category }: Pick<Ticket, 'standing' | 'category'>,
  stage: LimitStage,
  { limits }: FeedbackPolicy,
): LimitRow | undefined {
  if (standing === 'note') return undefined;
  return limits.find((row) => row.stage === stage && row.categories.includes(category));
}

/** When a ticket's limits began to run: when it was sent, or last opened again. */
export function clockStart({ createdAt, timeline }: Pick<Ticket, 'createdAt' | 'timeline'>): Date {
  return timeline.findLast(({ act }) => act === 'reopen')?.at ?? createdAt;
}

function basisOf({ basis, confirmed }: LimitRow): string {
  return confirmed ? `Theo quy định: ${basis}` : `Xã phấn đấu (${basis})`;
}
