import { expect, it } from 'vitest';
import { vietnamDay } from '../../src/lib/clock.ts';
import { startConsole } from '../console/browser.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { SCENARIOS, timesOf } from './console.ts';
import { COMMUNE, fillStore } from './console-store.ts';

const SLACK = 10; // other tests run meanwhile; at full size and to the limit: npm run load -- console

it(
  'serves officers with 2,000 reports over HTTP, each page and reply in time',
  { timeout: 120_000 },
  async () => {
    const now = new Date();
    const folder = await temporaryFolder();
    const store = await fillStore(folder, 2000, now);
    const program = await startConsole({}, folder);
    const here = program.store.tickets().filter(({ communeSlug }) => communeSlug === COMMUNE);
    const desk = { ...store, here, today: vietnamDay(now) };

    const slow: string[] = [];
    for (const { name, mostMs, requests } of SCENARIOS) {
      const asked = requests(desk);
      const times = await timesOf(program.url, asked, store);
      expect(times.length, name).toBeGreaterThan(0);
      if (Math.max(...times) > mostMs * SLACK) slow.push(`${name}: ${Math.max(...times)} ms`);
    }

    expect(slow).toEqual([]);
  },
);
