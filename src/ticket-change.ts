import { offeredIn } from './bot/outcome.ts';
import { conversationKey } from './model/conversation.ts';
import type { AuditEntry } from './model/officer.ts';
import type { Reply } from './model/reply.ts';
import { newSession, type Session } from './model/session.ts';
import type { Ticket } from './model/ticket.ts';
import { outboxEntries } from './outbox.ts';
import type { Act, Performer, Rules, Tell } from './pakn/acts.ts';
import { perform } from './pakn/perform.ts';
import type { OutboxEntry, TicketChange, TicketUpdate } from './store/store.ts';

/** Makes a message of what a resident is to be told; the bot adds what may be tapped. */
export type ReplyTo = (tell: Tell, ticket: Ticket) => Reply;

/** What is done, by whom, under which rules; `session` is where the resident's conversation stands. */
export type Deed = { act: Act; by: Performer; rules: Rules; session: Session | undefined };

/** An act with everything that must be kept along with it, or why it is refused. */
export type DeedDone = { ok: true; change: TicketChange } | { ok: false; reason: string };

/** Does an act and makes the messages and the audit entry that go with it. Pure. */
export function changeBy(ticket: Ticket, deed: Deed, replyTo: ReplyTo): DeedDone {
  const { act, by, rules } = deed;
  const performed = perform(ticket, act, by, rules);
  if (!performed.ok) return performed;
  const { tell, ticket: next } = performed;
  const reply = tell && replyTo(tell, next);
  const messages = reply === undefined ? [] : messagesTo(next, reply, rules.now);
  const told = withMessageIds(next, messages);
  const callNeeded = told.callNeeded || mustBePhoned(told, tell);
  const audit = by.type === 'resident' ? [] : [auditOf(ticket, next, deed)];
  const change = { ticket: { ...told, callNeeded }, messages, audit };
  const session = messages.length === 0 ? undefined : sessionOffered(next, reply, deed);
  return { ok: true, change: session === undefined ? change : { ...change, session } };
}

/** "1" means the choices read last. A message that offers none leaves those of the one before. */
function sessionOffered(
  ticket: Ticket,
  reply: Reply | undefined,
  { session, rules }: Deed,
): TicketChange['session'] {
  const offered = offeredIn(reply === undefined ? [] : [reply]);
  if (offered.length === 0) return undefined;
  return {
    key: conversationKey(ticket),
    // What is said of a report makes it the topic: words that follow belong to it, not to an earlier procedure.
    value: { ...(session ?? newSession(rules.now)), offered, topic: undefined },
  };
}

/**
 * What a resident does to their own report, to be kept with the turn that answers them. The bot's replies of that
 * turn tell them what became of it, so that no message of its own is made.
 */
export function residentUpdate(code: string, act: Act, rules: Rules): TicketUpdate {
  return {
    code,
    change: (ticket) => {
      const performed = perform(ticket, act, { type: 'resident' }, rules);
      return performed.ok ? { ticket: performed.ticket } : undefined;
    },
  };
}

/** The code of the report that a message tells of; undefined for the bot's answers. */
export function ticketOfMessage({ eventId }: Pick<OutboxEntry, 'eventId'>): string | undefined {
  return /^ticket:([^:]+):\d+$/.exec(eventId)?.[1];
}

/** A report without a Zalo account has nobody to send to. */
function messagesTo(ticket: Ticket, reply: Reply, now: Date): OutboxEntry[] {
  const { code, version, oaId, userId } = ticket;
  if (userId === '') return [];
  return outboxEntries({ id: `ticket:${code}:${version}`, oaId, userId }, [reply], now);
}

function withMessageIds(ticket: Ticket, messages: readonly OutboxEntry[]): Ticket {
  const last = ticket.timeline.at(-1);
  if (last === undefined || messages.length === 0) return ticket;
  const entry = { ...last, messageIds: messages.map(({ id }) => id) };
  return { ...ticket, timeline: [...ticket.timeline.slice(0, -1), entry] };
}

const WORTH_A_CALL: ReadonlySet<Tell['template']> = new Set([
  'awaiting-resident',
  'answered',
  'forwarded',
  'refused',
]);

/** Who reported at the counter or on the phone hears the news from an officer. */
function mustBePhoned({ userId, reporter }: Ticket, tell: Tell | undefined): boolean {
  if (tell === undefined || userId !== '' || reporter.phone === undefined) return false;
  return WORTH_A_CALL.has(tell.template);
}

/** Who did what, with the fields that changed. No words of anybody: those stand in the story, which can be forgotten. */
function auditOf(before: Ticket, after: Ticket, { act, by, rules }: Deed): AuditEntry {
  const changed = AUDITED.filter((key) => String(before[key]) !== String(after[key]));
  const officer = by.type === 'officer' ? by : { id: '', name: 'Hệ thống' };
  return {
    id: `ticket:${before.code}:${before.version}`,
    at: rules.now,
    communeSlug: before.communeSlug,
    officerId: officer.id,
    officerName: officer.name,
    act: `ticket.${act.name}`,
    subject: before.code,
    before: summary(before, changed),
    after: summary(after, changed),
  };
}

const AUDITED = [
  'state',
  'category',
  'field',
  'standing',
  'assignee',
  'dueAt',
  'duplicateOf',
  'callNeeded',
] as const;

function summary(ticket: Ticket, keys: readonly (typeof AUDITED)[number][]): string | undefined {
  if (keys.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, ticket[key] ?? null])));
}
