import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../lib/app-error.ts';
import { backupName } from '../backup-names.ts';
import { checkBackup, copyBackup, type Manifest } from './backup.ts';
import { HALF_RESTORED } from './data-format.ts';
import { flushFolder } from './flushing-adapter.ts';
import { lockFolder } from './lock.ts';

export type RestoreOptions = {
  backup: string;
  dataFolder: string;
  /** Where the backups stand: they stay where they are. */
  backups: string;
  now: Date;
};

/**
 * Puts a backup in the place of a data folder's files, which are kept aside. Checks the backup first. Refuses while a
 * program has the folder. When it is cut off, the folder cannot be opened until it has been run again.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<{ manifest: Manifest; aside: string }> {
  const { backup, dataFolder, now } = options;
  const manifest = await checkBackup(backup);
  await mkdir(dataFolder, { recursive: true });
  const unlock = await lockFolder(dataFolder);
  try {
    const aside = join(dataFolder, `truoc-khoi-phuc-${backupName(now)}`);
    await exchange(options, manifest, aside);
    return { manifest, aside };
  } finally {
    await unlock();
  }
}

async function exchange(
  { backup, dataFolder, backups }: RestoreOptions,
  manifest: Manifest,
  aside: string,
): Promise<void> {
  const copying = join(dataFolder, `${HALF_RESTORED}.new`);
  const incoming = join(dataFolder, HALF_RESTORED);
  if (resolve(backup).startsWith(resolve(incoming))) {
    throw new AppError(`"${backup}" không phải là bản sao lưu.`, {
      hint: 'Chọn bản sao lưu khác.',
    });
  }
  await rm(copying, { recursive: true, force: true });
  await copyBackup(backup, manifest, copying);
  await mkdir(aside, { mode: 0o700 });
  await rm(incoming, { recursive: true, force: true }); // of a run that was cut off
  await rename(copying, incoming);
  for (const name of await readdir(dataFolder)) {
    const stays = name === 'lock' || name === HALF_RESTORED || name.startsWith('truoc-');
    if (stays || resolve(dataFolder, name) === resolve(backups)) continue;
    await rename(join(dataFolder, name), join(aside, name));
  }
  for (const name of await readdir(incoming)) {
    await rename(join(incoming, name), join(dataFolder, name));
  }
  await flushFolder(dataFolder);
  await rm(incoming, { recursive: true });
  await flushFolder(dataFolder);
}
