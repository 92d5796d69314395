import { withProgram } from './in-process.ts';
import { MISBEHAVIOURS, play } from './misbehaviour.ts';
import type { Outcome } from './outcome.ts';

const RESIDENTS = 40;
const OUTAGE_MS = 5000;

/** Every way in which the simulated Zalo can go wrong, one after another. */
export async function measureMisbehaviour(): Promise<Outcome> {
  const rows: string[] = [];
  let isGood = true;
  for (const misbehaviour of MISBEHAVIOURS) {
    const started = performance.now();
    const after = await withProgram((program) => {
      const [account] = program.simulator.accounts;
      const oaId = account?.oaId ?? '';
      const residents = Array.from({ length: RESIDENTS }, () =>
        program.simulator.residents.meet(oaId),
      );
      return play(program, misbehaviour, { residents, outageMs: OUTAGE_MS });
    });
    const { expected, arrived, doubled, outOfOrder, failed } = after;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    rows.push(
      `${misbehaviour.name.padEnd(30)} ${arrived} of ${expected} arrived, ${doubled} doubled, ` +
        `${outOfOrder} out of order, ${failed} failed or waiting; ${seconds} s in all`,
    );
    isGood &&= expected > 0 && arrived === expected && doubled + outOfOrder + failed === 0;
  }
  return { rows, isGood };
}
