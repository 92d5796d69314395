import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';

/** The whole program in this process with the simulated Zalo, for as long as the work takes. */
export async function withProgram<T>(
  work: (program: RunningServer & { simulator: Simulator }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-load-'));
  const settings = { SIMULATOR: 'on', SIMULATOR_OPEN: 'everyone' };
  const config = loadConfig({ PORT: '0', DATA_DIR: folder, ...settings });
  const server = await startServer(config, {
    clock: systemClock,
    log: silentLog,
    random: Math.random,
  });
  try {
    const { simulator } = server;
    if (simulator === undefined) throw new Error('the simulator is off');
    return await work({ ...server, simulator });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
