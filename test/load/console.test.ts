import { expect, it } from 'vitest';
import { measureConsole } from './console.ts';

it(
  'serves officers quickly with 2,000 reports, in a process of its own',
  { timeout: 240_000 },
  async () => {
    // Generous bounds, for the machine may be busy; at full size: npm run load -- console.
    const outcome = await measureConsole({ cases: 2000, rounds: 2, slack: 10 });

    expect(outcome).toMatchObject({ isGood: true });
  },
);
