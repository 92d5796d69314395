import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../lib/app-error.ts';
import { flushFolder } from './flushing-adapter.ts';

type Waiting = { line: string; resolve: () => void; reject: (error: unknown) => void };

/** What the journal asks of an open file; a test hands in one that fails. */
export type JournalFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'truncate' | 'close'>;

/** What a journal file holds. */
export type JournalContent = {
  lines: string[];
  /** How many bytes of the file are good. */
  size: number;
  /** Something nobody was told was kept stood behind the last good line. */
  isTorn: boolean;
};

// Lines flushed together share one checksum, so that whatever a power cut leaves of them is dropped as one. JSON
// never holds this character as it is.
const BETWEEN = '\u001e';

/**
 * An append-only file of checksummed batches of lines. Lines that come in while a flush runs share the next one, so
 * that a thousand writers cost few flushes. `append` resolves when the line is on disk. A line may hold neither a
 * line break nor U+001E.
 */
export class Journal {
  readonly #path: string;
  readonly #file: JournalFile;
  #size: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #broken: unknown;

  private constructor(path: string, file: JournalFile, size: number) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
  }

  /** Opens or makes the journal and gives the lines it holds. A torn last line is cut off; a bad one before stops. */
  static async open(
    path: string,
    openFile: (path: string) => Promise<JournalFile> = openForAppending,
  ): Promise<JournalContent & { journal: Journal }> {
    const content = await readJournal(path);
    const file = await openFile(path);
    await truncate(path, content.size);
    await flushFolder(dirname(path));
    return { journal: new Journal(path, file, content.size), ...content };
  }

  get sizeBytes(): number {
    return this.#size;
  }

  /** How many lines wait for the disk. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** True once the disk did not do what it was told: nothing more is written until a new start. */
  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#flushing ??= this.#flushAll();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  async #flushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(seal(batch.map(({ line }) => line).join(BETWEEN)));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#flushing = undefined;
  }

  async #write(text: string): Promise<void> {
    if (this.#broken !== undefined) throw this.#failure(this.#broken);
    const bytes = Buffer.from(text);
    try {
      await this.#file.appendFile(bytes);
    } catch (error) {
      await this.#cutBack(error);
      throw this.#failure(error);
    }
    try {
      await this.#file.datasync();
    } catch (error) {
      // The system may have thrown the bytes away and say "done" to the next flush, so it is not asked again.
      this.#broken = error;
      throw this.#failure(error);
    }
    this.#size += bytes.length;
  }

  /** A failed write must leave no trace; when even that fails, nothing more may be written. */
  async #cutBack(error: unknown): Promise<void> {
    try {
      await this.#file.truncate(this.#size);
      await this.#file.datasync();
    } catch {
      this.#broken = error;
    }
  }

  #failure(cause: unknown): AppError {
    return new AppError(`Không ghi được vào ${this.#path}.`, {
      hint: 'Kiểm tra ổ đĩa còn chỗ trống và còn quyền ghi, rồi khởi động lại chương trình.',
      cause,
    });
  }
}

/** Reads a journal without touching it. A damaged batch that has others behind it is an AppError. */
export async function readJournal(path: string): Promise<JournalContent> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Buffer.alloc(0);
    throw error;
  });
  const lines: string[] = [];
  let position = 0;
  while (position < bytes.length) {
    const end = bytes.indexOf(0x0a, position);
    if (end === -1) break; // torn: the power went while it was being written, nobody was told it was kept
    const batch = unseal(bytes.toString('utf8', position, end));
    if (batch === undefined) {
      if (end === bytes.length - 1) break;
      throw new AppError(`Tệp nhật ký ${path} bị hỏng ở byte ${position}.`, {
        hint: 'Giữ nguyên tệp, chép thư mục dữ liệu ra chỗ khác, rồi khôi phục bản sao lưu gần nhất.',
      });
    }
    for (const line of batch.split(BETWEEN)) lines.push(line);
    position = end + 1;
  }
  return { lines, size: position, isTorn: position < bytes.length };
}

function openForAppending(path: string): Promise<JournalFile> {
  return open(path, 'a', 0o600);
}

function seal(line: string): string {
  return `${checksum(line)}\t${line}\n`;
}

function unseal(sealed: string): string | undefined {
  const [sum, line] = [sealed.slice(0, 16), sealed.slice(17)];
  return sealed[16] === '\t' && checksum(line) === sum ? line : undefined;
}

function checksum(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 16);
}
