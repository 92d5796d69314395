import type { Ticket } from '../../model/ticket.ts';
import type { InboxEntry, OutboxEntry } from '../../store/store.ts';
import { ticketsHere } from '../cases/desk-view.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** What did not reach residents of the officer's commune, oldest first. */
export type Unsent = {
  failed: readonly OutboxEntry[];
  waiting: readonly OutboxEntry[];
  /** Messages of residents that the program could not work through. */
  setAside: readonly InboxEntry[];
};

const LATE_MS = 60_000; // what waits for less is on its way

export function unsentHere({ services, officer, now }: OfficerVisit): Unsent {
  const { store } = services;
  const accounts = new Set(services.oaIdsOf(officer.communeSlug));
  const isHere = ({ oaId }: { oaId: string }) => accounts.has(oaId);
  const isLate = ({ createdAt }: OutboxEntry) => now.getTime() - createdAt.getTime() > LATE_MS;
  return {
    failed: store.failedMessages().filter(isHere),
    waiting: store.waitingMessages().filter((one) => isHere(one) && isLate(one)),
    setAside: store.setAsideEvents().filter(isHere),
  };
}

/** The newest report of the resident whom a message is for: it may have a phone number. */
export function ticketFor(visit: OfficerVisit, message: OutboxEntry): Ticket | undefined {
  const theirs = ticketsHere(visit).filter(
    ({ oaId, userId }) => oaId === message.oaId && userId === message.userId,
  );
  const ofMessage = theirs.find(({ timeline }) =>
    timeline.some(({ messageIds }) => messageIds.includes(message.id)),
  );
  return ofMessage ?? theirs.findLast(({ reporter }) => reporter.phone !== undefined);
}
