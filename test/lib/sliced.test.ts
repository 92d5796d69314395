import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { atOnce, type Sliced, unhurried } from '../../src/lib/sliced.ts';

function* counting(steps: number, msEach = 0): Sliced<number> {
  let done = 0;
  while (done < steps) {
    const until = performance.now() + msEach;
    while (performance.now() < until); // busy, as work is
    done++;
    yield;
  }
  return done;
}

describe('work that can be left and taken up again', () => {
  it('comes to the same end at one go and in slices', async () => {
    expect(atOnce(counting(1000))).toBe(1000);
    expect(await unhurried(counting(1000))).toBe(1000);
  });

  it('lets others run in between', async () => {
    let turns = 0;
    const other = setInterval(() => turns++, 1);
    const working = unhurried(counting(40, 2));
    await sleep(0);
    await working;
    clearInterval(other);

    expect(turns).toBeGreaterThan(3);
  });

  it('fails as the work fails', async () => {
    function* failing(): Sliced<number> {
      yield;
      throw new Error('no');
    }

    await expect(unhurried(failing())).rejects.toThrow('no');
    expect(() => atOnce(failing())).toThrow('no');
  });
});
