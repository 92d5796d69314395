import type { Conversation } from './model/conversation.ts';
import type { Reply } from './model/reply.ts';
import type { OutboxEntry } from './store/store.ts';
import { toZaloMessages } from './zalo/messages.ts';

/** What caused the messages, and who gets them. The same cause always gives the same ids. */
export type Cause = Conversation & { id: string };

/** The messages that replies take, ready to be kept and sent. */
export function outboxEntries(
  { id, oaId, userId }: Cause,
  replies: readonly Reply[],
  now: Date,
): OutboxEntry[] {
  const parts = replies.flatMap((reply) =>
    toZaloMessages(reply).map((_, part) => ({ reply, part })),
  );
  return parts.map(({ reply, part }, i) => ({
    id: `${id}:${i}`,
    eventId: id,
    oaId,
    userId,
    reply,
    part,
    state: 'waiting',
    attempts: 0,
    createdAt: now,
    nextAttemptAt: now,
    lastError: undefined,
  }));
}
