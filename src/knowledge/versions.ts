import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, toError } from '../lib/app-error.ts';
import { vietnamMoment, vietnamTime } from '../lib/clock.ts';
import { writeWhole } from '../lib/whole-file.ts';

/** Where the knowledge lies and where its versions are kept, `<folder>/<file>/<time>-<hash>.json`. */
export type HistoryPlace = { root: string; folder: string };

/** One kept state of a file. `hash` is undefined when the file had been deleted. */
export type Version = { stamp: string; hash: string | undefined; name: string };

const NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)-([0-9a-f]{8}|deleted)\.json$/;
const HASH_LENGTH = 8;

/** The folder of the kept versions among the program's data. */
export function historyFolder(dataFolder: string): string {
  return join(dataFolder, 'lich-su');
}

/** The name that a content goes by: the same bytes, the same name. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
}

/** The kept versions of one file, oldest first. */
export async function versionsOf(folder: string, file: string): Promise<Version[]> {
  const names = await readdir(join(folder, file)).catch(nothingWhenAbsent);
  return names
    .sort()
    .map(parseName)
    .filter((version) => version !== undefined);
}

/** Every file that has a history, with its newest version. */
export async function newestVersions(folder: string): Promise<Map<string, Version>> {
  const entries = await readdir(folder, { recursive: true }).catch(nothingWhenAbsent);
  const newest = new Map<string, Version>();
  for (const entry of entries.map((path) => path.replaceAll('\\', '/')).sort()) {
    const version = parseName(basename(entry));
    if (version !== undefined) newest.set(dirname(entry), version);
  }
  return newest;
}

/** What the file held at this version. Throws an AppError when it was deleted then, or the copy is damaged. */
export async function readVersion(
  folder: string,
  file: string,
  version: Version,
): Promise<Uint8Array> {
  const path = join(folder, file, version.name);
  if (version.hash === undefined) {
    throw new AppError(`Ở bản này, tệp ${file} đã bị xóa nên không có nội dung.`, {
      hint: `Chọn bản khác: npm run --silent cli -- history list ${file}`,
    });
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError(`Không mở được bản đã lưu "${path}" (${toError(cause).message}).`, {
      hint: 'Kiểm tra quyền đọc của thư mục lich-su.',
      cause,
    });
  });
  if (hashOf(bytes) === version.hash) return bytes;
  throw new AppError(`Bản đã lưu "${path}" bị hỏng hoặc đã bị sửa tay.`, {
    hint: `Chọn bản khác: npm run --silent cli -- history list ${file}`,
  });
}

/** What to keep: the bytes, or undefined for a file that is gone. */
export type NewVersion = { file: string; bytes: Uint8Array | undefined; now: Date };

/**
 * Keeps a version, unless the newest says the same: another process may have kept it meanwhile. It sorts behind the
 * one before it, even when the computer's clock was set back.
 */
export async function writeVersion(
  folder: string,
  { file, bytes, now }: NewVersion,
): Promise<Version> {
  const before = (await versionsOf(folder, file)).at(-1);
  const hash = bytes === undefined ? undefined : hashOf(bytes);
  if (before !== undefined && before.hash === hash) return before;
  const stamp = stampAfter(before?.stamp, now);
  const name = `${stamp}-${hash ?? 'deleted'}.json`;
  await writeWhole(join(folder, file, name), bytes ?? 'null\n');
  return { stamp, hash, name };
}

function stampAfter(before: string | undefined, now: Date): string {
  const stamp = stampOf(now);
  if (before === undefined || stamp > before) return stamp;
  const [day = '', time = ''] = before.split('T');
  const last = vietnamMoment(day, time.replaceAll('-', ':'));
  return stampOf(new Date(last.getTime() + 1000));
}

/** Windows allows no colon in a file's name. */
function stampOf(at: Date): string {
  return vietnamTime(at).replaceAll(':', '-');
}

function parseName(name: string): Version | undefined {
  const [, stamp, hash] = NAME.exec(name) ?? [];
  if (stamp === undefined) return undefined;
  return { stamp, hash: hash === 'deleted' ? undefined : hash, name };
}

function nothingWhenAbsent(thrown: unknown): string[] {
  const error = toError(thrown);
  if ('code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
  throw error;
}
