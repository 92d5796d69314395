import { conversationKey, type Conversation } from '../../model/conversation.ts';
import { SerialQueue } from '../../lib/serial-queue.ts';
import { isCallOver } from '../../model/officer-call.ts';
import type { Ticket } from '../../model/ticket.ts';
import { tallyKey } from '../../model/tally.ts';
import type { TokenVault } from '../../model/token.ts';
import type {
  InboxEntry,
  OutboxEntry,
  StaffChange,
  Store,
  TicketChange,
  TicketDraft,
  TicketUpdate,
  TurnCommit,
} from '../store.ts';
import { Grouping } from './grouping.ts';
import { type Change, Records } from './records.ts';
import { dropOldTallies, tallyChange } from './tallies.ts';
import { TicketNumbers } from './ticket-numbers.ts';

const TRIES_BEFORE_SET_ASIDE = 3;
const INBOX_DAYS = 3; // Zalo repeats a delivery for about two hours; 48 h is the least that is safe
const DAY_MS = 24 * 3_600_000;
const DROPPED_AT_ONCE = 1000; // one line of the journal: turns may be kept in between

/** The store of one machine: everything in one folder, held by one process. */
export async function openLowdbStore(folder: string): Promise<Store> {
  const records = await Records.open(folder);
  const inbox = new Inbox(records);
  const desk = new TicketDesk(records);
  const { tables } = records;
  const { undone, unsent, ticketsBySender } = groupsOf(records);

  return {
    receive: (entry) => inbox.receive(entry),
    waitingEvents: () => undone.of('waiting'),
    setAsideEvents: () => undone.of('set-aside'),
    events: tables.inbox,
    finishEvent: (eventId) => inbox.finish(eventId),
    failEvent: (eventId, reason) => inbox.fail(eventId, reason),
    session: (conversation) => tables.session.get(conversationKey(conversation)),
    ticketsOf: (conversation) => ticketsBySender.of(conversationKey(conversation)),
    commitTurn: (turn) => desk.commitTurn(turn),
    waitingMessages: () => unsent.of('waiting'),
    failedMessages: () => unsent.of('failed'),
    putMessage: (entry) => records.commit([outboxChange(entry)]),
    unansweredQuestions: () => [...tables.question.values()],
    officerCalls: () => [...tables.officerCall.values()],
    tickets: () => [...tables.ticket.values()],
    ticket: (code) => tables.ticket.get(code),
    openTicket: (draft, rest) => desk.open(draft, rest),
    updateTicket: (update) => desk.update(update),
    ...collectionsOf(tables),
    keep: (changes) => records.commit(changes.map(withoutSentWords)),
    tokens: tokenVault(records),
    forget: (conversation) => forget(records, conversation),
    tidy: async (now) => {
      await inbox.dropOld(now);
      await dropOldTallies(records, now);
    },
    condition: () => records.condition,
    close: () => records.close(),
  };
}

function collectionsOf(tables: Records['tables']) {
  const { session, officer, signIn, audit, outbox, tally } = tables;
  const staff = { officers: officer, signIns: signIn, audit };
  return { sessions: session, ...staff, messages: outbox, tallies: tally };
}

function tokenVault(records: Records): TokenVault {
  return {
    load: (oaId) => Promise.resolve(records.tables.token.get(oaId)),
    save: (pair) => records.commit([{ table: 'token', key: pair.oaId, value: pair }]),
  };
}

/** What is asked for with every message is found without looking through the years. */
function groupsOf({ tables }: Records) {
  const undone = new Grouping(tables.inbox, {
    key: ({ eventId }) => eventId,
    group: ({ state }) => (state === 'done' ? undefined : state),
  });
  const unsent = new Grouping(tables.outbox, {
    key: ({ id }) => id,
    group: ({ state }) => (state === 'sent' ? undefined : state),
  });
  const ticketsBySender = new Grouping(tables.ticket, {
    key: ({ code }) => code,
    group: conversationKey,
  });
  return { undone, unsent, ticketsBySender };
}

/** Claims events: one at a time for each id, so that ten copies have one effect. */
class Inbox {
  readonly #records: Records;
  readonly #claims = new Map<string, Promise<void>>();

