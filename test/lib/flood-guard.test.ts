import { describe, expect, it } from 'vitest';
import { FloodGuard } from '../../src/lib/flood-guard.ts';

const at = (second: number) => new Date(second * 1000);

describe('the guard against floods', () => {
  it('warns of the first message over the limit and keeps quiet about the rest', () => {
    const guard = new FloodGuard(3);

    const verdicts = [1, 2, 3, 4, 5, 6].map((second) => guard.judge('lan', at(second)));

    expect(verdicts).toEqual(['pass', 'pass', 'pass', 'warn', 'quiet', 'quiet']);
  });

  it('lets the same person write again a minute later', () => {
    const guard = new FloodGuard(1);
    guard.judge('lan', at(0));
    guard.judge('lan', at(1));

    expect(guard.judge('lan', at(60))).toBe('pass');
  });

  it('counts each person alone', () => {
    const guard = new FloodGuard(1);
    guard.judge('lan', at(0));

    expect(guard.judge('nam', at(0))).toBe('pass');
  });

  it('does not take a backlog, worked through at once, for a flood', () => {
    const guard = new FloodGuard(2);

    const verdicts = [0, 50, 100, 150].map((second) => guard.judge('lan', at(second)));

    expect(verdicts).not.toContain('warn');
  });
});
