import { z } from 'zod';
import type { Session } from '../model/session.ts';
import type { Ticket } from '../model/ticket.ts';
import type { TokenPair } from '../model/token.ts';
import type { InboxEntry, OfficerCall, OutboxEntry, UnansweredQuestion } from './store.ts';

const date = z.coerce.date();
/** JSON leaves out what is undefined; the types say it is there. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value);

const location = z.object({ latitude: z.number(), longitude: z.number() });
const draft = { content: z.string(), imageUrls: z.array(z.string()), location: maybe(location) };

const topic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('procedure'), code: z.string() }),
  z.object({ kind: z.literal('plan'), id: z.string() }),
]);

const sessionBase = {
  topic: maybe(topic),
  offered: z.array(z.object({ title: z.string(), send: z.string() })),
  at: date,
};

const session = z.discriminatedUnion('step', [
  z.object({ step: z.literal('idle'), ...sessionBase }),
  z.object({ step: z.literal('report-content'), draft: z.object(draft), ...sessionBase }),
  z.object({ step: z.literal('report-confirm'), draft: z.object(draft), ...sessionBase }),
  z.object({ step: z.literal('with-officer'), until: date, ...sessionBase }),
  z.object({ step: z.literal('forget-confirm'), ...sessionBase }),
]);

const ticket = z.object({
  ...draft,
  code: z.string(),
  kind: z.literal('pakn'),
  oaId: z.string(),
  communeSlug: z.string(),
  userId: z.string(),
  eventId: z.string(),
  state: z.enum(['new', 'received', 'in-progress', 'answered', 'closed']),
  createdAt: date,
});

const inbox = z.object({
  eventId: z.string(),
  appId: z.string(),
  oaId: z.string(),
  body: z.string(),
  receivedAt: date,
  state: z.enum(['waiting', 'done', 'set-aside']),
  attempts: z.number(),
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
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number(),
  createdAt: date,
  nextAttemptAt: date,
  lastError: maybe(z.string()),
});

const question = z.object({
  id: z.string(),
  communeSlug: z.string(),
  text: z.string(),
  nearest: z.array(z.string()),
  askedAt: date,
});

const officerCall = z.object({
  id: z.string(),
  communeSlug: z.string(),
  oaId: z.string(),
  userId: z.string(),
  requestedAt: date,
  until: date,
});

const token = z.object({
  oaId: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAt: date,
  refreshExpiresAt: date,
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
};
