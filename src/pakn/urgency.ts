import { daysBetween, vietnamDay } from '../lib/clock.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Rules } from './acts.ts';
import { clockStart } from './deadline.ts';
import { workingDaysBetween } from './working-calendar.ts';

/** How near the end of its limit a report is, mildest first. */
export const STAGES = ['none', '3-days', '1-day', 'today', 'overdue', 'red-line'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages as staff read them. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  none: 'Còn hạn',
  '3-days': 'Còn 3 ngày làm việc',
  '1-day': 'Còn 1 ngày làm việc',
  today: 'Hết hạn hôm nay',
  overdue: 'Quá hạn',
  'red-line': 'Quá 45 ngày',
};

const ENDED: ReadonlySet<Ticket['state']> = new Set([
  'answered',
  'closed',
  'forwarded',
  'refused',
  'duplicate',
]);

/** Whether nothing more is to be done to a ticket for now. */
export function isEnded({ state }: Pick<Ticket, 'state'>): boolean {
  return ENDED.has(state);
}

/**
 * How urgent a ticket is. Days left are working days. The red line (NĐ 154/2026 Điều 41: 45 calendar days) counts
 * from the day it was sent and is not put off by pauses.
 */
export function stageOf(ticket: Ticket, rules: Rules): Stage {
  if (isEnded(ticket) || ticket.standing === 'note') return 'none';
  if (isPastRedLine(ticket, rules)) return 'red-line';
  const { dueAt } = ticket;
  if (dueAt === undefined) return 'none';
  return stageBefore(dueAt, rules);
}

function stageBefore(dueAt: Date, { now, calendar }: Rules): Stage {
  if (now > dueAt) return 'overdue';
  const [today, dueDay] = [vietnamDay(now), vietnamDay(dueAt)];
  if (today === dueDay) return 'today';
  if (daysBetween(today, dueDay) > FAR_DAYS) return 'none';
  const left = workingDaysBetween(calendar, today, dueDay);
  if (left <= 1) return '1-day';
  return left <= 3 ? '3-days' : 'none';
}

const FAR_DAYS = 21; // no run of days off is so long that three working days take more

function isPastRedLine(ticket: Ticket, { now, policy }: Rules): boolean {
  const row = policy.limits.find(({ stage }) => stage === 'red-line');
  if (row === undefined) return false;
  return daysBetween(vietnamDay(clockStart(ticket)), vietnamDay(now)) >= row.amount;
}

export type Nudge = { ticket: Ticket; stage: Exclude<Stage, 'none'> };

/** The tickets that have just reached a stage that nobody was told of yet. */
export function nudges(tickets: Iterable<Ticket>, rules: Rules): Nudge[] {
  return [...tickets].flatMap((ticket) => {
    const stage = stageOf(ticket, rules);
    if (stage === 'none' || wasNudged(ticket, stage)) return [];
    return [{ ticket, stage }];
  });
}

/** A limit that was put off starts afresh: what was said of the old one does not count. */
function wasNudged(ticket: Ticket, stage: Stage): boolean {
  const restarts = ['extend', 'reopen', 'resume', 'add', 'classify'];
  const since = ticket.timeline.findLastIndex(({ act }) => restarts.includes(act));
  return ticket.timeline
    .slice(since + 1)
    .some(({ act, text }) => act === 'nudge' && text === STAGE_WORDS[stage]);
}
