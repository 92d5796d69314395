import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { anEvent, aTallyEntry, aTurn, NOON } from './samples.ts';
import { open, type StorePlace } from './store-contract.ts';

/** What every store must do with the counts of what was asked. */
export function describeTallyStore(driver: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the ${driver} store, for the figures of what was asked,`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open(await newPlace());
    });

    it('counts a question once, however often its event is worked on', async () => {
      await store.receive(anEvent('e1'));
      await store.commitTurn(aTurn('e1', { tally: aTallyEntry() }));
      await store.commitTurn(aTurn('e1', { tally: aTallyEntry() }));

      expect([...store.tallies.values()]).toEqual([
        {
          communeSlug: 'nam-dan',
          day: '2026-11-21',
          answered: 1,
          askedBack: 0,
          unknown: 0,
          missed: 0,
          shown: { '1.001193': 1 },
        },
      ]);
    });

    it('loses no count when many ask at once, and keeps days and communes apart', async () => {
      const entries = [
        aTallyEntry(),
        aTallyEntry({ asked: 'unknown', shown: [] }),
        aTallyEntry({ communeSlug: 'dai-son' }),
        aTallyEntry({ day: '2026-11-22', asked: undefined, missed: true, shown: [] }),
      ];
      const turns = Array.from({ length: 40 }, (_, i) => {
        const tally = entries[i % entries.length];
        return store.commitTurn(aTurn(`e${i}`, { tally, messages: () => [] }));
      });

      await Promise.all(turns);

      expect(Object.fromEntries(store.tallies.entries())).toMatchObject({
        'nam-dan:2026-11-21': { answered: 10, unknown: 10, shown: { '1.001193': 10 } },
        'dai-son:2026-11-21': { answered: 10, unknown: 0, shown: { '1.001193': 10 } },
        'nam-dan:2026-11-22': { answered: 0, missed: 10, shown: {} },
      });
    });

    it('drops the counts of days that no page shows any more', async () => {
      await store.commitTurn(aTurn('e1', { tally: aTallyEntry({ day: '2019-11-20' }) }));
      await store.commitTurn(aTurn('e2', { tally: aTallyEntry({ day: '2020-11-21' }) }));

      await store.tidy(NOON);

      expect([...store.tallies.values()].map(({ day }) => day)).toEqual(['2020-11-21']);
    });
  });
}
