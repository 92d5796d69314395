import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toError } from '../lib/app-error.ts';
import { writeWhole } from '../lib/whole-file.ts';
import { keepOne } from './history.ts';
import { parseFile } from './parse-file.ts';
import { formatProblem } from './problem.ts';
import { schemaOf } from './schema-of.ts';
import { hashOf, type HistoryPlace, readVersion, type Version } from './versions.ts';

/** A file, the version wanted and the time. */
export type Restoring = { file: string; version: Version; now: Date };

/**
 * Puts a kept version back. The content it replaces is kept first: as a version, or, when it is broken, as the text
 * whose path is returned. Throws an AppError when the version is not fit for use any more.
 */
export async function restoreVersion(
  place: HistoryPlace,
  { file, version, now }: Restoring,
): Promise<{ brokenCopy: string | undefined }> {
  const bytes = await readVersion(place.folder, file, version);
  refuseUnfit(file, bytes);
  const path = join(place.root, file);
  try {
    await keepOne(place, file, now);
    const brokenCopy = await setBrokenAside(place, file);
    await writeWhole(path, bytes);
    return { brokenCopy };
  } catch (cause) {
    throw new AppError(`Không khôi phục được tệp "${path}" (${toError(cause).message}).`, {
      hint: 'Kiểm tra quyền ghi và dung lượng đĩa, đóng tệp nếu đang mở, rồi chạy lại lệnh này.',
      cause,
    });
  }
}

function refuseUnfit(file: string, bytes: Uint8Array): void {
  const result = parseFile(file, bytes, schemaOf(file));
  if ('record' in result) return;
  const [problem] = result.problems;
  throw new AppError(
    `Bản này không còn đúng lược đồ hiện nay${problem === undefined ? '.' : `: ${formatProblem(problem)}`}`,
    { hint: `Sửa tay tệp ${file}, xem chỗ khác nhau bằng lệnh history diff.` },
  );
}

/** Half-done work that is no version is still somebody's work. */
async function setBrokenAside(
  { root, folder }: HistoryPlace,
  file: string,
): Promise<string | undefined> {
  const bytes = await readFile(join(root, file)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  if ('record' in parseFile(file, bytes, schemaOf(file))) return undefined;
  const aside = join(folder, file, `ban-hong-${hashOf(bytes)}.txt`);
  await writeWhole(aside, bytes);
  return aside;
}
