import { expect, it } from 'vitest';
import { breakdown } from '../../src/reports/breakdown.ts';
import { figuresOf, inGroup } from '../../src/reports/figures.ts';
import { periodBefore, within } from '../../src/reports/period.ts';
import { TODAY, NOW } from '../helpers/build.ts';
import { manyReports } from './many-reports.ts';

const ASPECTS = ['village', 'field', 'category', 'month'] as const;
const LIMIT_MS = 300;

it('counts the figures of five years with 50,000 reports in under 300 ms', () => {
  const tickets = manyReports(50_000);
  const period = { from: '2021-11-22', to: TODAY };

  // The machine may be busy with other tests: the least processor time of three tells what the work itself takes.
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    const isIn = within(period);
    const current = tickets.filter(({ createdAt }) => isIn(createdAt));
    const { count, onTimeRate } = figuresOf(current, NOW);
    const wasIn = within(periodBefore(period, TODAY));
    figuresOf(
      tickets.filter(({ createdAt }) => wasIn(createdAt)),
      NOW,
    );
    for (const aspect of ASPECTS) breakdown(current, aspect, NOW);
    expect(onTimeRate).toBeGreaterThan(0);
    expect(current.filter(inGroup('late-open', NOW))).toHaveLength(count('late-open'));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });

  expect(Math.min(...times)).toBeLessThan(LIMIT_MS);
});
