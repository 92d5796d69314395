import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import { Gate } from '../lib/gate.ts';
import { SerialQueue } from '../lib/serial-queue.ts';
import { parseFile } from './parse-file.ts';
import { schemaOf } from './schema-of.ts';
import {
  hashOf,
  type HistoryPlace,
  newestVersions,
  type Version,
  versionsOf,
  writeVersion,
} from './versions.ts';

const AT_ONCE = 16; // enough to hide a slow disk; open files stay few

export type HistoryOptions = HistoryPlace & {
  clock: Clock;
  /** Told what could not be kept. */
  onError: (error: Error) => void;
};

/** Keeps a version of every knowledge file each time it changes, so that changes can be compared and undone. */
export class KnowledgeHistory {
  readonly #options: HistoryOptions;
  readonly #queue = new SerialQueue();
  /** When and how long each file was at the last look: what has not changed since is not read again. */
  readonly #looks = new Map<string, string>();
  #newest: Map<string, Version> | undefined;
  #isClosed = false;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Keeps what changed since the last kept versions, and resolves to how many. Never rejects. */
  keep(): Promise<number> {
    return this.#queue.run('keep', async () => {
      try {
        return await this.#keepChanged();
      } catch (thrown) {
        this.#report(toError(thrown), 1);
        return 0;
      }
    });
  }

  /** Stops after the files at hand. What is left is kept at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.idle();
  }

  async #keepChanged(): Promise<number> {
    const { root, folder } = this.#options;
    const files = await knowledgeFiles(root);
    const newest = (this.#newest ??= await newestVersions(folder));
    const gone = [...newest.keys()].filter((file) => !files.has(file));
    const gate = new Gate(AT_ONCE);
    const outcomes = await Promise.allSettled(
      [...files, ...gone].map((file) => gate.run(() => this.#keepFile(file, newest))),
    );
    const failed = outcomes.filter((one) => one.status === 'rejected');
    if (failed[0] !== undefined) this.#report(toError(failed[0].reason), failed.length);
    return outcomes.filter((one) => one.status === 'fulfilled' && one.value).length;
  }

  async #keepFile(file: string, newest: Map<string, Version>): Promise<boolean> {
    if (this.#isClosed) return false;
    const { root, folder, clock } = this.#options;
    const look = await lookAt(join(root, file));
    if (look !== undefined && look === this.#looks.get(file)) return false;
    const current = { file, newest: newest.get(file), now: clock() };
    const version = await keepCurrent({ root, folder }, current);
    if (version !== undefined) newest.set(file, version);
    if (look === undefined) this.#looks.delete(file);
    else this.#looks.set(file, look);
    return version !== undefined;
  }

  #report(cause: Error, count: number): void {
    const { folder } = this.#options;
    this.#options.onError(
      new AppError(`Không giữ được lịch sử của ${count} tệp kiến thức (${cause.message}).`, {
        hint: `Kiểm tra dung lượng đĩa và quyền ghi của thư mục "${folder}".`,
        cause,
      }),
    );
  }
}

/** A file, what is known to be its newest version, and the time. */
type Current = { file: string; newest: Version | undefined; now: Date };

/**
 * Keeps a file as it stands, or that it is gone. Resolves to undefined when the newest version says the same, or the
 * file is broken: residents never saw that, so it is no version.
 */
async function keepCurrent(
  { root, folder }: HistoryPlace,
  { file, newest, now }: Current,
): Promise<Version | undefined> {
  const bytes = await readIfThere(join(root, file));
  if (bytes === undefined) {
    return newest?.hash === undefined ? undefined : writeVersion(folder, { file, bytes, now });
  }
  if (newest?.hash === hashOf(bytes)) return undefined;
  if ('problems' in parseFile(file, bytes, schemaOf(file))) return undefined;
  return writeVersion(folder, { file, bytes, now });
}

/** Keeps one file as it stands, before something else is put in its place. */
export async function keepOne(place: HistoryPlace, file: string, now: Date): Promise<void> {
  const newest = (await versionsOf(place.folder, file)).at(-1);
  await keepCurrent(place, { file, newest, now });
}

/** Every JSON file that the bot may use; drafts and schemas are none. */
async function knowledgeFiles(root: string): Promise<Set<string>> {
  const entries = await readdir(root, { recursive: true });
  const files = entries.map((entry) => entry.replaceAll('\\', '/'));
  return new Set(files.filter((file) => /^(?!schema\/|drafts\/).*\.json$/.test(file)));
}

async function lookAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && `${found.mtimeMs}:${found.size}`;
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (thrown) {
    const error = toError(thrown);
    if ('code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
