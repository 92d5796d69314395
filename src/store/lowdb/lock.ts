import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../lib/app-error.ts';

/** Claims a data folder for this process. A second process is refused; a lock left by a dead one is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (;;) {
    try {
      await writeFile(path, await identityOf(process.pid), { flag: 'wx' });
      // On a disk that takes no more writes it stays, and is taken over at the next start.
      return () => rm(path, { force: true }).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const identity = await readFile(path, 'utf8').catch(() => '');
    const owner = Number.parseInt(identity, 10);
    if (owner !== process.pid && (await isAlive(owner, identity))) {
      throw new FolderInUseError(folder, owner);
    }
    await rm(path, { force: true });
  }
}

/** The process id and, where the system tells it, when that process started: ids are given again after a restart. */
async function identityOf(pid: number): Promise<string> {
  const { startedAt } = await lookAt(pid);
  return startedAt === undefined ? String(pid) : `${pid} ${startedAt}`;
}

/** Whether the very process that wrote the lock still runs. One that was killed but not yet cleared away does not. */
async function isAlive(pid: number, identity: string): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const { state, startedAt } = await lookAt(pid);
  if (state === 'Z' || state === 'X') return false;
  const [, written] = identity.trim().split(' ');
  return written === undefined || startedAt === undefined || written === startedAt;
}

/** What Linux says of a process; nothing on other systems. */
async function lookAt(
  pid: number,
): Promise<{ state?: string | undefined; startedAt?: string | undefined }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is the program's name in brackets and may hold anything, so reading starts behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields?.[0], startedAt: fields?.[19] };
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Another process has the data folder. */
export class FolderInUseError extends AppError {
  constructor(folder: string, pid: number) {
    super(`Thư mục dữ liệu "${folder}" đang được tiến trình ${pid} dùng.`, {
      hint: 'Tắt chương trình đang chạy trước, hoặc đặt DATA_DIR khác cho bản thứ hai.',
    });
    this.name = 'FolderInUseError';
  }
}
