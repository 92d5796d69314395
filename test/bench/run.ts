import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Figures, measure } from './measure.ts';
import { syntheticFolder } from './synthetic.ts';

// npm run bench [-- --runs 5]: each run in a process of its own; `--measure <folder>` is one such run.
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, measure: { type: 'string' } },
});

const SHIPPED = 'knowledge';
const MANY = 6500;
const UNITS: Readonly<Record<string, string>> = {
  procedures: '',
  questions: '',
  heap: 'MB',
  rss: 'MB',
};
const GOALS = {
  shipped: {
    'load + index': 1000,
    heap: 120,
    'warm p99': 3,
    '2,000 letters': 20,
    'worst hostile': 50,
  },
  synthetic: { 'load + index': 3000, 'warm p99': 8, '2,000 letters': 20, 'worst hostile': 50 },
} as const;

if (values.measure === undefined) await bench(Number(values.runs));
else print(JSON.stringify(await measure(values.measure)));

async function bench(runs: number): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1));
  print(`Node ${process.version}, ${platform()} ${arch()}, ${availableParallelism()} cores`);
  print(`${cpus()[0]?.model ?? 'unknown processor'}; load before the start ${load.join(' ')}`);
  print(
    `Median of ${runs} runs, each in a new process; cold: each question asked once; warm: asked before`,
  );
  report('Shipped knowledge', medians(SHIPPED, runs), GOALS.shipped);
  const many = await syntheticFolder(SHIPPED, MANY);
  try {
    report('Synthetic knowledge', medians(many, runs), GOALS.synthetic);
  } finally {
    await rm(many, { recursive: true });
  }
}

function medians(folder: string, runs: number): Figures {
  const found = Array.from({ length: runs }, () => runOnce(folder));
  const names = Object.keys(found[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = found.map((figures) => figures[name] ?? 0).sort((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)] ?? 0];
    }),
  );
}

function runOnce(folder: string): Figures {
  const script = ['--expose-gc', '--import', 'tsx', import.meta.filename, '--measure', folder];
  const output = execFileSync(process.execPath, script, { encoding: 'utf8' });
  return z.record(z.string(), z.number()).parse(JSON.parse(output));
}

function report(title: string, figures: Figures, goals: Figures): void {
  print(`\n${title}`);
  for (const [name, value] of Object.entries(figures)) {
    const unit = UNITS[name] ?? 'ms';
    const shown = unit === '' ? String(value) : `${value.toFixed(unit === 'ms' ? 2 : 1)} ${unit}`;
    const goal = goals[name];
    const verdict =
      goal === undefined ? '' : `   goal ${goal} ${unit}: ${value < goal ? 'met' : 'MISSED'}`;
    print(`  ${name.padEnd(14)}${shown.padStart(12)}${verdict}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
