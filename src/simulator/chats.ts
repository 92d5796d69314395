import { residentKey } from './residents.ts';

/** A button as Zalo's app shows it under a bubble. */
type ChatButton = { title: string; type: string; payload?: unknown };

/** A bubble in the phone. */
export type ChatMessage = {
  id: string;
  from: 'resident' | 'oa' | 'staff';
  at: Date;
  text: string;
  imageUrl?: string;
  fileName?: string;
  location?: { latitude: number; longitude: number };
  buttons: readonly ChatButton[];
};

const MOST_MESSAGES = 200; // per resident
const MOST_CHATS = 2000;

/** What was said, newest last; the oldest is forgotten. */
export class Chats {
  readonly #byKey = new Map<string, ChatMessage[]>();

  add(oaId: string, userId: string, message: ChatMessage): void {
    const key = residentKey(oaId, userId);
    const messages = [...this.of(oaId, userId), message].slice(-MOST_MESSAGES);
    this.#byKey.delete(key); // re-inserted, so that the first key is the one longest silent
    this.#byKey.set(key, messages);
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size > MOST_CHATS && oldest !== undefined) this.#byKey.delete(oldest);
  }

  of(oaId: string, userId: string): readonly ChatMessage[] {
    return this.#byKey.get(residentKey(oaId, userId)) ?? [];
  }

  /** Every message of an account with the resident it was exchanged with, newest first. */
  recent(oaId: string): { userId: string; message: ChatMessage }[] {
    return Array.from(this.#byKey.entries())
      .filter(([key]) => key.startsWith(`${oaId}/`))
      .flatMap(([key, messages]) =>
        messages.map((message) => ({ userId: key.slice(oaId.length + 1), message })),
      )
      .sort((a, b) => b.message.at.getTime() - a.message.at.getTime());
  }
}
