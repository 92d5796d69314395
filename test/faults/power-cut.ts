import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { end } from './child-program.ts';
import type { Tally } from './tally.ts';
import { underBlows } from './under-blows.ts';

const run = promisify(execFile);

// FS_IOC_SHUTDOWN with "do not flush the log": from this call on nothing reaches the device, and what the system still
// holds in memory is thrown away at the unmount. The file system's own developers test power cuts this way
// (xfstests, "godown"). What the device was given stays, so a disk that lies about flushes is not simulated.
//
// A computer without power tells nobody anything. The program, though, would live on for a moment, and a flush that is
// under way at the cut may come back to it as done (seen on Linux 6.18 with ext4 and xfs, in a program that does
// nothing but write and fdatasync). So it is stopped right before: what the flush says is never heard.
const CUT = `
import fcntl, os, signal, struct, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
os.kill(int(sys.argv[2]), signal.SIGSTOP)
fcntl.ioctl(folder, 0x8004587D, struct.pack("I", 2))
`;

/** Cuts the power of a loop-mounted file system at random moments under load. Needs root, mkfs and python3. */
export async function cutPowerTimes(fileSystem: 'ext4' | 'xfs', times: number): Promise<Tally> {
  const base = await mkdtemp(join(tmpdir(), 'mot-cua-cut-'));
  const [image, mount] = [join(base, 'disk.img'), join(base, 'mount')];
  const on = () => run('mount', ['-o', 'loop', image, mount]);
  await mkdir(mount);
  await run('truncate', ['-s', '400M', image]);
  await run(`mkfs.${fileSystem}`, ['-q', image]);
  await on();
  try {
    const dataFolder = join(mount, 'data');
    await mkdir(dataFolder);
    await run('sync', ['-f', mount]);
    return await underBlows(
      {
        dataFolder,
        mayAsk: true,
        strike: async (child) => {
          await run('python3', ['-c', CUT, mount, String(child.pid)]);
          await end(child, 'SIGKILL');
          await run('umount', [mount]);
          await on();
        },
      },
      times,
    );
  } finally {
    await run('umount', [mount]).catch(() => undefined);
    await rm(base, { recursive: true, force: true });
  }
}

/** Why it cannot be done here; undefined when it can. */
export async function whyNoPowerCut(fileSystem: 'ext4' | 'xfs'): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'needs root to mount a file system';
  for (const [program, args] of [
    [`mkfs.${fileSystem}`, ['-V']],
    ['python3', ['-V']],
    ['losetup', ['-f']],
  ] as const) {
    const works = await run(program, args).then(
      () => true,
      () => false,
    );
    if (!works) return `${program} is missing or does not work`;
  }
  return undefined;
}
