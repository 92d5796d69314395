import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it(
  'lives through odd bodies and requests without an error of its own',
  { timeout: 60_000 },
  async () => {
    const outcome = await fuzz({ bodies: 1500, requests: 400, seed: 20261121 });

    expect(outcome).toMatchObject({ isGood: true });
  },
);
