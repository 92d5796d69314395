import { daysBetween, vietnamDay } from '../lib/clock.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Act, Rules } from './acts.ts';
import { isEnded, nudges } from './urgency.ts';

/** Something that the clock does to a ticket. */
export type DueAct = { code: string; act: Act };

/** What is due on the tickets of one commune: nudges, closing what was answered long ago, forgetting who sent what. */
export function dueActs(tickets: readonly Ticket[], rules: Rules): DueAct[] {
  return [
    ...nudges(tickets, rules).map(({ ticket, stage }): DueAct => ({
      code: ticket.code,
      act: { name: 'nudge', stage },
    })),
    ...tickets
      .filter((ticket) => isToClose(ticket, rules))
      .map(({ code }): DueAct => ({ code, act: { name: 'close' } })),
    ...tickets
      .filter((ticket) => isToAnonymise(ticket, rules))
      .map(({ code }): DueAct => ({ code, act: { name: 'anonymise' } })),
  ];
}

function isToClose({ state, answer }: Ticket, { now, policy }: Rules): boolean {
  if (state !== 'answered' || answer === undefined) return false;
  return daysBetween(vietnamDay(answer.at), vietnamDay(now)) > policy.closeDays;
}

function isToAnonymise(ticket: Ticket, { now, policy }: Rules): boolean {
  if (!isEnded(ticket) || ticket.state === 'answered') return false;
  const { timeline, createdAt } = ticket;
  if (timeline.some(({ act }) => act === 'anonymise')) return false;
  return monthsAfter(timeline.at(-1)?.at ?? createdAt, policy.retentionMonths) < now;
}

function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
