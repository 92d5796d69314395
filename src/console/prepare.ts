import { setImmediate } from 'node:timers/promises';
import type { Ticket } from '../model/ticket.ts';
import { judge } from '../reports/judged.ts';
import { wordsOf } from './cases/find.ts';

const AT_ONCE = 20; // about half a millisecond, between which residents and officers are served

/**
 * Reads out of every report ahead of time what the inbox and the figures look at, so that the first search of the
 * morning is as quick as the next. Stops when it is told to; whatever is missing then is read when it is asked for.
 */
export async function prepareTickets(
  tickets: readonly Ticket[],
  signal: AbortSignal,
): Promise<void> {
  for (const [i, ticket] of tickets.entries()) {
    judge(ticket);
    wordsOf(ticket);
    if (i % AT_ONCE === 0) await setImmediate();
    if (signal.aborted) return;
  }
}
