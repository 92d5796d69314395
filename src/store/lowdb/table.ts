import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import { FlushingJsonFile } from './flushing-adapter.ts';

const MOST_RECORDS_PER_FILE = 2000; // about 2 MB: written in 12 ms (facts: reliability.md)

const fileSchema = z.record(z.string(), z.unknown());

/** One kind of record in memory, kept in lowdb files of at most 2,000 records each. */
export class Table<T> {
  readonly #name: string;
  readonly #folder: string;
  readonly #schema: z.ZodType<T>;
  readonly #records = new Map<string, T>();
  readonly #fileOf = new Map<string, number>();
  readonly #filled: number[] = [];
  readonly #dirty = new Set<number>();

  constructor(name: string, { folder, schema }: { folder: string; schema: z.ZodType<T> }) {
    this.#name = name;
    this.#folder = folder;
    this.#schema = schema;
  }

  get(key: string): T | undefined {
    return this.#records.get(key);
  }

  values(): IterableIterator<T> {
    return this.#records.values();
  }

  entries(): IterableIterator<[string, T]> {
    return this.#records.entries();
  }

  put(key: string, value: T): void {
    this.#place(key, value, this.#fileOf.get(key) ?? this.#fileWithRoom());
  }

  #place(key: string, value: T, file: number): void {
    if (!this.#fileOf.has(key)) {
      this.#fileOf.set(key, file);
      this.#filled[file] = (this.#filled[file] ?? 0) + 1;
    }
    this.#records.set(key, value);
    this.#dirty.add(file);
  }

  delete(key: string): void {
    const file = this.#fileOf.get(key);
    if (file === undefined) return;
    this.#records.delete(key);
    this.#fileOf.delete(key);
    this.#filled[file] = (this.#filled[file] ?? 1) - 1;
    this.#dirty.add(file);
  }

  /** Takes in a value read from disk; `null` deletes. Throws an AppError naming the place when it does not fit. */
  restore(key: string, value: unknown, where: string): void {
    if (value === null) this.delete(key);
    else this.put(key, this.#parse(value, where));
  }

  #parse(value: unknown, where: string): T {
    const parsed = this.#schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new AppError(`Bản ghi "${this.#name}" trong ${where} không đúng dạng.`, {
      hint: 'Chép thư mục dữ liệu ra chỗ khác rồi khôi phục bản sao lưu gần nhất.',
      cause: parsed.error,
    });
  }

  /** Reads every file of the table, in order. */
  async load(): Promise<void> {
    for (let file = 0; ; file++) {
      const data = await this.#read(file);
      if (data === undefined) break;
      this.#filled[file] = 0;
      for (const [key, value] of Object.entries(data)) {
        this.#place(key, this.#parse(value, this.#path(file)), file);
      }
    }
    this.#dirty.clear();
  }

  /** Writes the files that changed since the last time. */
  async save(): Promise<void> {
    for (const file of [...this.#dirty]) {
      this.#dirty.delete(file); // before the writing: what changes meanwhile makes it dirty again
      const entries = [...this.#records].filter(([key]) => this.#fileOf.get(key) === file);
      const low = new Low<unknown>(new FlushingJsonFile(this.#path(file)), null);
      low.data = Object.fromEntries(entries);
      await low.write().catch((error: unknown) => {
        this.#dirty.add(file);
        throw error;
      });
    }
  }

  async #read(file: number): Promise<Record<string, unknown> | undefined> {
    const path = this.#path(file);
    const low = new Low<unknown>(new FlushingJsonFile(path), null);
    try {
      await low.read();
      return low.data === null ? undefined : fileSchema.parse(low.data);
    } catch (cause) {
      throw new AppError(`Tệp dữ liệu ${path} không đọc được.`, {
        hint: 'Giữ nguyên tệp, chép thư mục dữ liệu ra chỗ khác, rồi khôi phục bản sao lưu gần nhất.',
        cause,
      });
    }
  }

  #fileWithRoom(): number {
    const last = Math.max(0, this.#filled.length - 1);
    return (this.#filled[last] ?? 0) < MOST_RECORDS_PER_FILE ? last : last + 1;
  }

  #path(file: number): string {
    return join(this.#folder, `${this.#name}-${String(file + 1).padStart(4, '0')}.json`);
  }
}
