import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Conversation, conversationKey, conversationOf } from '../model/conversation.ts';
import type { Store } from './store.ts';

const lineSchema = z.object({ who: z.string(), at: z.coerce.date() });

/**
 * Who asked to be forgotten, and when: a line each, with a hash in the place of the account number. It stands beside
 * the backups and not in them, so that a backup that is put back does not bring forgotten residents back.
 */
export class Forgettings {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Notes a forgetting; resolves when it is on disk. Rejects when the disk refuses. */
  async note(conversation: Conversation, at: Date): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const line = JSON.stringify({ who: hashOf(conversation), at });
    await appendFile(this.#path, `${line}\n`, { mode: 0o600, flush: true });
  }

  /**
   * Forgets again whom the list names and the store knows from before they asked, as it does after an older backup was
   * put back. Whoever came back later is left alone. Gives how many were forgotten.
   */
  async applyTo(store: Store): Promise<number> {
    const askedAt = await this.#read();
    if (askedAt.size === 0) return 0;
    let forgotten = 0;
    for (const [key, firstSeenAt] of knownSince(store)) {
      const conversation = conversationOf(key);
      const at = askedAt.get(hashOf(conversation));
      if (at === undefined || firstSeenAt >= at) continue;
      await store.forget(conversation);
      forgotten += 1;
    }
    return forgotten;
  }

  /** When each last asked. A line that a power cut left half written is passed over. */
  async #read(): Promise<Map<string, Date>> {
    const askedAt = new Map<string, Date>();
    for (const line of (await this.#text()).split('\n')) {
      const { data } = lineSchema.safeParse(parse(line));
      if (data !== undefined) askedAt.set(data.who, data.at);
    }
    return askedAt;
  }

  async #text(): Promise<string> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    }
  }
}

/**
 * Every conversation of which something is kept, and the time of the oldest of it. Messages tell nothing: one that
 * waits for Zalo outlives a forgetting, and is dropped once it is sent.
 */
function knownSince(store: Store): Map<string, Date> {
  const since = new Map<string, Date>();
  const see = (key: string, at: Date) => {
    const before = since.get(key);
    if (before === undefined || at < before) since.set(key, at);
  };
  for (const [key, { at }] of store.sessions.entries()) see(key, at);
  for (const one of store.officerCalls()) see(conversationKey(one), one.requestedAt);
  for (const one of store.tickets())
    if (one.userId !== '') see(conversationKey(one), one.createdAt);
  return since;
}

function hashOf(conversation: Conversation): string {
  return createHash('sha256').update(conversationKey(conversation)).digest('hex');
}

function parse(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined; // half a line, or none
  }
}
