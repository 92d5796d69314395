import type { ReportDraft } from './report.ts';

/** What the conversation is about, so that "còn lệ phí?" can be understood. */
export type Topic = { kind: 'procedure'; code: string } | { kind: 'plan'; id: string };

/** A choice that was offered; "2" means the second of the last message's. */
export type OfferedChoice = { title: string; send: string };

type SessionBase = {
  topic: Topic | undefined;
  offered: readonly OfferedChoice[];
  at: Date;
  /** The question just answered, personal numbers masked: if the answer misses it, this is what staff are shown. */
  asked?: string | undefined;
};

/** Nothing is awaited: the next message is a question. */
export type IdleSession = SessionBase & { step: 'idle' };
/** The bot asked what the resident wants to report. */
export type ReportContentSession = SessionBase & { step: 'report-content'; draft: ReportDraft };
/** The bot asked where it is, or who reports it. */
export type ReportPlaceSession = SessionBase & { step: 'report-place'; draft: ReportDraft };
export type ReportContactSession = SessionBase & { step: 'report-contact'; draft: ReportDraft };
/** The bot read the report back and waits for a yes. */
export type ReportConfirmSession = SessionBase & { step: 'report-confirm'; draft: ReportDraft };
/** The bot waits for words that belong to a report already sent. */
export type TicketWordsSession = SessionBase & {
  step: 'ticket-words';
  code: string;
  purpose: TicketWords;
};
/** More about the matter, a comment on the answer, or why it is not settled. */
export const TICKET_WORDS = ['add', 'comment', 'reopen'] as const;
export type TicketWords = (typeof TICKET_WORDS)[number];
/** An officer has the conversation; the bot keeps quiet until then. */
export type WithOfficerSession = SessionBase & { step: 'with-officer'; until: Date };
/** The bot asked whether all data shall really be deleted. */
export type ForgetConfirmSession = SessionBase & { step: 'forget-confirm' };

/** Where a conversation stands. */
export type Session =
  | IdleSession
  | ReportContentSession
  | ReportPlaceSession
  | ReportContactSession
  | ReportConfirmSession
  | TicketWordsSession
  | WithOfficerSession
  | ForgetConfirmSession;

export type SessionStep = Session['step'];
export type SessionAt<S extends SessionStep> = Extract<Session, { step: S }>;

/** A conversation nobody has spoken in yet. */
export function newSession(at: Date): IdleSession {
  return { step: 'idle', topic: undefined, offered: [], at };
}
