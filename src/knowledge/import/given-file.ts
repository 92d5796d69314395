import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../lib/app-error.ts';
import { vietnamDay } from '../../lib/clock.ts';

/** The bytes of a file that a person handed in, and the day on which it was last written. */
export async function readGivenFile(path: string): Promise<{ bytes: Buffer; day: string }> {
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
    return { bytes, day: vietnamDay(mtime) };
  } catch (cause) {
    throw new AppError(`Không đọc được tệp "${path}".`, {
      hint: 'Xem lại đường dẫn của tệp; mã thủ tục phải có dạng 1.001193.',
      cause,
    });
  }
}

/** The JSON in a file that a person handed in. */
export function parseGivenJson(path: string, bytes: Buffer): unknown {
  try {
    // Windows editors like to put a byte order mark in front; JSON.parse refuses it.
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError(`Tệp "${path}" không phải JSON.`, {
      hint: 'Tải lại bản ghi từ Cổng, hoặc mở tệp bằng VS Code để xem chỗ bị gạch đỏ.',
      cause,
    });
  }
}
