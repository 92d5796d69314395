import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import { backupName, backupTime, listBackups, surplusBackups } from '../backup-names.ts';
import { flushFolder } from './flushing-adapter.ts';
import { countRecords } from './records.ts';

const TRIES = 20; // each fails only when the running program moved its journal just then
const DAY_MS = 24 * 3_600_000;
const MANIFEST = 'manifest.json';
const NOT_COPIED = /^lock$|^backups$|\.new$|\.bak$|\.hong-\d+$|^truoc-/;
const JOURNAL = /^journal-\d+\.ndjson$/;
const DATA = /^[a-zA-Z]+-\d+\.json$/;

const manifestSchema = z.object({
  madeAt: z.coerce.date(),
  /** How many records of each kind it holds. */
  records: z.record(z.string(), z.number()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** What a backup says of itself. Paths are relative to it. */
export type Manifest = z.infer<typeof manifestSchema>;

export type BackupOptions = {
  dataFolder: string;
  /** Where the backups stand, each in a folder of its own. */
  to: string;
  now: Date;
};

/**
 * Copies a data folder, also while a program is writing to it, and reads the copy to see that it is whole. Drops the
 * backups that are no longer needed. Throws an AppError when no good copy could be made; then none is left behind.
 */
export async function makeBackup({ dataFolder, to, now }: BackupOptions) {
  const path = join(to, backupName(now));
  const unfinished = `${path}.new`;
  try {
    await copyData(dataFolder, unfinished, to);
    const records = await countRecords(unfinished);
    const manifest: Manifest = { madeAt: now, records, files: await filesOf(unfinished) };
    await writeFlushed(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(unfinished, path);
    await flushFolder(to);
    for (const name of [...surplusBackups(await listBackups(to)), ...(await abandoned(to, now))]) {
      await rm(join(to, name), { recursive: true, force: true });
    }
    return { path, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Checks every file of a backup and reads all its records. Throws an AppError that names what is wrong. */
export async function checkBackup(backup: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  for (const { path, sha256 } of manifest.files) {
    const found = await checksumOf(join(backup, path)).catch(() => undefined);
    if (found !== sha256) {
      throw new AppError(`Tệp ${path} của bản sao lưu ${backup} bị thiếu hoặc bị hỏng.`, {
        hint: 'Dùng bản sao lưu khác.',
      });
    }
  }
  await countRecords(backup);
  return manifest;
}

/** Copies the files of a backup, flushed to disk. */
export async function copyBackup(backup: string, manifest: Manifest, to: string): Promise<void> {
  for (const { path } of manifest.files) await copyFlushed(join(backup, path), join(to, path));
}

/** What backups left that were cut off; one of today may still be under way. */
async function abandoned(to: string, now: Date): Promise<string[]> {
  const names = await readdir(to);
  return names.filter((name) => {
    const begun = name.endsWith('.new') ? backupTime(name.slice(0, -'.new'.length)) : undefined;
    return begun !== undefined && now.getTime() - begun.getTime() > DAY_MS;
  });
}

async function copyData(from: string, to: string, backups: string): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    await rm(to, { recursive: true, force: true });
    await mkdir(to, { recursive: true, mode: 0o700 });
    if (await copyRecords(from, to)) {
      await copyRest(from, to, backups);
      return;
    }
  }
  throw new AppError(`Dữ liệu trong "${from}" thay đổi nhanh hơn chép kịp.`, {
    hint: 'Thử lại lúc vắng người.',
  });
}

/**
 * Copies data files first, then journals: what a data file holds, a journal copied later holds too, and replaying it
 * again does no harm. False when the program moved a journal meanwhile, so that something may be missing.
 */
async function copyRecords(from: string, to: string): Promise<boolean> {
  const names = await readdir(from);
  const journals = names.filter((name) => JOURNAL.test(name)).sort();
  const data = names.filter((name) => DATA.test(name) || name === 'format.json');
  try {
    for (const name of data) await copyFlushed(join(from, name), join(to, name));
    for (const name of journals) await copyFlushed(join(from, name), join(to, name));
    for (const name of journals.slice(0, -1)) {
      const [source, copy] = await Promise.all([stat(join(from, name)), stat(join(to, name))]);
      if (source.size !== copy.size) return false; // it still took its last lines
    }
    const [first] = journals;
    return first === undefined || (await readdir(from)).includes(first);
  } catch (error) {
    if (isMissing(error)) return false; // moved or dropped while it was copied
    throw error;
  }
}

/** Pictures, versions of the knowledge and whatever else stands in the folder: written whole, never changed. */
async function copyRest(from: string, to: string, backups: string): Promise<void> {
  for (const name of await readdir(from)) {
    const source = join(from, name);
    if (NOT_COPIED.test(name) || JOURNAL.test(name) || DATA.test(name)) continue;
    if (name === 'format.json' || isAt(backups, source)) continue;
    if (!(await stat(source)).isDirectory()) {
      await copyFlushed(source, join(to, name));
      continue;
    }
    for (const path of await filesIn(source)) {
      await copyFlushed(join(source, path), join(to, name, path)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    }
  }
}

function isAt(path: string, folder: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
}

async function copyFlushed(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await flushFolder(dirname(path));
}

async function filesOf(folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for (const path of await filesIn(folder)) {
    const { size } = await stat(join(folder, path));
    files.push({ path, bytes: size, sha256: await checksumOf(join(folder, path)) });
  }
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function checksumOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function readManifest(backup: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(backup, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new AppError(`"${backup}" không phải là bản sao lưu, hoặc bản sao lưu chưa xong.`, {
      hint: 'Chỉ tới thư mục có tên ngày giờ, ví dụ data/backups/2026-11-21-020000.',
      cause,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
