import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../src/lib/fair-queue.ts';

describe('the queue of conversations', () => {
  it('keeps the order of one key, however long each task takes', async () => {
    const queue = new FairQueue(4);
    const done: number[] = [];

    for (const [i, ms] of [8, 1, 4, 0].entries()) {
      queue.add('lan', async () => {
        await sleep(ms);
        done.push(i);
      });
    }
    await queue.idle();

    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('gives everybody a turn: a hundred tasks of one do not hold up the one of another', async () => {
    const queue = new FairQueue(1);
    const done: string[] = [];
    const task = (name: string) => () => {
      done.push(name);
      return Promise.resolve();
    };

    for (let i = 0; i < 100; i++) queue.add('flood', task('flood'));
    queue.add('lan', task('lan'));
    await queue.idle();

    expect(done.indexOf('lan')).toBeLessThanOrEqual(1);
    expect(done).toHaveLength(101);
  });

  it('never runs more side by side than it may', async () => {
    const queue = new FairQueue(3);
    let running = 0;
    let most = 0;

    for (let i = 0; i < 20; i++) {
      queue.add(String(i), async () => {
        most = Math.max(most, ++running);
        await sleep(1);
        running -= 1;
      });
    }
    await queue.idle();

    expect(most).toBe(3);
  });

  it('begins nothing more once stopped, and waits for what runs', async () => {
    const queue = new FairQueue(1);
    const done: string[] = [];
    queue.add('lan', async () => {
      await sleep(10);
      done.push('first');
    });
    queue.add('lan', () => {
      done.push('second');
      return Promise.resolve();
    });
    await sleep(2);

    await queue.stop();

    expect(done).toEqual(['first']);
    expect(queue.size).toBe(1);
  });

  it('lets what is more urgent go first, and still begins a task now and then', async () => {
    let isUrgent = true;
    const queue = new FairQueue(1, () => isUrgent);
    const started = performance.now();
    const begunAt: number[] = [];
    const task = () => {
      begunAt.push(performance.now() - started);
      return Promise.resolve();
    };
    for (let i = 0; i < 100; i++) queue.add(String(i), task);

    await sleep(100);
    const begunMeanwhile = begunAt.length;
    isUrgent = false;
    await queue.idle();

    expect(begunMeanwhile).toBeGreaterThanOrEqual(1);
    expect(begunMeanwhile).toBeLessThanOrEqual(12); // one in 10 ms
    expect(begunAt).toHaveLength(100);
  });
});
