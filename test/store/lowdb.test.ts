import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { aMessage, anEvent, aTurn } from './samples.ts';
import { describeStaffStore } from './staff-contract.ts';
import { describeStore } from './store-contract.ts';
import { describeTallyStore } from './tally-contract.ts';

describeStore('lowdb', newPlace);
describeStaffStore('lowdb', newPlace);
describeTallyStore('lowdb', newPlace);

async function newPlace() {
  const folder = await temporaryFolder();
  return {
    open: () => openLowdbStore(folder),
    openAfterCrash: async () => {
      const remains = join(await temporaryFolder(), 'data');
      await cp(folder, remains, { recursive: true });
      await rm(join(remains, 'lock'));
      return openLowdbStore(remains);
    },
  };
}

describe('the lowdb store over the days', () => {
  const DAY_MS = 24 * 3_600_000;

  it('forgets when told to tidy what no repeat can concern any more, and keeps what waits', async () => {
    const folder = await temporaryFolder();
    const old = new Date(Date.now() - 4 * DAY_MS);
    const store = await openLowdbStore(folder);
    await store.receive(anEvent('done long ago', { receivedAt: old }));
    await store.commitTurn(aTurn('done long ago', { messages: () => [] }));
    await store.receive(anEvent('waiting long ago', { receivedAt: old }));
    await store.receive(anEvent('done today'));
    await store.finishEvent('done today');
    await store.putMessage(aMessage('waiting:0', { createdAt: old }));
    await store.close();

    const again = await openLowdbStore(folder);
    onTestFinished(() => again.close());
    await again.tidy(new Date());

    expect(await again.receive(anEvent('done long ago'))).toBe('new');
    expect(await again.receive(anEvent('waiting long ago'))).toBe('duplicate');
    expect(await again.receive(anEvent('done today'))).toBe('duplicate');
    expect(again.waitingMessages()).toHaveLength(1);
  });

  it('refuses what it could not keep, shows no ghost of it and lets Zalo deliver it again', async () => {
    const folder = await temporaryFolder();
    const store = await openLowdbStore(folder);
    await store.close(); // its files take no more writes

    const copies = [store.receive(anEvent('e1')), store.receive(anEvent('e1'))];
    const answers = await Promise.allSettled(copies);
    const again = await openLowdbStore(folder);
    onTestFinished(() => again.close());

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(store.waitingEvents()).toEqual([]);
    expect(await again.receive(anEvent('e1'))).toBe('new');
  });
});
