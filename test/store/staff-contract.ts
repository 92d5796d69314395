import { beforeEach, describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/model/ticket.ts';
import type { Store } from '../../src/store/store.ts';
import { anAuditEntry, anEvent, aReport, aTurn } from './samples.ts';
import { open, type StorePlace } from './store-contract.ts';

/** What every store must do for the people who handle reports. */
export function describeStaffStore(driver: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the ${driver} store, for staff,`, () => {
    let place: StorePlace;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await open(place);
    });

    it('loses no change when several people change one ticket at once', async () => {
      const { code } = await store.openTicket(aReport('counter-1'), {});
      const note = (field: string) =>
        store.updateTicket({
          code,
          change: (ticket) => ({ ticket: { ...ticket, field: `${ticket.field ?? ''}${field}` } }),
        });

      await Promise.all(['a', 'b', 'c'].map(note));

      expect(store.ticket(code)).toMatchObject({ field: 'abc', version: 4 });
    });

    it('keeps what a turn does to a ticket that stands', async () => {
      const { code } = await store.openTicket(aReport('counter-1'), {});
      await store.receive(anEvent('e1'));
      const change = (ticket: Ticket) => ({ ticket: { ...ticket, place: 'thôn 3' } });

      await store.commitTurn(aTurn('e1', { ticketUpdate: { code, change } }));
      await store.commitTurn(aTurn('e1', { ticketUpdate: { code, change } }));

      expect(store.ticket(code)).toMatchObject({ place: 'thôn 3', version: 2 });
    });

    it('knows what staff did after a crash', async () => {
      const entry = anAuditEntry('a1');
      await store.keep([{ table: 'audit', key: 'a1', value: entry }]);

      const again = await open({ ...place, open: place.openAfterCrash });

      expect([...again.audit.values()]).toEqual([entry]);
    });
  });
}
