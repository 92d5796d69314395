import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { startServer } from '../../src/server.ts';

// The program as `main.ts` starts it, but telling its parent where it listens.
const server = await startServer(loadConfig(process.env), {
  clock: systemClock,
  log: silentLog,
  random: Math.random,
});
process.send?.(server.url);
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
