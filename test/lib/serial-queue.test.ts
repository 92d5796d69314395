import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SerialQueue } from '../../src/lib/serial-queue.ts';

describe('the queue of conversations', () => {
  it('works through one conversation in order, however long each task takes', async () => {
    const queue = new SerialQueue();
    const done: number[] = [];

    const tasks = [8, 1, 4, 0].map((ms, i) =>
      queue.run('lan', async () => {
        await sleep(ms);
        done.push(i);
      }),
    );
    await Promise.all(tasks);

    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('does not let one conversation wait for another', async () => {
    const queue = new SerialQueue();
    let settle: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const first = queue.run('lan', () => slow);

    const other = await queue.run('nam', () => Promise.resolve('answered'));

    expect(other).toBe('answered');
    settle?.();
    await first;
  });

  it('tells the caller of a task that failed, and goes on with the next', async () => {
    const queue = new SerialQueue();

    const failing = queue.run('lan', () => Promise.reject(new Error('disk full')));
    const next = queue.run('lan', () => Promise.resolve('answered'));

    await expect(failing).rejects.toThrow('disk full');
    expect(await next).toBe('answered');
  });

  it('survives a task that throws before it begins to wait', async () => {
    const queue = new SerialQueue();

    const failing = queue.run('lan', () => {
      throw new Error('no such commune');
    });

    await expect(failing).rejects.toThrow('no such commune');
    expect(await queue.run('lan', () => Promise.resolve(1))).toBe(1);
  });

  it('is idle at once when nobody speaks', async () => {
    await expect(new SerialQueue().idle()).resolves.toBeUndefined();
  });

  it('is idle only after the tasks that running tasks add', async () => {
    const queue = new SerialQueue();
    const done: string[] = [];
    void queue.run('lan', async () => {
      await sleep(1);
      done.push('question');
      void queue.run('nam', async () => {
        await sleep(5);
        done.push('answer');
      });
    });

    await queue.idle();

    expect(done).toEqual(['question', 'answer']);
  });
});
