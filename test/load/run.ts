import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureConsole } from './console.ts';
import { measureMisbehaviour } from './zalo-misbehaves.ts';
import { fuzz } from './fuzz.ts';
import { measureThroughput } from './throughput.ts';
import type { Outcome } from './outcome.ts';
import { measureSteadyLoad } from './steady.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string' }, cases: { type: 'string' } },
});
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);

const MEASUREMENTS: Readonly<Record<string, () => Promise<Outcome>>> = {
  fuzz: () => fuzz(),
  'zalo-misbehaves': () => measureMisbehaviour(),
  throughput: () => measureThroughput(),
  console: () => measureConsole({ cases: Number(values.cases ?? 50_000) }),
  // What lies unanswered is kept in memory, so under five times what Zalo lets us answer memory must grow.
  webhook: () =>
    measureSteadyLoad({ perSecond: 1000, seconds: seconds ?? 60, residents: 1500, growth: 2 }),
  // What Zalo lets one app answer: 4,000 calls a minute.
  soak: () =>
    measureSteadyLoad({ perSecond: 50, seconds: seconds ?? 600, residents: 1500, growth: 0.1 }),
};

const [name = ''] = positionals;
const measure = MEASUREMENTS[name];
if (measure === undefined) {
  process.stderr.write(`Usage: npm run load -- ${Object.keys(MEASUREMENTS).join(' | ')}\n`);
  process.exitCode = 1;
} else {
  const before = loadavg()[0] ?? 0;
  process.stdout.write(
    `${name}: ${availableParallelism()} cores, load before ${before.toFixed(1)}, Node ${process.version}\n`,
  );
  const { rows, isGood } = await measure();
  process.stdout.write(`${rows.join('\n')}\n${isGood ? 'kept' : 'NOT KEPT'}\n`);
  process.exitCode = isGood ? 0 : 1;
}
