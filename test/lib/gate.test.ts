import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/lib/gate.ts';

describe('a gate', () => {
  it('lets in only so many at a time, and in the end all', async () => {
    const gate = new Gate(3);
    let inside = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      return inside--;
    };

    const done = await Promise.all(Array.from({ length: 20 }, () => gate.run(task)));

    expect(done).toHaveLength(20);
    expect(most).toBe(3);
  });

  it('lets the next in when a task fails', async () => {
    const gate = new Gate(1);
    const failing = gate.run(() => Promise.reject(new Error('no')));
    const next = gate.run(() => Promise.resolve('yes'));

    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
