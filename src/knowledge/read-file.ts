import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { toError } from '../lib/app-error.ts';
import { Gate } from '../lib/gate.ts';
import { type FileResult, parseFile, unreadable } from './parse-file.ts';

// A province has thousands of files, and many systems let a program open a thousand.
const gate = new Gate(64);

/** Reads one JSON file of the knowledge folder. Never throws: what is wrong comes back as problems. */
export async function readRecord<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<FileResult<T>> {
  let bytes: Uint8Array;
  try {
    bytes = await gate.run(() => readFile(join(root, file)));
  } catch (thrown) {
    const message = `Không mở được tệp (${toError(thrown).message}).`;
    return unreadable(file, message, 'Kiểm tra quyền đọc của tệp.');
  }
  return parseFile(file, bytes, schema);
}
