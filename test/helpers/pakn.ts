import { emptyPolicy, type FeedbackPolicy } from '../../src/model/feedback.ts';
import { plainCalendar } from '../../src/model/calendar.ts';
import type { Role } from '../../src/model/officer.ts';
import type { TicketEntry } from '../../src/model/ticket.ts';
import type { Performer, Rules } from '../../src/pakn/acts.ts';
import { NOW } from './build.ts';

/** An officer of Nấm Dẩn with these roles. */
export function officer(...roles: Role[]): Extract<Performer, { type: 'officer' }> {
  const id = `o-${roles.join('-')}`;
  return { type: 'officer', id, name: `Cán bộ ${id}`, communeSlug: 'nam-dan', roles };
}

/** Rules without limits or messages, on the morning of the tests, unless told otherwise. */
export function rules(
  parts: Partial<Omit<Rules, 'policy'>> & { policy?: Partial<FeedbackPolicy> } = {},
): Rules {
  const { policy, ...rest } = parts;
  return { now: NOW, calendar: plainCalendar, ...rest, policy: { ...emptyPolicy, ...policy } };
}

/** A line of a ticket's story: written by the system on the morning of the tests, unless told otherwise. */
export function entry(parts: Partial<TicketEntry> & Pick<TicketEntry, 'act'>): TicketEntry {
  return {
    at: NOW,
    by: { type: 'system' },
    from: 'new',
    to: 'new',
    text: undefined,
    audience: 'internal',
    messageIds: [],
    ...parts,
  };
}
