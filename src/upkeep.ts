import { offeredIn } from './bot/outcome.ts';
import { draftReply } from './bot/ticket-reply.ts';
import type { Desk } from './desk.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { toError } from './lib/app-error.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { conversationOf } from './model/conversation.ts';
import type { FeedbackPolicy } from './model/feedback.ts';
import type { OaAccount } from './model/oa-account.ts';
import { newSession, type Session } from './model/session.ts';
import { outboxEntries } from './outbox.ts';
import { draftReminder } from './pakn/messages.ts';
import { draftStep } from './pakn/unfinished.ts';
import { dueActs } from './pakn/upkeep.ts';
import type { OutboxEntry, StaffChange, Store } from './store/store.ts';

export type UpkeepOptions = {
  store: Store;
  knowledge: () => Knowledge;
  accounts: readonly Pick<OaAccount, 'oaId' | 'communeSlug'>[];
  desk: Desk;
  clock: Clock;
  log: Log;
  deliver: (messages: readonly OutboxEntry[]) => void;
};

/**
 * What the clock does to reports, to be called every hour: nudges, closing, forgetting who sent what, and the one
 * reminder of a report that was begun. Never rejects: what fails is tried again the next hour.
 */
export async function keepUp(options: UpkeepOptions): Promise<void> {
  try {
    await doDueActs(options);
    await remindOfDrafts(options);
  } catch (thrown) {
    options.log.error({ error: toError(thrown).message }, 'hourly upkeep');
  }
}

async function doDueActs({ store, knowledge, desk }: UpkeepOptions): Promise<void> {
  for (const slug of knowledge().communes.keys()) {
    const tickets = store.tickets().filter(({ communeSlug }) => communeSlug === slug);
    for (const { code, act } of dueActs(tickets, desk.rules(slug))) {
      await desk.bySystem(code, act);
    }
  }
}

async function remindOfDrafts(options: UpkeepOptions): Promise<void> {
  const { store, knowledge, accounts, clock, deliver } = options;
  for (const [key, session] of [...store.sessions.entries()]) {
    const conversation = conversationOf(key);
    const account = accounts.find(({ oaId }) => oaId === conversation.oaId);
    const policy = account && knowledge().communes.get(account.communeSlug)?.feedback;
    if (policy === undefined) continue;
    const step = draftStep(session, policy, clock());
    if (step === 'drop') {
      await store.keep([{ table: 'session', key, value: newSession(clock()) }]);
    }
    if (step === 'remind') {
      const { changes, messages } = reminder(key, session, policy, clock());
      await store.keep(changes);
      deliver(messages);
    }
  }
}

type Reminder = { changes: StaffChange[]; messages: OutboxEntry[] };

/** The session notes the reminder in the same step that keeps the message, so that there is only ever one. */
function reminder(key: string, session: Session, policy: FeedbackPolicy, now: Date): Reminder {
  if (!('draft' in session)) return { changes: [], messages: [] };
  const text = draftReminder(session.draft.content, policy);
  const replies = text === undefined ? [] : [draftReply(text)];
  const cause = { id: `draft:${key}:${session.at.getTime()}`, ...conversationOf(key) };
  const messages = outboxEntries(cause, replies, now);
  const offered = replies.length === 0 ? session.offered : offeredIn(replies);
  const value = { ...session, offered, draft: { ...session.draft, reminded: true } };
  return {
    messages,
    changes: [
      { table: 'session', key, value },
      ...messages.map((one): StaffChange => ({ table: 'outbox', key: one.id, value: one })),
    ],
  };
}
