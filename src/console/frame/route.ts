import type { Lesson } from '../../knowledge/lesson.ts';
import type { CommuneKnowledge, Knowledge } from '../../knowledge/knowledge.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { Clock } from '../../lib/clock.ts';
import type { HtmlValue } from '../../lib/html.ts';
import type { Log } from '../../lib/log.ts';
import type { AuditEntry, Officer, Role, SignIn } from '../../model/officer.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { Act, OfficerActor } from '../../pakn/acts.ts';
import type { Store } from '../../store/store.ts';
import type { Door } from '../access/door.ts';
import type { Roster } from '../../store/roster.ts';

/** What the console is given by the program. */
export type ConsoleOptions = {
  store: Store;
  knowledge: () => Knowledge;
  clock: Clock;
  log: Log;
  roster: Roster;
  /** Where officers reach this program; begins the links that are handed out. */
  baseUrl: () => string;
  /** Does an act to a report of the officer's commune: kept, told to the resident, noted in the audit log. */
  act: (code: string, act: Act, by: OfficerActor) => Promise<ActResult>;
  /** Writes a report down on behalf of a resident. */
  file: (report: SpokenReport, by: OfficerActor) => Promise<Ticket>;
  /** Sends a message again that was given up. False when there is no such message any more. */
  resend: (messageId: string) => Promise<boolean>;
  /** The Zalo accounts of a commune: whose messages its officers may see. */
  oaIdsOf: (communeSlug: string) => readonly string[];
  /** Says something to a resident who wants an officer; the bot keeps quiet meanwhile. False when the call is gone. */
  say: (callId: string, text: string, audit: AuditEntry) => Promise<boolean>;
  /** Gives the word back to the bot. False when the call is gone. */
  endTalk: (callId: string, audit: AuditEntry) => Promise<boolean>;
  /** What is wrong with the knowledge files, and what the commune has yet to fill in. */
  knowledgeProblems: () => readonly Problem[];
  /** How each part of the program stands, in words for whoever looks after it. */
  health: () => Promise<readonly HealthNote[]>;
  /** Puts what an editor wrote into use, unless a trial shows that something would be answered wrongly then. */
  teach: (lesson: Lesson) => Promise<TeachResult>;
  /** What a resident sent with a report; undefined when it is not there. */
  openFile: (code: string, attachmentId: string) => Promise<Uint8Array | undefined>;
};

export type HealthNote = {
  name: string;
  state: 'ok' | 'warning' | 'failing';
  message: string;
  remedy: string;
};

/** `reasons` are Vietnamese, for the editor; nothing was changed then. */
export type TeachResult = { ok: true; file: string } | { ok: false; reasons: readonly string[] };

/** `reason` is Vietnamese, for the officer. */
export type ActResult = { ok: true; ticket: Ticket } | { ok: false; reason: string };

/** A report that somebody tells at the counter or on the phone. */
export type SpokenReport = Pick<Ticket, 'content' | 'place' | 'reporter'> & {
  channel: Exclude<Ticket['channel'], 'zalo'>;
};

/** What every page may use. */
export type ConsoleServices = ConsoleOptions & {
  door: Door;
};

/** One request for a page, free of express. */
export type Visit = {
  services: ConsoleServices;
  now: Date;
  /** The address the visitor comes from. */
  address: string;
  /** The path asked for, with its query. */
  url: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  form: URLSearchParams;
  /** What every form of the page must send back. */
  csrfToken: string;
};

/** A request by somebody who has signed in. `commune` is the only one whose records they may see. */
export type OfficerVisit = Visit & { officer: Officer; signIn: SignIn; commune: CommuneKnowledge };

/** What a page gives back. */
export type Answer =
  | { kind: 'page'; status: number; title: string; body: HtmlValue }
  | { kind: 'redirect'; to: string; session: NewSession }
  | {
      kind: 'file';
      contentType: string;
      disposition: 'inline' | 'attachment';
      name: string;
      bytes: Uint8Array;
    };

/** What becomes of the visitor's cookie: a new token, none any more, or as it was. */
export type NewSession = { token: string } | 'ended' | 'kept';

/** One row of the console's table. A row that is in the menu shows there to those who may open it. */
export type Route = { method: 'get' | 'post'; path: string; menu?: string } & (
  | { allow: 'everyone'; handle: (visit: Visit) => Answer | Promise<Answer> }
  | {
      allow: 'signed-in' | readonly Role[];
      handle: (visit: OfficerVisit) => Answer | Promise<Answer>;
    }
);

/** A page with a title, which is also its heading. */
export function page(title: string, body: HtmlValue, status = 200): Answer {
  return { kind: 'page', status, title, body };
}

/** Leads on to another page of the console; `notice` is a key of `NOTICES`, shown there once; `place` an id on it. */
export function redirect(to: string, notice?: string, place?: string): Answer {
  const [path = '', query = ''] = to.split('?', 2);
  const parameters = new URLSearchParams(query);
  if (notice !== undefined) parameters.set('bao', notice);
  const suffix = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  return {
    kind: 'redirect',
    to: `${path}${suffix}${place === undefined ? '' : `#${place}`}`,
    session: 'kept',
  };
}

/** Whether somebody with these roles may use a route. */
export function mayUse({ allow }: Pick<Route, 'allow'>, roles: readonly Role[]): boolean {
  return typeof allow === 'string' || allow.some((role) => roles.includes(role));
}
