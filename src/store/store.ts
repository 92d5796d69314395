import type { Conversation } from '../model/conversation.ts';
import type { Reply } from '../model/reply.ts';
import type { Session } from '../model/session.ts';
import type { Ticket } from '../model/ticket.ts';
import type { TokenVault } from '../model/token.ts';

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
};

/** One message to a resident. Sent in order, one conversation at a time. */
export type OutboxEntry = Conversation & {
  id: string;
  eventId: string;
  reply: Reply;
  /** Which piece of the reply: a long one takes several messages. */
  part: number;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date;
  /** Why it has not been sent, in Vietnamese, for staff. */
  lastError: string | undefined;
};

/** A question the bot could not answer, kept for staff without saying who asked. */
export type UnansweredQuestion = {
  id: string;
  communeSlug: string;
  text: string;
  nearest: readonly string[];
  askedAt: Date;
};

/** A request to talk to an officer. */
export type OfficerCall = Conversation & {
  id: string;
  communeSlug: string;
  requestedAt: Date;
  until: Date;
};

export type TicketDraft = Omit<Ticket, 'code'> & { series: string };

/** Everything one turn changes. All of it is kept, or none. */
export type TurnCommit = {
  eventId: string;
  conversation: Conversation;
  session: Session;
  ticket?: TicketDraft | undefined;
  question?: UnansweredQuestion | undefined;
  officerCall?: OfficerCall | undefined;
  /** Builds the messages once the ticket, if any, has its code. */
  messages: (ticket: Ticket | undefined) => readonly OutboxEntry[];
};

/** What the program remembers. Every write resolves only when it is safe on disk. */
export type Store = {
  /** Keeps an event, or says that it was kept before. The check and the claim are one step. */
  receive: (entry: InboxEntry) => Promise<'new' | 'duplicate'>;
  waitingEvents: () => readonly InboxEntry[];
  /** Marks an event that needs no turn, such as an unfollow, as done. */
  finishEvent: (eventId: string) => Promise<void>;
  /** Records a failed try; the third sets the event aside. One that is done stays done. */
  failEvent: (eventId: string) => Promise<InboxEntry['state']>;

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

  tokens: TokenVault;
  /** Deletes what is known of a resident: session, messages, attachments and identity on tickets. */
  forget: (conversation: Conversation) => Promise<void>;
  /** Drops what no repeat of Zalo can concern any more. To be called at the start and now and then. */
  tidy: (now: Date) => Promise<void>;
  close: () => Promise<void>;
};
