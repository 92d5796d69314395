import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Low } from 'lowdb';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import { FlushingJsonFile } from './flushing-adapter.ts';

const MOST_RECORDS_PER_FILE = 2000; // about 2 MB: written in 12 ms (facts: reliability.md)

const fileSchema = z.record(z.string(), z.unknown());

export type TableOptions<T> = {
  folder: string;
  schema: z.ZodType<T>;
  /** Hears, in Vietnamese, of a damaged file in whose place the version before is used. */
  onDamage: (message: string) => void;
};

/** Sees each change of a table; undefined stands for "not there". */
export type TableListener<T> = (before: T | undefined, after: T | undefined) => void;

/** One kind of record in memory, kept in lowdb files of at most 2,000 records each. */
export class Table<T> {
  readonly #name: string;
  readonly #options: TableOptions<T>;
  readonly #records = new Map<string, T>();
  readonly #fileOf = new Map<string, number>();
  /** The keys of each file, so that writing one costs no look at the others. */
  readonly #keysIn = new Map<number, Set<string>>();
  readonly #dirty = new Set<number>();
  readonly #listeners: TableListener<T>[] = [];
  #last = 0;

  constructor(name: string, options: TableOptions<T>) {
    this.#name = name;
    this.#options = options;
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

  get size(): number {
    return this.#records.size;
  }

  listen(listener: TableListener<T>): void {
    this.#listeners.push(listener);
  }

  put(key: string, value: T): void {
    this.#place(key, value, this.#fileOf.get(key) ?? this.#fileWithRoom());
  }

  delete(key: string): void {
    const file = this.#fileOf.get(key);
    if (file === undefined) return;
    const before = this.#records.get(key);
    this.#records.delete(key);
    this.#fileOf.delete(key);
    this.#keysIn.get(file)?.delete(key);
    this.#dirty.add(file);
    for (const listener of this.#listeners) listener(before, undefined);
  }

  /** Takes in a value read from disk; `null` deletes. Throws an AppError naming the place when it does not fit. */
  restore(key: string, value: unknown, where: string): void {
    if (value === null) this.delete(key);
    else this.put(key, this.#parse(value, where));
  }

  /** Reads every file of the table, in order. Lets others run between two files. */
  async load(): Promise<void> {
    const repaired: number[] = [];
    for (const file of await this.#filesOnDisk()) {
      const { records, isRepaired } = await this.#readOrFallBack(file);
      for (const [key, value] of records) this.#place(key, value, file);
      if (isRepaired) repaired.push(file);
      await setImmediate();
    }
    this.#dirty.clear();
    for (const file of repaired) this.#dirty.add(file);
  }

  /** Writes the files that changed since the last time, and lets others run between two of them. */
  async save(): Promise<void> {
    for (const file of [...this.#dirty]) {
      this.#dirty.delete(file); // before the writing: what changes meanwhile makes it dirty again
      await this.#write(file).catch((error: unknown) => {
        this.#dirty.add(file);
        throw error;
      });
    }
  }

  #place(key: string, value: T, file: number): void {
    const before = this.#records.get(key);
    this.#fileOf.set(key, file);
    this.#keysOf(file).add(key);
    this.#records.set(key, value);
    this.#dirty.add(file);
    for (const listener of this.#listeners) listener(before, value);
  }

  #keysOf(file: number): Set<string> {
    const keys = this.#keysIn.get(file) ?? new Set<string>();
    this.#keysIn.set(file, keys);
    this.#last = Math.max(this.#last, file);
    return keys;
  }

  /** Always the last: records that come later stand later, on disk as in memory. */
  #fileWithRoom(): number {
    return this.#keysOf(this.#last).size < MOST_RECORDS_PER_FILE ? this.#last : this.#last + 1;
  }

  async #write(file: number): Promise<void> {
    const keys = this.#keysOf(file);
    if (keys.size === 0 && file < this.#last) {
      await this.#remove(file);
      return;
    }
    const entries = [...keys].map((key) => [key, this.#records.get(key)] as const);
    const low = new Low<object | null>(new FlushingJsonFile(this.#path(file)), null);
    low.data = Object.fromEntries(entries);
    await low.write();
  }

  /** All its records were dropped: files of old events must not pile up over the years. */
  async #remove(file: number): Promise<void> {
    await rm(this.#path(file), { force: true });
    await rm(`${this.#path(file)}.bak`, { force: true });
    this.#keysIn.delete(file);
  }

  /** Reads a file; one that is damaged is set aside for a person to look at, and the version before is used. */
  async #readOrFallBack(file: number): Promise<{ records: [string, T][]; isRepaired: boolean }> {
    const path = this.#path(file);
    try {
      return { records: await this.#read(path), isRepaired: false };
    } catch (damage) {
      const previous = await this.#read(`${path}.bak`).catch(() => undefined);
      if (previous === undefined) throw damage;
      const aside = `${path}.hong-${Date.now()}`;
      await rename(path, aside).catch(() => undefined); // gone altogether: only the version before is there
      this.#options.onDamage(
        `Tệp ${path} bị hỏng, đã cất sang ${aside} và dùng bản lưu trước đó; vài thay đổi cuối có thể thiếu.`,
      );
      return { records: previous, isRepaired: true };
    }
  }

  async #read(path: string): Promise<[string, T][]> {
    const low = new Low<object | null>(new FlushingJsonFile(path), null);
    let records: Record<string, unknown>;
    try {
      await low.read();
      records = fileSchema.parse(low.data);
    } catch (cause) {
      throw new AppError(`Tệp dữ liệu ${path} không đọc được.`, {
        hint: 'Giữ nguyên tệp, chép thư mục dữ liệu ra chỗ khác, rồi khôi phục bản sao lưu gần nhất.',
        cause,
      });
    }
    return Object.entries(records).map(([key, value]) => [key, this.#parse(value, path)]);
  }

  #parse(value: unknown, where: string): T {
    const parsed = this.#options.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new AppError(`Bản ghi "${this.#name}" trong ${where} không đúng dạng.`, {
      hint: 'Chép thư mục dữ liệu ra chỗ khác rồi khôi phục bản sao lưu gần nhất.',
      cause: parsed.error,
    });
  }

  /** The numbers of the files that are there, or of which only the version before is left. */
  async #filesOnDisk(): Promise<number[]> {
    const pattern = new RegExp(`^${this.#name}-(\\d+)\\.json(?:\\.bak)?$`);
    const names = await readdir(this.#options.folder);
    const numbers = names.flatMap((name) => {
      const [, number] = pattern.exec(name) ?? [];
      return number === undefined ? [] : [Number(number) - 1];
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  #path(file: number): string {
    const number = String(file + 1).padStart(4, '0');
    return join(this.#options.folder, `${this.#name}-${number}.json`);
  }
}
