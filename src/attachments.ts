import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFilePath, keptFilesFolder } from './kept-files.ts';
import { toError } from './lib/app-error.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { SerialQueue } from './lib/serial-queue.ts';
import { writeWhole } from './lib/whole-file.ts';
import type { Attachment, Ticket } from './model/ticket.ts';
import type { Store } from './store/store.ts';
import type { PictureRefusal, PictureResult } from './zalo/media.ts';

const GIVE_UP_MS = 48 * 3_600_000; // an office's line is back by then

export type AttachmentOptions = {
  store: Store;
  dataFolder: string;
  fetch: (url: string) => Promise<PictureResult>;
  clock: Clock;
  log: Log;
};

/** Why a picture is not shown, for officers. */
const REASONS: Readonly<Record<PictureRefusal, string>> = {
  foreign: 'Đường dẫn không phải của Zalo nên không tải.',
  'private-address': 'Đường dẫn trỏ vào mạng nội bộ nên không tải.',
  redirect: 'Đường dẫn chuyển đi nơi khác nên không tải.',
  'too-large': 'Ảnh lớn hơn 5 MB.',
  'not-a-picture': 'Tệp không phải ảnh JPG hoặc PNG.',
  gone: 'Zalo không còn giữ ảnh này.',
  unreachable: 'Không tải được ảnh từ Zalo trong hai ngày.',
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
    for (const attachment of waiting) {
      const settled = await this.#settle(code, attachment);
      if (settled !== undefined) await this.#note(code, settled);
    }
  }

  /** What became of one attachment; undefined when it should be tried again later. */
  async #settle(code: string, attachment: Attachment): Promise<Attachment | undefined> {
    const { fetch, dataFolder, store, clock } = this.#options;
    const result = await fetch(attachment.url);
    if ('picture' in result) {
      const path = keptFilePath(dataFolder, { code, id: attachment.id });
      if (path === undefined) return undefined;
      await writeWhole(path, result.picture.bytes);
      return { ...attachment, state: 'kept', url: '', contentType: result.picture.type };
    }
    const sentAt = store.ticket(code)?.timeline.at(-1)?.at ?? store.ticket(code)?.createdAt;
    const age = clock().getTime() - (sentAt?.getTime() ?? 0);
    if (result.refused === 'unreachable' && age < GIVE_UP_MS) return undefined;
    return { ...attachment, state: 'refused', url: '', reason: REASONS[result.refused] };
  }

  async #note(code: string, settled: Attachment): Promise<void> {
    await this.#options.store.updateTicket({
      code,
      change: (ticket) => ({ ticket: withAttachment(ticket, settled) }),
    });
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
function withAttachment(ticket: Ticket, settled: Attachment): Ticket {
  const attachments = ticket.attachments.map((one) => (one.id === settled.id ? settled : one));
  return { ...ticket, attachments };
}
