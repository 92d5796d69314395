import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end } from './child-program.ts';
import type { Tally } from './tally.ts';
import { type Ground, underBlows } from './under-blows.ts';

/** kill -9 at random moments under load. `mayAsk`: the program may ask Zalo afterwards what has arrived. */
export async function killTimes(times: number, { mayAsk = true } = {}): Promise<Tally> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mot-cua-kill-'));
  try {
    const strike: Ground['strike'] = (child) => end(child, 'SIGKILL');
    return await underBlows({ dataFolder, strike, mayAsk }, times);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
