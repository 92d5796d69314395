import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../lib/app-error.ts';
import { flushFolder } from './flushing-adapter.ts';

type Waiting = { line: string; resolve: () => void; reject: (error: unknown) => void };

/**
 * An append-only file of checksummed lines. Lines that come in while a flush runs share the next one, so that a
 * thousand writers cost few flushes. `append` resolves when the line is on disk.
 */
export class Journal {
  readonly #path: string;
  readonly #file: FileHandle;
  #size: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #broken: unknown;

  private constructor(path: string, file: FileHandle, size: number) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
  }

  /** Opens or makes the journal and gives the lines it holds. A torn last line is cut off; a bad one before stops. */
  static async open(path: string): Promise<{ journal: Journal; lines: string[] }> {
    const { lines, size } = await readLines(path);
    const file = await open(path, 'a', 0o600);
    await truncate(path, size);
    await flushFolder(dirname(path));
    return { journal: new Journal(path, file, size), lines };
  }

  get sizeBytes(): number {
    return this.#size;
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
        await this.#write(batch.map(({ line }) => seal(line)).join(''));
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
      await this.#file.datasync();
      this.#size += bytes.length;
    } catch (error) {
      await this.#cutBack(error);
      throw this.#failure(error);
    }
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

async function readLines(path: string): Promise<{ lines: string[]; size: number }> {
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
    const line = unseal(bytes.toString('utf8', position, end));
    if (line === undefined) {
      if (end === bytes.length - 1) break;
      throw new AppError(`Tệp nhật ký ${path} bị hỏng ở byte ${position}.`, {
        hint: 'Giữ nguyên tệp, chép thư mục dữ liệu ra chỗ khác, rồi khôi phục bản sao lưu gần nhất.',
      });
    }
    lines.push(line);
    position = end + 1;
  }
  return { lines, size: position };
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
