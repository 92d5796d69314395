import { z } from 'zod';
import { REPORT_QUESTIONS } from '../model/report.ts';
import { type Session, TICKET_WORDS } from '../model/session.ts';
import type { OfficerCall } from '../model/officer-call.ts';
import { type AuditEntry, type Officer, ROLES, type SignIn } from '../model/officer.ts';
import { TICKET_CATEGORIES, TICKET_CHANNELS, TICKET_STATES, type Ticket } from '../model/ticket.ts';
import type { Tally } from '../model/tally.ts';
import type { TokenPair } from '../model/token.ts';
import type { InboxEntry, OutboxEntry, UnansweredQuestion } from './store.ts';

const date = z.coerce.date();
/** JSON leaves out what is undefined; the types say it is there. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value);

const location = z.object({ latitude: z.number(), longitude: z.number() });
const reporter = z.object({
  name: maybe(z.string()),
  phone: maybe(z.string()),
  address: maybe(z.string()),
});

const reportContent = {
  content: z.string(),
  imageUrls: z.array(z.string()),
  fileUrls: z.array(z.string()).default([]),
  location: maybe(location),
  place: maybe(z.string()),
  reporter: reporter.prefault({}),
};

const draft = z.object({
  ...reportContent,
  skipped: z.array(z.enum(REPORT_QUESTIONS)).default([]),
  reminded: z.boolean().default(false),
});

const topic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('procedure'), code: z.string() }),
  z.object({ kind: z.literal('plan'), id: z.string() }),
]);

const sessionBase = {
  topic: maybe(topic),
  offered: z.array(z.object({ title: z.string(), send: z.string() })),
  at: date,
  asked: z.string().optional(),
};

const session = z.discriminatedUnion('step', [
  z.object({ step: z.literal('idle'), ...sessionBase }),
  z.object({ step: z.literal('report-content'), draft, ...sessionBase }),
  z.object({ step: z.literal('report-place'), draft, ...sessionBase }),
  z.object({ step: z.literal('report-contact'), draft, ...sessionBase }),
  z.object({ step: z.literal('report-confirm'), draft, ...sessionBase }),
  z.object({
    step: z.literal('ticket-words'),
    code: z.string(),
    purpose: z.enum(TICKET_WORDS),
    ...sessionBase,
  }),
  z.object({ step: z.literal('with-officer'), until: date, ...sessionBase }),
  z.object({ step: z.literal('forget-confirm'), ...sessionBase }),
]);

const actor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('resident') }),
  z.object({ type: z.literal('officer'), id: z.string(), name: z.string() }),
  z.object({ type: z.literal('system') }),
]);

const ticketState = z.enum(TICKET_STATES);

const timelineEntry = z.object({
  at: date,
  by: actor,
  act: z.string(),
  from: ticketState,
  to: ticketState,
  text: maybe(z.string()),
  audience: z.enum(['public', 'internal']),
  messageIds: z.array(z.string()),
});

const attachment = z.object({
  id: z.string(),
  kind: z.enum(['image', 'file']),
  url: z.string(),
  state: z.enum(['waiting', 'kept', 'refused']),
  contentType: maybe(z.string()),
  reason: maybe(z.string()),
});

// The defaults read the tickets of the first release, which had none of this.
const ticket = z.object({
  ...reportContent,
  code: z.string(),
  kind: z.literal('pakn'),
  oaId: z.string(),
  communeSlug: z.string(),
  userId: z.string(),
  eventId: z.string(),
  createdAt: date,
  version: z.number().default(1),
  channel: z.enum(TICKET_CHANNELS).default('zalo'),
  standing: z.enum(['official', 'note']).default('official'),
  category: z.enum(TICKET_CATEGORIES).default('unsorted'),
  state: ticketState,
  field: maybe(z.string()),
  attachments: z.array(attachment).default([]),
  assignee: maybe(z.string()),
  dueAt: maybe(date),
  pauses: z.array(z.object({ from: date, to: maybe(date) })).default([]),
  extensions: z
    .array(z.object({ days: z.number(), reason: z.string(), at: date, by: actor }))
    .default([]),
  draftAnswer: maybe(z.string()),
  answer: maybe(z.object({ text: z.string(), at: date, by: actor })),
  duplicateOf: maybe(z.string()),
  rating: maybe(z.object({ satisfied: z.boolean(), comment: maybe(z.string()), at: date })),
  publication: maybe(z.object({ matter: z.string(), result: z.string(), at: date, by: actor })),
  callNeeded: z.boolean().default(false),
  timeline: z.array(timelineEntry).default([]),
});

const inbox = z.object({
  eventId: z.string(),
  appId: z.string(),
  oaId: z.string(),
  body: z.string(),
  receivedAt: date,
  state: z.enum(['waiting', 'done', 'set-aside']),
  attempts: z.number(),
  lastError: z.string().exactOptional(),
});

const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), title: z.string(), send: z.string() }),
  z.object({ kind: z.literal('link'), title: z.string(), url: z.string() }),
  z.object({ kind: z.literal('call'), title: z.string(), phone: z.string() }),
]);

const reply = z.object({
  text: z.string(),
  choices: z.array(choice).exactOptional(),
  imageUrl: z.string().exactOptional(),
});

const outbox = z.object({
  id: z.string(),
  eventId: z.string(),
  oaId: z.string(),
  userId: z.string(),
  reply,
  part: z.number(),
  urgent: z.boolean().exactOptional(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number(),
  createdAt: date,
  nextAttemptAt: date,
  lastError: maybe(z.string()),
  unsureSince: date.exactOptional(),
});

const question = z.object({
  id: z.string(),
  communeSlug: z.string(),
  text: z.string(),
  nearest: z.array(z.string()),
  askedAt: date,
  missed: z.boolean().exactOptional(),
});

const callLine = z.object({
  at: date,
  by: z.enum(['resident', 'officer']),
  text: z.string(),
  messageId: z.string().exactOptional(),
});

const officerCall = z.object({
  id: z.string(),
  communeSlug: z.string(),
  oaId: z.string(),
  userId: z.string(),
  requestedAt: date,
  until: date,
  answeredAt: date.exactOptional(),
  endedAt: date.exactOptional(),
  lines: z.array(callLine).default([]),
});

const token = z.object({
  oaId: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAt: date,
  refreshExpiresAt: date,
});

const officer = z.object({
  id: z.string(),
  communeSlug: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  passwordHash: maybe(z.string()),
  invitation: maybe(z.object({ tokenHash: z.string(), expiresAt: date })),
  active: z.boolean(),
  createdAt: date,
  failures: z.number(),
  lockedUntil: maybe(date),
});

const signIn = z.object({
  tokenHash: z.string(),
  officerId: z.string(),
  csrfToken: z.string(),
  createdAt: date,
  seenAt: date,
  expiresAt: date,
});

const audit = z.object({
  id: z.string(),
  at: date,
  communeSlug: z.string(),
  officerId: z.string(),
  officerName: z.string(),
  act: z.string(),
  subject: z.string(),
  before: maybe(z.string()),
  after: maybe(z.string()),
});

const tally = z.object({
  communeSlug: z.string(),
  day: z.string(),
  answered: z.number(),
  askedBack: z.number(),
  unknown: z.number(),
  missed: z.number(),
  shown: z.record(z.string(), z.number()),
});

/** What each table holds. */
export type Tables = {
  inbox: InboxEntry;
  session: Session;
  outbox: OutboxEntry;
  ticket: Ticket;
  question: UnansweredQuestion;
  officerCall: OfficerCall;
  token: TokenPair;
  officer: Officer;
  signIn: SignIn;
  audit: AuditEntry;
  tally: Tally;
};

export type TableName = keyof Tables;

type Serialised<T> = { [Name in keyof T]: z.ZodType<T[Name]> };

/** How each table's records are checked when they are read from disk. Unknown keys of older versions are dropped. */
export const recordSchemas: Serialised<Tables> = {
  inbox,
  session,
  outbox,
  ticket,
  question,
  officerCall,
  token,
  officer,
  signIn,
  audit,
  tally,
};
