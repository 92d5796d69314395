import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFilePath, keptFilesFolder } from './kept-files.ts';
import { toError } from './lib/app-error.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { SerialQueue } from './lib/serial-queue.ts';
import { writeWhole } from './lib/whole-file.ts';
import type { Attachment, Ticket } from './model/ticket.ts';
import { outboxEntries } from './outbox.ts';
import { refusedReply, whyRefused } from './refused-files.ts';
import type { OutboxEntry, Store } from './store/store.ts';
import type { MediaRefusal, MediaResult } from './zalo/media.ts';

/** An attachment that is fetched or never will be. */
type Settled = { attachment: Attachment; refused?: MediaRefusal };

const GIVE_UP_MS = 48 * 3_600_000; // an office's line is back by then

export type AttachmentOptions = {
  store: Store;
  dataFolder: string;
  fetch: (url: string) => Promise<MediaResult>;
  deliver: (messages: readonly OutboxEntry[]) => void;
  clock: Clock;
  log: Log;
};

/** Fetches what residents send with reports into the data folder, and deletes what no report has any more. */
export class Attachments {
  readonly #options: AttachmentOptions;
  readonly #queue = new SerialQueue();

  constructor(options: AttachmentOptions) {
    this.#options = options;
  }

  /** Fetches whatever waits, now or since an earlier run. Never rejects: what fails is tried again at the next call. */
  fetchWaiting(): void {
    const { store, log } = this.#options;
    for (const { code, attachments } of store.tickets()) {
      if (!attachments.some(isWaiting)) continue;
      void this.#queue
        .run(code, () => this.#fetchAll(code))
        .catch((thrown: unknown) => {
          log.error({ ticket: code, error: toError(thrown).message }, 'picture not kept');
        });
    }
  }

  /** Fetches what waits, then deletes the files that no report has any more. Never rejects. */
  async tidy(): Promise<void> {
    this.fetchWaiting();
    await this.idle();
    const { log } = this.#options;
    await this.#deleteForgotten().catch((thrown: unknown) => {
      log.error({ error: toError(thrown).message }, 'forgotten pictures not deleted');
    });
  }

  /** Resolves when nothing is being fetched. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #fetchAll(code: string): Promise<void> {
    const waiting = this.#options.store.ticket(code)?.attachments.filter(isWaiting) ?? [];
    const settled: Settled[] = [];
    for (const attachment of waiting) {
      const one = await this.#settle(code, attachment);
      if (one !== undefined) settled.push(one);
    }
    if (settled.length > 0) await this.#note(code, settled);
  }

  /** What became of one attachment; undefined when it should be tried again later. */
  async #settle(code: string, attachment: Attachment): Promise<Settled | undefined> {
    const { fetch, dataFolder, store, clock } = this.#options;
    const result = await fetch(attachment.url);
    if ('file' in result) {
      const path = keptFilePath(dataFolder, { code, id: attachment.id });
      if (path === undefined) return undefined;
      await writeWhole(path, result.file.bytes);
      const { type: contentType } = result.file;
      return { attachment: { ...attachment, state: 'kept', url: '', contentType } };
    }
    const { refused } = result;
    const sentAt = store.ticket(code)?.timeline.at(-1)?.at ?? store.ticket(code)?.createdAt;
    const age = clock().getTime() - (sentAt?.getTime() ?? 0);
    if (refused === 'unreachable' && age < GIVE_UP_MS) return undefined;
    const reason = whyRefused(refused);
    return { attachment: { ...attachment, state: 'refused', url: '', reason }, refused };
  }

  /** Who sent what cannot be kept is told so, in one message, in the same step. */
  async #note(code: string, settled: readonly Settled[]): Promise<void> {
    const { store, deliver, clock } = this.#options;
    const refusals = settled.flatMap(({ refused }) => refused ?? []);
    const changed = await store.updateTicket({
      code,
      change: (ticket) => {
        const next = withAttachments(ticket, settled);
        if (refusals.length === 0 || ticket.userId === '') return { ticket: next };
        const { oaId, userId } = ticket;
        const cause = { id: `files:${code}:${ticket.version}`, oaId, userId };
        const messages = outboxEntries(cause, [refusedReply(code, refusals)], clock());
        return { ticket: next, messages };
      },
    });
    deliver(changed?.messages ?? []);
  }

  async #deleteForgotten(): Promise<void> {
    const { dataFolder, store } = this.#options;
    const root = keptFilesFolder(dataFolder);
    for (const code of await readdir(root).catch(() => [])) {
      const kept = new Set(store.ticket(code)?.attachments.map(({ id }) => id));
      for (const id of await readdir(join(root, code))) {
        if (!kept.has(id)) await rm(join(root, code, id), { force: true });
      }
    }
  }
}

function isWaiting({ state }: Attachment): boolean {
  return state === 'waiting';
}

/** A report that was forgotten meanwhile gets nothing back. */
function withAttachments(ticket: Ticket, settled: readonly Settled[]): Ticket {
  const byId = new Map(settled.map(({ attachment }) => [attachment.id, attachment]));
  return { ...ticket, attachments: ticket.attachments.map((one) => byId.get(one.id) ?? one) };
}
