import { daysAfter, vietnamDay, vietnamMoment } from '../lib/clock.ts';
import { remembered } from '../lib/remembered.ts';
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

/** How urgent a ticket is, by the rules of a moment. */
export function stageOf(ticket: Ticket, rules: Rules): Stage {
  return stagesBy(rules)(ticket);
}

/**
 * How urgent tickets are, by the rules of a moment; asked of many, the days are counted out once. Days left are
 * working days. The red line (NĐ 154/2026 Điều 41: 45 calendar days) counts from the day it was sent and is not put
 * off by pauses.
 */
export function stagesBy(rules: Rules): (ticket: Ticket) => Stage {
  const { now } = rules;
  const today = vietnamDay(now);
  const redLine = redLineAt(today, rules);
  const far = vietnamMoment(daysAfter(today, FAR_DAYS + 1));
  const stageOn = remembered((dueDay) => stageBefore(today, dueDay, rules));
  return (ticket) => {
    if (isEnded(ticket) || ticket.standing === 'note') return 'none';
    if (redLine !== undefined && clockStart(ticket) < redLine) return 'red-line';
    const { dueAt } = ticket;
    if (dueAt === undefined || dueAt >= far) return 'none';
    return now > dueAt ? 'overdue' : stageOn(vietnamDay(dueAt));
  };
}

/** Of a limit that is not over yet, by the day on which it ends. */
function stageBefore(today: string, dueDay: string, { calendar }: Rules): Stage {
  if (today === dueDay) return 'today';
  const left = workingDaysBetween(calendar, today, dueDay);
  if (left <= 1) return '1-day';
  return left <= 3 ? '3-days' : 'none';
}

const FAR_DAYS = 21; // no run of days off is so long that three working days take more

/** What began before this moment is past the red line; undefined where the commune has none. */
function redLineAt(today: string, { policy }: Rules): Date | undefined {
  const row = policy.limits.find(({ stage }) => stage === 'red-line');
  return row && vietnamMoment(daysAfter(today, 1 - row.amount));
}

export type Nudge = { ticket: Ticket; stage: Exclude<Stage, 'none'> };

/** The tickets that have just reached a stage that nobody was told of yet. */
export function nudges(tickets: Iterable<Ticket>, rules: Rules): Nudge[] {
  const stageIn = stagesBy(rules);
  return [...tickets].flatMap((ticket) => {
    const stage = stageIn(ticket);
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
