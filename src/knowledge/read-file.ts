import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { toError } from '../lib/app-error.ts';
import { type Problem, problemsOf } from './problem.ts';

/** A record that passed its schema, or the problems that kept it out. */
export type FileResult<T> = { record: T } | { problems: Problem[] };

/** Reads one JSON file of the knowledge folder. Never throws: what is wrong comes back as problems. */
export async function readRecord<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<FileResult<T>> {
  const json = await readJson(root, file);
  if ('problems' in json) return json;
  const parsed = schema.safeParse(json.record);
  return parsed.success ? { record: parsed.data } : { problems: problemsOf(file, parsed.error) };
}

async function readJson(root: string, file: string): Promise<FileResult<unknown>> {
  try {
    // Windows editors like to put a byte order mark in front; JSON.parse refuses it.
    const text = (await readFile(join(root, file), 'utf8')).replace(/^\uFEFF/, '');
    const record: unknown = JSON.parse(text);
    return { record };
  } catch (thrown) {
    const { message } = toError(thrown);
    return {
      problems: [
        {
          severity: 'error',
          file,
          path: '',
          message: `Không đọc được tệp (${message}).`,
          remedy: 'Mở tệp bằng VS Code, sửa dấu phẩy hoặc ngoặc bị gạch đỏ, rồi lưu lại.',
        },
      ],
    };
  }
}
