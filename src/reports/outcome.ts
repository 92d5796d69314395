import type { Ticket } from '../model/ticket.ts';
import { clockStart } from '../pakn/deadline.ts';

/**
 * How a report stands against its limit. `late-open`: past the limit and still without an end, which counts as late.
 * `uncounted`: a note, a repeated or a withdrawn report, for which nobody owes an answer.
 */
export type Outcome = 'on-time' | 'late' | 'late-open' | 'running' | 'no-limit' | 'uncounted';

/**
 * Judges a report by the limit that is kept with it. One that was opened again is judged by its last round. `settledAt`
 * spares the look for it to who knows it already.
 */
export function outcomeOf(
  ticket: Ticket,
  now: Date,
  settledAt: Date | undefined = settlementOf(ticket),
): Outcome {
  const { standing, state, dueAt } = ticket;
  if (standing === 'note' || state === 'duplicate') return 'uncounted';
  if (isWithdrawn(ticket, settledAt)) return 'uncounted';
  if (settledAt !== undefined) {
    if (dueAt === undefined) return 'no-limit';
    return settledAt <= dueAt ? 'on-time' : 'late';
  }
  // While the resident is waited for, no limit runs out: it has none for now.
  if (state === 'awaiting-resident') return 'running';
  if (dueAt === undefined) return 'no-limit';
  return dueAt < now ? 'late-open' : 'running';
}

/** When the office was done with a report: answered, handed on or refused. Undefined while it is not. */
export function settlementOf(ticket: Ticket): Date | undefined {
  const { state, answer, timeline } = ticket;
  if (state === 'forwarded' || state === 'refused') {
    return timeline.findLast(({ to, from }) => to === state && from !== state)?.at;
  }
  const isAnswered = state === 'answered' || state === 'closed';
  return isAnswered && answer !== undefined && answer.at >= clockStart(ticket)
    ? answer.at
    : undefined;
}

/** Taken back by the resident before there was an answer. */
export function isWithdrawn({ state }: Ticket, settledAt: Date | undefined): boolean {
  return state === 'closed' && settledAt === undefined;
}
