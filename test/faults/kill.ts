import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end } from './child-program.ts';
import type { Tally } from './tally.ts';
import { underBlows } from './under-blows.ts';

/** kill -9 at random moments under load. */
export async function killTimes(times: number): Promise<Tally> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mot-cua-kill-'));
  try {
    return await underBlows({ dataFolder, strike: (child) => end(child, 'SIGKILL') }, times);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
