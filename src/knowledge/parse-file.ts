import type { z } from 'zod';
import { toError } from '../lib/app-error.ts';
import { type Problem, problemsOf } from './problem.ts';

/** A record that passed its schema, or the problems that kept it out. */
export type FileResult<T> = { record: T } | { problems: Problem[] };

// Windows editors like to put a byte order mark in front, which this leaves out. Bytes that are not UTF-8 are an
// error: read leniently, they would put "�" into the answers.
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Makes a record of what one file holds. Never throws: what is wrong comes back as problems, and then no record. */
export function parseFile<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): FileResult<T> {
  const json = parseJson(file, bytes);
  if ('problems' in json) return json;
  const parsed = schema.safeParse(json.record);
  return parsed.success ? { record: parsed.data } : { problems: problemsOf(file, parsed.error) };
}

/** The one problem of a file that cannot be made out at all. */
export function unreadable(file: string, message: string, remedy: string): { problems: Problem[] } {
  return { problems: [{ severity: 'error', file, path: '', message, remedy }] };
}

/** Makes JSON of what one file holds, whatever is in it. Never throws. */
export function parseJson(file: string, bytes: Uint8Array): FileResult<unknown> {
  let text = '';
  try {
    text = utf8.decode(bytes);
    const record: unknown = JSON.parse(text);
    return { record };
  } catch (thrown) {
    const error = toError(thrown);
    if (!(error instanceof SyntaxError)) {
      const message = 'Tệp không ở dạng UTF-8 nên chữ tiếng Việt bị hỏng.';
      const remedy = 'Mở tệp bằng VS Code, chọn "Save with Encoding", rồi chọn "UTF-8".';
      return unreadable(file, message, remedy);
    }
    const message = `Tệp không đúng cú pháp JSON${placeOf(error, text)}.`;
    const remedy = 'Mở tệp bằng VS Code, sửa dấu phẩy hoặc ngoặc bị gạch đỏ, rồi lưu lại.';
    return unreadable(file, message, remedy);
  }
}

/** The line where JSON.parse stopped, which tells it in English and in characters from the start, or not at all. */
function placeOf({ message }: Error, text: string): string {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position === undefined) return '';
  return `, dòng ${text.slice(0, Number(position)).split('\n').length}`;
}
