/** One resident talking to one official account. */
export type Conversation = { oaId: string; userId: string };

/** The key of a conversation: unique across official accounts. */
export function conversationKey({ oaId, userId }: Conversation): string {
  return `${oaId}:${userId}`;
}

/** The conversation that a key names. */
export function conversationOf(key: string): Conversation {
  const [oaId = '', userId = ''] = key.split(':');
  return { oaId, userId };
}
