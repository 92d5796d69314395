import { randomUUID } from 'node:crypto';
import { texts } from './bot/texts.ts';
import type { Clock } from './lib/clock.ts';
import { type Conversation, conversationKey } from './model/conversation.ts';
import type { AuditEntry } from './model/officer.ts';
import { type OfficerCall, withLine } from './model/officer-call.ts';
import type { Reply } from './model/reply.ts';
import { newSession, type Session } from './model/session.ts';
import { outboxEntries } from './outbox.ts';
import type { OutboxEntry, StaffChange, Store } from './store/store.ts';

export type LiveTalkOptions = {
  store: Store;
  clock: Clock;
  officerMinutes: number;
  deliver: (messages: readonly OutboxEntry[]) => void;
  /** Runs something between the turns of one conversation. */
  between: <T>(conversation: Conversation, task: () => Promise<T>) => Promise<T>;
};

/** Officers talking to residents from the console. What they write goes through the outbox like any other message. */
export class LiveTalk {
  readonly #options: LiveTalkOptions;

  constructor(options: LiveTalkOptions) {
    this.#options = options;
  }

  /** Says something to the resident and keeps the bot quiet for the set time. False when the call is gone. */
  say(callId: string, text: string, audit: AuditEntry): Promise<boolean> {
    return this.#change(callId, audit, (call, session, now) => {
      const until = new Date(now.getTime() + this.#options.officerMinutes * 60_000);
      const messages = this.#messages(call, { text: texts.officerSays(text) }, now);
      const [message] = messages;
      const line = { at: now, by: 'officer', text } as const;
      const spoken = withLine(call, message ? { ...line, messageId: message.id } : line);
      return {
        call: heldAgain(spoken, { until, answeredAt: call.answeredAt ?? now }),
        session: { ...newSession(now), topic: session.topic, step: 'with-officer', until },
        messages,
      };
    });
  }

  /** Gives the word back to the bot, which tells the resident so. False when the call is gone. */
  end(callId: string, audit: AuditEntry): Promise<boolean> {
    return this.#change(callId, audit, (call, session, now) => ({
      call: { ...call, endedAt: now },
      session: { ...newSession(now), topic: session.topic },
      messages:
        session.step === 'with-officer' ? this.#messages(call, { text: texts.botIsBack }, now) : [],
    }));
  }

  async #change(
    callId: string,
    audit: AuditEntry,
    change: (call: OfficerCall, session: Session, now: Date) => Changed,
  ): Promise<boolean> {
    const { store, clock, between, deliver } = this.#options;
    const found = callOf(store, callId);
    if (found === undefined) return false;
    return between(found, async () => {
      const call = callOf(store, callId);
      if (call === undefined) return false;
      const now = clock();
      const changed = change(call, store.session(call) ?? newSession(now), now);
      await store.keep(changesOf(changed, audit));
      deliver(changed.messages);
      return true;
    });
  }

  #messages({ oaId, userId }: OfficerCall, reply: Reply, now: Date): OutboxEntry[] {
    return outboxEntries({ id: `call:${randomUUID()}`, oaId, userId }, [reply], now);
  }
}

type Changed = { call: OfficerCall; session: Session; messages: readonly OutboxEntry[] };

/** The call with an officer at it, even when it had ended before. */
function heldAgain(
  { id, oaId, userId, communeSlug, requestedAt, lines }: OfficerCall,
  times: Pick<OfficerCall, 'until' | 'answeredAt'>,
): OfficerCall {
  return { id, oaId, userId, communeSlug, requestedAt, lines, ...times };
}

function callOf(store: Store, id: string): OfficerCall | undefined {
  return store.officerCalls().find((call) => call.id === id);
}

function changesOf({ call, session, messages }: Changed, audit: AuditEntry): StaffChange[] {
  return [
    { table: 'officerCall', key: call.id, value: call },
    { table: 'session', key: conversationKey(call), value: session },
    ...messages.map((value): StaffChange => ({ table: 'outbox', key: value.id, value })),
    { table: 'audit', key: audit.id, value: audit },
  ];
}
