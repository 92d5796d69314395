import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { readRecord } from './read-file.ts';

/** Reads files one schema at a time and remembers what was read and what was wrong. */
export class FolderReader {
  readonly problems: Problem[] = [];
  readonly records = new Map<string, unknown>();
  readonly files: readonly string[];
  readonly #root: string;
  readonly #previous: ReadonlyMap<string, unknown> | undefined;

  constructor(root: string, files: readonly string[], previous?: ReadonlyMap<string, unknown>) {
    this.#root = root;
    this.files = files;
    this.#previous = previous;
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
    const result = await readRecord(this.#root, file, schema);
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
}
