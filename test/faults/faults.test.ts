import { describe, expect, it } from 'vitest';
import { killTimes } from './kill.ts';
import { harmIn } from './tally.ts';

// The long runs: npm run faults -- kill, npm run faults -- power-cut-ext4.
describe('the program under load', () => {
  it('loses and doubles nothing when it is killed at random moments', async () => {
    const outcome = await killTimes(2);

    expect(outcome.acknowledged).toBeGreaterThan(5);
    expect({ ...outcome, harm: harmIn(outcome) }).toMatchObject({ blows: 2, harm: 0 });
  }, 90_000);
});