  constructor(records: Records) {
    this.#records = records;
  }

  async receive(entry: InboxEntry): Promise<'new' | 'duplicate'> {
    const key = entry.eventId;
    const claim = this.#claims.get(key);
    if (claim !== undefined) {
      await claim;
      return 'duplicate';
    }
    if (this.#records.tables.inbox.get(key) !== undefined) return 'duplicate';
    this.#records.refuseWhenBusy();
    const kept = this.#records.commit([{ table: 'inbox', key, value: entry }]);
    this.#claims.set(key, kept);
    try {
      await kept;
      return 'new';
    } finally {
      this.#claims.delete(key);
    }
  }

  async finish(eventId: string): Promise<void> {
    const entry = this.#records.tables.inbox.get(eventId);
    if (entry === undefined) return;
    const value: InboxEntry = { ...entry, body: '', state: 'done' };
    await this.#records.commit([{ table: 'inbox', key: eventId, value }]);
  }

  async fail(eventId: string, reason?: string): Promise<InboxEntry['state']> {
    const entry = this.#records.tables.inbox.get(eventId);
    if (entry === undefined || entry.state === 'done') return 'done';
    const attempts = entry.attempts + 1;
    const state = attempts >= TRIES_BEFORE_SET_ASIDE ? 'set-aside' : 'waiting';
    const value: InboxEntry = { ...entry, attempts, state, ...(reason && { lastError: reason }) };
    await this.#records.commit([{ table: 'inbox', key: eventId, value }]);
    return state;
  }

  /** Forgets finished events and sent messages that no repeat can concern any more, and talks long over. */
  async dropOld(now: Date): Promise<void> {
    const limit = now.getTime() - INBOX_DAYS * DAY_MS;
    const { inbox, outbox, officerCall } = this.#records.tables;
    const events = [...inbox.values()]
      .filter((entry) => entry.state === 'done' && entry.receivedAt.getTime() < limit)
      .map((entry): Change => ({ table: 'inbox', key: entry.eventId, value: null }));
    const messages = [...outbox.values()]
      .filter((entry) => entry.state === 'sent' && entry.createdAt.getTime() < limit)
      .map((entry): Change => ({ table: 'outbox', key: entry.id, value: null }));
    const calls = [...officerCall.values()]
      .filter((call) => isCallOver(call, now))
      .map((call): Change => ({ table: 'officerCall', key: call.id, value: null }));
    const changes = [...events, ...messages, ...calls];
    for (let from = 0; from < changes.length; from += DROPPED_AT_ONCE) {
      await this.#records.commit(changes.slice(from, from + DROPPED_AT_ONCE));
    }
  }
}

/** Opens and changes tickets. Changes to one ticket wait for each other, so that none is lost. */
class TicketDesk {
  readonly #records: Records;
  readonly #numbers: TicketNumbers;
  readonly #queue = new SerialQueue();

  constructor(records: Records) {
    this.#records = records;
    this.#numbers = new TicketNumbers(records);
  }

  async open(draft: TicketDraft, rest: Omit<TicketChange, 'ticket'>): Promise<Ticket> {
    const ticket = this.#numbers.assign(draft);
    await this.#records.commit(changesOf({ ticket, ...rest }));
    return ticket;
  }

