import type { Conversation } from '../model/conversation.ts';
import type { AuditEntry, Officer, SignIn } from '../model/officer.ts';
import type { OfficerCall } from '../model/officer-call.ts';
import type { Reply } from '../model/reply.ts';
import type { Session } from '../model/session.ts';
import type { Tally, TallyEntry } from '../model/tally.ts';
import type { Ticket } from '../model/ticket.ts';
import type { TokenVault } from '../model/token.ts';
import type { StoreCondition } from './condition.ts';

/** A webhook body that was acknowledged and must be worked through. Kept raw, to be parsed again after a crash. */
export type InboxEntry = {
  eventId: string;
  appId: string;
  oaId: string;
  body: string;
  receivedAt: Date;
  /** `set-aside`: it failed several times and waits for a person. */
  state: 'waiting' | 'done' | 'set-aside';
  attempts: number;
  /** Why the last try failed, for staff. */
  lastError?: string;
};

/** One message to a resident. Sent in order, one conversation at a time. */
export type OutboxEntry = Conversation & {
  id: string;
  eventId: string;
  reply: Reply;
  /** Which piece of the reply: a long one takes several messages. */
  part: number;
  /** The receipt of a report: goes before the answers to others when many messages wait. */
  urgent?: boolean;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date;
  /** Why it has not been sent, in Vietnamese, for staff. */
  lastError: string | undefined;
  /** When a call began that ended without an answer, so that the message may have arrived all the same. */
  unsureSince?: Date;
};

/** A question the bot could not answer, or not as it was meant; kept for staff without saying who asked. */
export type UnansweredQuestion = {
  id: string;
  communeSlug: string;
  text: string;
  nearest: readonly string[];
  askedAt: Date;
  /** The bot did answer, and the resident said that this was not what they had asked. */
  missed?: boolean;
};

export type TicketDraft = Omit<Ticket, 'code'> & { series: string };

/** A change to a ticket that stands. `change` is pure and sees the newest version; undefined leaves all as it is. */
export type TicketUpdate = {
  code: string;
  change: (ticket: Ticket) => TicketChange | undefined;
};

/** What becomes of a ticket, what the resident is told, and what the audit log notes. All kept in one step. */
export type TicketChange = {
  ticket: Ticket;
  messages?: readonly OutboxEntry[];
  audit?: readonly AuditEntry[];
  /** Where the resident's conversation stands, when what they were told gives them something to choose. */
  session?: { key: string; value: Session };
};

/** Records to read: newest writes included, order of keeping. */
export type Collection<T> = {
  get: (key: string) => T | undefined;
  values: () => Iterable<T>;
  entries: () => Iterable<readonly [string, T]>;
};

/** What the console writes besides tickets. `null` deletes. All of one call is kept, or none. */
export type StaffChange =
  | { table: 'officer'; key: string; value: Officer | null }
  | { table: 'signIn'; key: string; value: SignIn | null }
  | { table: 'question'; key: string; value: UnansweredQuestion | null }
  | { table: 'officerCall'; key: string; value: OfficerCall | null }
  | { table: 'session'; key: string; value: Session | null }
  | { table: 'outbox'; key: string; value: OutboxEntry | null }
  | { table: 'audit'; key: string; value: AuditEntry };

/** Everything one turn changes. All of it is kept, or none. */
export type TurnCommit = {
  eventId: string;
  conversation: Conversation;
  session: Session;
  ticket?: TicketDraft | undefined;
  ticketUpdate?: TicketUpdate | undefined;
  question?: UnansweredQuestion | undefined;
  officerCall?: OfficerCall | undefined;
  /** Adds to the day's figures; once, however often the event is worked on. */
  tally?: TallyEntry | undefined;
  /** Builds the messages once the ticket, if any, has its code. */
  messages: (ticket: Ticket | undefined) => readonly OutboxEntry[];
};

/** What the program remembers. Every write resolves only when it is safe on disk. */
export type Store = {
  /**
   * Keeps an event, or says that it was kept before. The check and the claim are one step. Rejects at once with a
   * StoreBusyError while more waits for the disk than it can take.
   */
  receive: (entry: InboxEntry) => Promise<'new' | 'duplicate'>;
  waitingEvents: () => readonly InboxEntry[];
  /** Events that failed several times and wait for a person. */
  setAsideEvents: () => readonly InboxEntry[];
  /** Every event that was kept: while it waits, and for the days in which Zalo may repeat it. */
  events: Collection<InboxEntry>;
  /** Marks an event that needs no turn, such as an unfollow, as done. */
  finishEvent: (eventId: string) => Promise<void>;
  /** Records a failed try and why; the third sets the event aside. One that is done stays done. */
  failEvent: (eventId: string, reason?: string) => Promise<InboxEntry['state']>;

  session: (conversation: Conversation) => Session | undefined;
  ticketsOf: (conversation: Conversation) => readonly Ticket[];
  commitTurn: (turn: TurnCommit) => Promise<readonly OutboxEntry[]>;

  waitingMessages: () => readonly OutboxEntry[];
  failedMessages: () => readonly OutboxEntry[];
  /** Adds a message, or records what became of it. */
  putMessage: (entry: OutboxEntry) => Promise<void>;

  unansweredQuestions: () => readonly UnansweredQuestion[];
  officerCalls: () => readonly OfficerCall[];
  tickets: () => readonly Ticket[];
  ticket: (code: string) => Ticket | undefined;
  /** Keeps a report that did not come through a conversation (counter, phone). */
  openTicket: (draft: TicketDraft, rest: Omit<TicketChange, 'ticket'>) => Promise<Ticket>;
  /** Changes one ticket; changes to the same ticket wait for each other. Undefined when nothing was changed. */
  updateTicket: (update: TicketUpdate) => Promise<TicketChange | undefined>;

  /** Where every conversation stands, by `conversationKey`. */
  sessions: Collection<Session>;
  officers: Collection<Officer>;
  signIns: Collection<SignIn>;
  audit: Collection<AuditEntry>;
  messages: Collection<OutboxEntry>;
  /** What was asked, by `tallyKey`: one record a commune and day. */
  tallies: Collection<Tally>;
  keep: (changes: readonly StaffChange[]) => Promise<void>;

  tokens: TokenVault;
  /** Deletes what is known of a resident: session, messages, attachments and identity on tickets. */
  forget: (conversation: Conversation) => Promise<void>;
  /** Drops what no repeat of Zalo can concern any more. To be called at the start and now and then. */
  tidy: (now: Date) => Promise<void>;
  condition: () => StoreCondition;
  close: () => Promise<void>;
};
