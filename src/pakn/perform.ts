import type { FeedbackPolicy } from '../model/feedback.ts';
import type { Actor, Pause, Ticket, TicketEntry, TicketState } from '../model/ticket.ts';
import { valuesOf, wordsOf } from './act-words.ts';
import type { Act, Performed, Performer, Rules, Tell } from './acts.ts';
import { changesOf } from './changes.ts';
import { dueAtOf } from './deadline.ts';
import { messageFor } from './messages.ts';
import { objectionTo } from './objections.ts';
import { TRANSITIONS, whyNot } from './transitions.ts';
import { isEnded } from './urgency.ts';

/**
 * Does an act to a ticket: the new ticket with its story and due date, and what the resident is to be told. Pure;
 * says why when the table or the act's own needs forbid it. Does not count the version: the store does.
 */
export function perform(ticket: Ticket, act: Act, by: Performer, rules: Rules): Performed {
  const { policy, calendar, now } = rules;
  const reason =
    whyNot(act.name, { ticket, who: by, policy }) ?? objectionTo(act, { ticket, by, rules });
  if (reason !== undefined) return { ok: false, reason };
  const actor = actorOf(by);
  const to = targetOf(ticket, act);
  const changed = { ...ticket, ...changesOf(act, ticket, { by: actor, at: now }) };
  const told = {
    ...changed,
    state: to,
    pauses: pausesAfter(ticket, to, now),
    timeline: [...changed.timeline, entryOf(act, { from: ticket.state, to, by: actor, at: now })],
  };
  // What is over keeps the limit it was measured by, whatever the commune changes in its table later.
  const isOver = isEnded(ticket) && isEnded(told);
  const next = { ...told, dueAt: isOver ? ticket.dueAt : dueAtOf(told, policy, calendar) };
  return { ok: true, ticket: next, tell: tellOf(act, next, policy) };
}

function targetOf(ticket: Ticket, { name }: Act): TicketState {
  const { to } = TRANSITIONS[name];
  const staysAsItIs = to === 'same' || (to === 'on' && ticket.state !== 'awaiting-resident');
  if (staysAsItIs) return ticket.state;
  return to === 'back' || to === 'on' ? cameFrom(ticket) : to;
}

/** The state from which the present one was entered; going back to it does not count as entering. */
function cameFrom({ timeline, state }: Ticket): TicketState {
  const entered = timeline.findLast(
    ({ act, from, to }) => to === state && from !== state && act !== 'unmerge',
  );
  return entered?.from ?? 'received';
}

function pausesAfter({ pauses, state }: Ticket, to: TicketState, now: Date): readonly Pause[] {
  if (state !== 'awaiting-resident' && to === 'awaiting-resident') {
    return [...pauses, { from: now, to: undefined }];
  }
  if (to === 'awaiting-resident') return pauses;
  return pauses.map((pause) => (pause.to === undefined ? { ...pause, to: now } : pause));
}

type Moment = { from: TicketState; to: TicketState; by: Actor; at: Date };

function entryOf(act: Act, moment: Moment): TicketEntry {
  const { audience } = TRANSITIONS[act.name];
  return { ...moment, act: act.name, text: wordsOf(act), audience, messageIds: [] };
}

function tellOf(act: Act, ticket: Ticket, policy: FeedbackPolicy): Tell | undefined {
  if (act.name === 'relay') return act.tell;
  const template = TRANSITIONS[act.name].tells;
  if (template === undefined) return undefined;
  const text = messageFor(template, { ticket, values: valuesOf(act), policy });
  return text === undefined ? undefined : { template, text };
}

function actorOf(by: Performer): Actor {
  return by.type === 'officer' ? { type: 'officer', id: by.id, name: by.name } : by;
}
