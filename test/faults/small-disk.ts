import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of its own, to be filled up or broken. */
export type SmallDisk = {
  folder: string;
  /** Takes away all the room there is; gives the way to give it back. */
  fill: () => Promise<() => Promise<void>>;
  /** Makes it read-only as the kernel does when it meets an error on a disk. For ext4 only. */
  breakDown: () => Promise<void>;
  remove: () => Promise<void>;
};

/** Needs root. */
export async function smallDisk(kind: 'tmpfs' | 'ext4'): Promise<SmallDisk> {
  const base = await mkdtemp(join(tmpdir(), 'mot-cua-disk-'));
  const [image, folder] = [join(base, 'disk.img'), join(base, 'mount')];
  await mkdir(folder);
  if (kind === 'tmpfs') {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);
  } else {
    await run('truncate', ['-s', '64M', image]);
    await run('mkfs.ext4', ['-q', image]);
    await run('mount', ['-o', 'loop,errors=remount-ro', image, folder]);
  }
  return {
    folder,
    fill: () => fill(join(folder, 'filler')),
    breakDown: () => breakDown(folder),
    remove: async () => {
      await run('umount', ['-l', folder]);
      await rm(base, { recursive: true, force: true });
    },
  };
}

async function fill(path: string): Promise<() => Promise<void>> {
  for (const size of [1024 * 1024, 4096, 1]) {
    // Ever smaller pieces, until not one byte is left.
    while (await appended(path, Buffer.alloc(size, 1))) continue;
  }
  return () => rm(path);
}

async function appended(path: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'a' });
    return true;
  } catch {
    return false;
  }
}

async function breakDown(folder: string): Promise<void> {
  const { stdout } = await run('findmnt', ['-n', '-o', 'SOURCE', folder]);
  await writeFile(`/sys/fs/ext4/${basename(stdout.trim())}/trigger_fs_error`, 'a test');
}

/** Why there can be no such disk here; undefined when there can. */
export async function whyNoSmallDisk(kind: 'tmpfs' | 'ext4'): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'needs root to mount a file system';
  if (kind === 'ext4' && (await readdir('/sys/fs/ext4').catch(() => [])).length === 0) {
    return 'this kernel has no ext4';
  }
  try {
    await (await smallDisk(kind)).remove();
    return undefined;
  } catch {
    return `a ${kind} cannot be mounted here`;
  }
}
