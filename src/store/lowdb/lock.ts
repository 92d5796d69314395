import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../lib/app-error.ts';

/** Claims a data folder for this process. A second process is refused; a lock left by a dead one is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => ''));
    if (isRunning(owner) && owner !== process.pid) throw new FolderInUseError(folder, owner);
    await rm(path, { force: true });
  }
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
