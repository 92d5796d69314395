import { costWith } from './growth.ts';
import { killTimes } from './kill.ts';
import { cutPowerTimes, whyNoPowerCut } from './power-cut.ts';
import { harmIn, type Tally } from './tally.ts';

const KILLS = 300;
const CUTS = 25;
const CASES = 100_000;

type Outcome = Tally | Readonly<Record<string, number>> | string;

const FAULTS: Readonly<Record<string, (times: number | undefined) => Promise<Outcome>>> = {
  growth: (cases = CASES) => costWith(cases),
  kill: (times = KILLS) => killTimes(times),
  'kill-unasked': (times = KILLS) => killTimes(times, { mayAsk: false }),
  'power-cut-ext4': (times) => powerCut('ext4', times),
  'power-cut-xfs': (times) => powerCut('xfs', times),
};

async function powerCut(fileSystem: 'ext4' | 'xfs', times = CUTS): Promise<Tally | string> {
  const reason = await whyNoPowerCut(fileSystem);
  return reason === undefined ? cutPowerTimes(fileSystem, times) : `skipped: ${reason}`;
}

/** Runs the faults named, or all, and prints what came of each. Exit code 1 when something was lost or doubled. */
async function main([name, times]: readonly string[]): Promise<number> {
  const chosen = Object.entries(FAULTS).filter(([one]) => name === undefined || one === name);
  if (chosen.length === 0) {
    process.stderr.write(
      `No fault "${name ?? ''}". There are: ${Object.keys(FAULTS).join(', ')}\n`,
    );
    return 1;
  }
  let harm = 0;
  for (const [fault, inflict] of chosen) {
    const outcome = await inflict(times === undefined ? undefined : Number(times));
    process.stdout.write(`${fault}\n`);
    if (typeof outcome === 'string') {
      process.stdout.write(`  ${outcome}\n`);
      continue;
    }
    for (const [what, count] of Object.entries(outcome)) {
      process.stdout.write(`  ${what.padEnd(24)} ${count}\n`);
    }
    harm += harmIn(outcome);
  }
  return harm === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
