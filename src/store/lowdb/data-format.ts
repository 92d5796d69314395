import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import { writeWhole } from '../../lib/whole-file.ts';
import { flushFolder } from './flushing-adapter.ts';

/** A step from one form of the data folder to the next. It may be cut off and run again, and must not mind. */
export type Migration = { what: string; run: (folder: string) => Promise<void> };

/**
 * What turned the first release's folder into today's, oldest first: the n-th leads to version n + 1. A new field of
 * a record needs none, a default in `record-schemas.ts` does; a step is for moving files or changing their meaning.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Stands in a data folder while a restore exchanges its files. */
export const HALF_RESTORED = 'dang-khoi-phuc';

const FILE = 'format.json';
const formatSchema = z.object({ version: z.number().int().min(1) });

/**
 * Brings a data folder to the form this program works with, keeping a copy of what was there before. Throws an
 * AppError when a newer program wrote it, or when a restore was cut off in it.
 */
export async function bringUpToDate(
  folder: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const newest = migrations.length + 1;
  if ((await readdir(folder)).includes(HALF_RESTORED)) {
    throw new AppError(`Lần khôi phục dữ liệu vào "${folder}" chưa xong.`, {
      hint: 'Chạy lại "npm run cli -- restore <bản sao lưu>".',
    });
  }
  const version = await versionOf(folder, newest);
  if (version > newest) {
    throw new AppError(
      `Thư mục dữ liệu "${folder}" do bản mới hơn của chương trình ghi (dạng ${version}, bản này hiểu tới dạng ${newest}).`,
      {
        hint: 'Cài lại bản mới của chương trình, hoặc khôi phục bản sao lưu làm trước khi nâng cấp.',
      },
    );
  }
  if (version < newest) await keepCopy(folder, version);
  for (const [i, { run }] of migrations.entries()) {
    if (i + 1 < version) continue;
    await run(folder);
    await note(folder, i + 2);
  }
  await note(folder, newest);
}

/** A folder without the note is new, or of the first release, which wrote none. */
async function versionOf(folder: string, newest: number): Promise<number> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return (await dataFiles(folder)).length === 0 ? newest : 1;
  try {
    return formatSchema.parse(JSON.parse(text)).version;
  } catch (cause) {
    throw new AppError(`Tệp ${join(folder, FILE)} không đọc được.`, {
      hint: 'Chép lại tệp này từ bản sao lưu gần nhất.',
      cause,
    });
  }
}

async function note(folder: string, version: number): Promise<void> {
  const text = `${JSON.stringify({ version })}\n`;
  const present = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (present === text) return;
  await writeWhole(join(folder, FILE), text);
  await flushFolder(folder);
}

async function keepCopy(folder: string, version: number): Promise<void> {
  const copy = join(folder, `truoc-nang-cap-dang-${version}`);
  await mkdir(copy, { recursive: true });
  for (const name of await dataFiles(folder)) await cp(join(folder, name), join(copy, name));
}

async function dataFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /^[a-zA-Z]+-\d+\.(?:json|ndjson)$/.test(name));
}
