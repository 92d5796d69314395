import { describe, expect, it, onTestFinished } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { anEvent, aReport, aTurn } from '../store/samples.ts';

describe('a clock that jumps', () => {
  it('doubles no event and gives no code twice, over the end of a month and back', async () => {
    const folder = await temporaryFolder();
    let store = await openLowdbStore(folder);
    onTestFinished(() => store.close());
    const file = async (id: string, at: string, series: string) => {
      const entry = anEvent(id, { receivedAt: new Date(at) });
      expect(await store.receive(entry)).toBe('new');
      await store.commitTurn(aTurn(id, { ticket: aReport(id, { series }), messages: () => [] }));
      expect(await store.receive(entry)).toBe('duplicate');
    };

    await file('before', '2026-11-30T23:50:00+07:00', 'ND-2611');
    await file('an hour ahead', '2026-12-01T00:50:00+07:00', 'ND-2612');
    await file('set right', '2026-11-30T23:51:00+07:00', 'ND-2611');
    await store.close();
    store = await openLowdbStore(folder);
    await file('after a start', '2026-11-30T23:52:00+07:00', 'ND-2611');
    await file('the month itself', '2026-12-01T00:01:00+07:00', 'ND-2612');

    expect(store.tickets().map(({ code }) => code)).toEqual([
      'ND-2611-0001',
      'ND-2612-0001',
      'ND-2611-0002',
      'ND-2611-0003',
      'ND-2612-0002',
    ]);
  });

  it('that was an hour behind makes nobody forget an event that Zalo may repeat', async () => {
    const store = await openLowdbStore(await temporaryFolder());
    onTestFinished(() => store.close());
    await store.receive(anEvent('e1', { receivedAt: new Date('2026-11-30T22:00:00+07:00') }));
    await store.finishEvent('e1');

    await store.tidy(new Date('2026-12-01T00:30:00+07:00'));

    expect(await store.receive(anEvent('e1'))).toBe('duplicate');
  });
});
