/** What the conversation is about, so that "còn lệ phí?" can be understood. */
export type Topic = { kind: 'procedure'; code: string } | { kind: 'plan'; id: string };

/** A choice that was offered; "2" means the second of the last message's. */
export type OfferedChoice = { title: string; send: string };

type SessionBase = {
  topic: Topic | undefined;
  offered: readonly OfferedChoice[];
  at: Date;
};

/** Nothing is awaited: the next message is a question. */
export type IdleSession = SessionBase & { step: 'idle' };
/** The bot asked what the resident wants to report. */
export type ReportContentSession = SessionBase & { step: 'report-content'; draft: ReportDraft };
/** The bot read the report back and waits for a yes. */
export type ReportConfirmSession = SessionBase & { step: 'report-confirm'; draft: ReportDraft };
/** An officer has the conversation; the bot keeps quiet until then. */
export type WithOfficerSession = SessionBase & { step: 'with-officer'; until: Date };
/** The bot asked whether all data shall really be deleted. */
export type ForgetConfirmSession = SessionBase & { step: 'forget-confirm' };

/** Where a conversation stands. */
export type Session =
  | IdleSession
  | ReportContentSession
  | ReportConfirmSession
  | WithOfficerSession
  | ForgetConfirmSession;

export type SessionStep = Session['step'];
export type SessionAt<S extends SessionStep> = Extract<Session, { step: S }>;

/** A report being written: the resident's words, and what they attached. */
export type ReportDraft = {
  content: string;
  imageUrls: readonly string[];
  location: { latitude: number; longitude: number } | undefined;
};

/** A conversation nobody has spoken in yet. */
export function newSession(at: Date): IdleSession {
  return { step: 'idle', topic: undefined, offered: [], at };
}