  update({ code, change }: TicketUpdate): Promise<TicketChange | undefined> {
    return this.#queue.run(code, async () => {
      const ticket = this.#records.tables.ticket.get(code);
      const changed = ticket && nextVersion(ticket, change(ticket));
      if (changed !== undefined) await this.#records.commit(changesOf(changed));
      return changed;
    });
  }

  /** A count is read and written again, so turns that add to the same one wait for each other as well. */
  commitTurn(turn: TurnCommit): Promise<readonly OutboxEntry[]> {
    const { tally } = turn;
    if (tally === undefined) return this.#commitTurn(turn);
    return this.#queue.run(`tally:${tallyKey(tally)}`, () => this.#commitTurn(turn));
  }

  async #commitTurn(turn: TurnCommit): Promise<readonly OutboxEntry[]> {
    const { ticketUpdate } = turn;
    if (ticketUpdate === undefined) return this.#commit(turn, undefined);
    const { code, change } = ticketUpdate;
    return this.#queue.run(code, () => {
      const ticket = this.#records.tables.ticket.get(code);
      return this.#commit(turn, ticket && nextVersion(ticket, change(ticket)));
    });
  }

  async #commit(turn: TurnCommit, changed: TicketChange | undefined) {
    const event = this.#records.tables.inbox.get(turn.eventId);
    if (event?.state === 'done') return []; // replayed after a crash that came just after the commit
    const ticket = turn.ticket === undefined ? undefined : this.#numbers.assign(turn.ticket);
    const messages = turn.messages(ticket ?? changed?.ticket);
    const { question, officerCall, tally } = turn;
    const changes: (Change | undefined)[] = [
      { table: 'session', key: conversationKey(turn.conversation), value: turn.session },
      event && { table: 'inbox', key: event.eventId, value: { ...event, body: '', state: 'done' } },
      ticket && { table: 'ticket', key: ticket.code, value: ticket },
      ...(changed === undefined ? [] : changesOf(changed)),
      question && { table: 'question', key: question.id, value: question },
      officerCall && { table: 'officerCall', key: officerCall.id, value: officerCall },
      tally && tallyChange(this.#records, tally),
      ...messages.map(outboxChange),
    ];
    await this.#records.commit(changes.filter((change) => change !== undefined));
    return [...messages, ...(changed?.messages ?? [])];
  }
}

function nextVersion(before: Ticket, change: TicketChange | undefined): TicketChange | undefined {
  return change && { ...change, ticket: { ...change.ticket, version: before.version + 1 } };
}

function changesOf({ ticket, messages = [], audit = [], session }: TicketChange): Change[] {
  return [
    ...(session === undefined ? [] : [{ table: 'session', ...session } as const]),
    { table: 'ticket', key: ticket.code, value: ticket },
    ...messages.map(outboxChange),
    ...audit.map((entry): Change => ({ table: 'audit', key: entry.id, value: entry })),
  ];
}

/**
 * A ticket is kept for the commune's register, but nothing in it points to the resident any more. Tallies are numbers
 * without persons: there is nothing in them to take away.
 */
async function forget(records: Records, conversation: Conversation): Promise<void> {
  const { inbox, outbox, ticket, officerCall } = records.tables;
  await records.commit([
    ...[...inbox.values()]
      .filter(
        ({ state, body }) => state === 'set-aside' && body.includes(`"${conversation.userId}"`),
      )
      .map((one): Change => ({
        table: 'inbox',
        key: one.eventId,
        value: { ...one, body: '', state: 'done' },
      })),
    { table: 'session', key: conversationKey(conversation), value: null },
    ...[...outbox.values()]
      .filter((one) => isOf(one, conversation) && one.state !== 'waiting')
      .map((one): Change => ({ table: 'outbox', key: one.id, value: null })),
    ...[...officerCall.values()]
      .filter((one) => isOf(one, conversation))
      .map((one): Change => ({ table: 'officerCall', key: one.id, value: null })),
    ...[...ticket.values()]
      .filter((one) => isOf(one, conversation))
      .map((one): Change => ({
        table: 'ticket',
        key: one.code,
        value: withoutReporter(one),
      })),
  ]);
}

function withoutReporter(ticket: Ticket): Ticket {
  const reporter = { name: undefined, phone: undefined, address: undefined };
  return {
    ...ticket,
    userId: '',
    imageUrls: [],
    fileUrls: [],
    reporter,
    attachments: [],
    location: undefined,
  };
}

function withoutSentWords(change: StaffChange): Change {
  return change.table === 'outbox' && change.value !== null ? outboxChange(change.value) : change;
}

function outboxChange(entry: OutboxEntry): Change {
  // A sent message has done its work: its words are not kept.
  const value = entry.state === 'sent' ? { ...entry, reply: { text: '' } } : entry;
  return { table: 'outbox', key: entry.id, value };
}

function isOf(record: Conversation, { oaId, userId }: Conversation): boolean {
  return record.oaId === oaId && record.userId === userId;
}
