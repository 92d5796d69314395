import type { Outcome, Turn } from './bot/turn.ts';
import type { Reply } from './model/reply.ts';
import { openTicket, type Ticket } from './model/ticket.ts';
import { outboxEntries } from './outbox.ts';
import type { Rules } from './pakn/acts.ts';
import { dueAtOf } from './pakn/deadline.ts';
import { codeSeries } from './pakn/ticket-code.ts';
import type { TicketDraft, TurnCommit } from './store/store.ts';
import { residentUpdate } from './ticket-change.ts';

/** What one turn changes, to be kept in one step with its conversation with officers. Pure. */
export function commitOf(turn: Turn, outcome: Outcome, communeSlug: string): TurnCommit {
  const { event, now } = turn;
  const { effects, session, replies } = outcome;
  const conversation = { oaId: event.oaId, userId: event.userId };
  const rules = rulesOf(turn);
  return {
    eventId: event.id,
    conversation,
    session,
    ticket: effects?.report && draftTicket(turn, outcome, communeSlug),
    ticketUpdate: effects?.act && residentUpdate(effects.act.code, effects.act.act, rules),
    question: effects?.unanswered && {
      id: event.id,
      communeSlug,
      askedAt: now,
      ...effects.unanswered,
    },
    messages: (ticket) => {
      const messages = outboxEntries(event, [...replies, ...receipts(outcome, ticket)], now);
      return ticket === undefined ? messages : messages.map((one) => ({ ...one, urgent: true }));
    },
  };
}

/** Whether pictures or files came with a report, new or old. */
export function hasAttachments({ effects }: Outcome): boolean {
  const draft = effects?.report?.draft;
  const added = effects?.act?.act.name === 'add' ? effects.act.act.attachments.length : 0;
  return added + (draft?.imageUrls.length ?? 0) + (draft?.fileUrls.length ?? 0) > 0;
}

function rulesOf({ here, now }: Turn): Rules {
  const { feedback: policy, calendar } = here.local;
  return { now, policy, calendar };
}

function draftTicket(
  turn: Turn,
  { effects }: Outcome,
  communeSlug: string,
): TicketDraft | undefined {
  const draft = effects?.report?.draft;
  if (draft === undefined) return undefined;
  const { event, here, now } = turn;
  const { policy, calendar } = rulesOf(turn);
  const opened = openTicket({
    ...draft,
    oaId: event.oaId,
    userId: event.userId,
    communeSlug,
    eventId: event.id,
    createdAt: now,
    channel: 'zalo',
  });
  const series = codeSeries(here.local.commune.ticketPrefix, now);
  return { ...opened, dueAt: dueAtOf(opened, policy, calendar), series };
}

/** The receipt of a report that was filed in this turn. */
function receipts({ effects }: Outcome, ticket: Ticket | undefined): Reply[] {
  const report = effects?.report;
  return report === undefined || ticket === undefined ? [] : [report.confirm(ticket)];
}
