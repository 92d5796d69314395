import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUseError, lockFolder } from '../../src/store/lowdb/lock.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** Another process that lives until it is told to end. */
async function anotherProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(end);
  return { pid: child.pid ?? 0, end };
}

async function ownerOf(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'lock'), 'utf8'), 10);
}

describe('a data folder', () => {
  it.runIf(process.platform === 'linux')(
    'is taken over when the id in the lock now belongs to a process that started later',
    async () => {
      const folder = await temporaryFolder();
      const { pid } = await anotherProcess();
      await writeFile(join(folder, 'lock'), `${pid} 1`);

      const unlock = await lockFolder(folder);

      expect(await ownerOf(folder)).toBe(process.pid);
      await unlock();
    },
  );

  it('is refused while another process has it, naming the process and the way out', async () => {
    const folder = await temporaryFolder();
    const { pid } = await anotherProcess();
    await writeFile(join(folder, 'lock'), String(pid));

    const opening = openLowdbStore(folder);

    await expect(opening).rejects.toThrow(FolderInUseError);
    await expect(opening).rejects.toMatchObject({
      message: expect.stringContaining(`tiến trình ${pid}`) as string,
      hint: expect.stringContaining('DATA_DIR') as string,
    });
    expect(await readdir(folder)).toEqual(['lock']); // nothing of the other's was touched
  });

  it('is taken over from a process that died', async () => {
    const folder = await temporaryFolder();
    const { pid, end } = await anotherProcess();
    await writeFile(join(folder, 'lock'), String(pid));
    await end();

    const unlock = await lockFolder(folder);

    expect(await ownerOf(folder)).toBe(process.pid);
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['', 'not a number', '-1', '0'])(
    'is taken over when the lock says "%s"',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'lock'), text);

      const unlock = await lockFolder(folder);

      expect(await ownerOf(folder)).toBe(process.pid);
      await unlock();
    },
  );

  it('is free again after a start that failed', async () => {
    const folder = join(await temporaryFolder(), 'data');
    await mkdir(folder);
    await writeFile(join(folder, 'ticket-0001.json'), 'null');
    await expect(openLowdbStore(folder)).rejects.toThrow();

    expect(await readdir(folder)).not.toContain('lock');
  });
});
