import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { type FileResult, parseFile } from './parse-file.ts';
import { readRecord } from './read-file.ts';

/** Files as they are proposed, by path: read in place of what lies on disk. */
export type PendingFiles = ReadonlyMap<string, Uint8Array>;

type Given = { previous?: ReadonlyMap<string, unknown> | undefined; pending?: PendingFiles };

/** Reads files one schema at a time and remembers what was read and what was wrong. */
export class FolderReader {
  readonly problems: Problem[] = [];
  readonly records = new Map<string, unknown>();
  readonly files: readonly string[];
  readonly #root: string;
  readonly #previous: ReadonlyMap<string, unknown> | undefined;
  readonly #pending: PendingFiles;

  constructor(
    root: string,
    files: readonly string[],
    { previous, pending = new Map() }: Given = {},
  ) {
    this.#root = root;
    this.files = [...new Set([...files, ...pending.keys()])].sort();
    this.#previous = previous;
    this.#pending = pending;
  }

  async readAll<T>(folder: RegExp, schema: z.ZodType<T>): Promise<T[]> {
    return (await this.readNamed(folder, schema)).map(({ record }) => record);
  }

  /** The records of a folder with the file of each, in the order of the files. */
  async readNamed<T>(folder: RegExp, schema: z.ZodType<T>): Promise<{ file: string; record: T }[]> {
    const matching = this.files.filter((file) => folder.test(file));
    const read = await Promise.all(
      matching.map(async (file) => ({ file, record: await this.read(file, schema) })),
    );
    return read.flatMap(({ file, record }) => (record === undefined ? [] : [{ file, record }]));
  }

  async read<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const result = await this.#readOne(file, schema);
    if ('record' in result) {
      this.records.set(file, result.record);
      return result.record;
    }
    this.problems.push(...result.problems);
    const lastGood = schema.safeParse(this.#previous?.get(file));
    if (!lastGood.success) return undefined;
    this.records.set(file, lastGood.data);
    return lastGood.data;
  }

  #readOne<T>(file: string, schema: z.ZodType<T>): Promise<FileResult<T>> | FileResult<T> {
    const pending = this.#pending.get(file);
    if (pending !== undefined) return parseFile(file, pending, schema);
    return readRecord(this.#root, file, schema);
  }
}
