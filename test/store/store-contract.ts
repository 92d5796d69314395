import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import {
  aMessage,
  anEvent,
  aQuestion,
  aReport,
  aTallyEntry,
  aTokenPair,
  aTurn,
  LAN,
  NAM,
  NOON,
} from './samples.ts';

/** Where a driver keeps one store. */
export type StorePlace = {
  open: () => Promise<Store>;
  /** Opens what a new process would find if the present one were killed now. */
  openAfterCrash: () => Promise<Store>;
};

/** What every store must do, whatever it keeps its records in. */
export function describeStore(driver: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the ${driver} store`, () => {
    let place: StorePlace;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await open(place);
    });

    it('takes an event once and knows it again', async () => {
      expect(await store.receive(anEvent('e1'))).toBe('new');
      expect(await store.receive(anEvent('e1'))).toBe('duplicate');
      expect(await store.receive(anEvent('e2'))).toBe('new');
      expect(store.waitingEvents().map(({ eventId }) => eventId)).toEqual(['e1', 'e2']);
    });

    it('takes one of ten copies that arrive at once', async () => {
      const copies = Array.from({ length: 10 }, () => store.receive(anEvent('e1')));

      const answers = await Promise.all(copies);

      expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(9);
    });

    it('knows an event again after it has been answered', async () => {
      await store.receive(anEvent('e1'));
      await store.commitTurn(aTurn('e1'));

      expect(await store.receive(anEvent('e1'))).toBe('duplicate');
    });

    it('keeps all that a turn changes, and the event is done', async () => {
      await store.receive(anEvent('e1'));
      const call = {
        id: 'e1',
        ...LAN,
        communeSlug: 'nam-dan',
        requestedAt: NOON,
        until: NOON,
        lines: [],
      };
      const turn = aTurn('e1', {
        ticket: aReport('e1'),
        question: aQuestion('e1'),
        officerCall: call,
        messages: (ticket) => [aMessage('e1:0', { reply: { text: ticket?.code ?? '' } })],
      });

      const messages = await store.commitTurn(turn);

      expect(messages).toMatchObject([{ id: 'e1:0', reply: { text: 'ND-2611-0001' } }]);
      expect(store.waitingMessages()).toEqual(messages);
      expect(store.session(LAN)).toEqual(turn.session);
      expect(store.ticketsOf(LAN)).toMatchObject([{ code: 'ND-2611-0001', eventId: 'e1' }]);
      expect(store.unansweredQuestions()).toEqual([aQuestion('e1')]);
      expect(store.officerCalls()).toEqual([call]);
      expect(store.waitingEvents()).toEqual([]);
    });

    it('changes nothing when a turn is kept a second time', async () => {
      await store.receive(anEvent('e1'));
      const [first] = await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
      const again = aTurn('e1', {
        session: { step: 'forget-confirm', topic: undefined, offered: [], at: NOON },
        ticket: aReport('e1'),
        messages: () => [aMessage('e1:9')],
      });

      const messages = await store.commitTurn(again);

      expect(messages).toEqual([]);
      expect(store.tickets()).toHaveLength(1);
      expect(store.waitingMessages()).toEqual([first]);
      expect(store.session(LAN)?.step).toBe('idle');
    });

    it('numbers the reports of a commune and month one after another', async () => {
      const codes: string[] = [];
      for (const series of ['ND-2611', 'ND-2611', 'TP-2611', 'ND-2612', 'ND-2611']) {
        const eventId = `e${codes.length}`;
        const messages = (ticket: { code: string } | undefined) => {
          codes.push(ticket?.code ?? '');
          return [];
        };
        await store.commitTurn(aTurn(eventId, { ticket: aReport(eventId, { series }), messages }));
      }

      expect(codes).toEqual([
        'ND-2611-0001',
        'ND-2611-0002',
        'TP-2611-0001',
        'ND-2612-0001',
        'ND-2611-0003',
      ]);
    });

    it('gives no number twice when many report at once', async () => {
      const turns = Array.from({ length: 20 }, (_, i) =>
        store.commitTurn(aTurn(`e${i}`, { ticket: aReport(`e${i}`), messages: () => [] })),
      );

      await Promise.all(turns);

      expect(new Set(store.tickets().map(({ code }) => code)).size).toBe(20);
      expect(store.tickets().map(({ code }) => code)).toContain('ND-2611-0020');
    });

    it('goes on numbering after a restart', async () => {
      await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
      await store.commitTurn(aTurn('e2', { ticket: aReport('e2') }));
      await store.close();

      const again = await open(place);
      await again.commitTurn(aTurn('e3', { ticket: aReport('e3') }));

      expect(again.tickets().map(({ code }) => code)).toEqual([
        'ND-2611-0001',
        'ND-2611-0002',
        'ND-2611-0003',
      ]);
    });

    it('sets an event aside at its third failure', async () => {
      await store.receive(anEvent('e1'));

      expect(await store.failEvent('e1')).toBe('waiting');
      expect(await store.failEvent('e1')).toBe('waiting');
      expect(store.waitingEvents()).toMatchObject([{ attempts: 2 }]);
      expect(await store.failEvent('e1')).toBe('set-aside');
      expect(store.waitingEvents()).toEqual([]);
    });

    it('does not take up again an event whose turn was kept before it failed', async () => {
      await store.receive(anEvent('e1'));
      await store.commitTurn(aTurn('e1'));

      expect(await store.failEvent('e1')).toBe('done');
      expect(store.waitingEvents()).toEqual([]);
    });

    it('finishes an event that needs no answer, and does not mind an unknown one', async () => {
      await store.receive(anEvent('e1'));

      await store.finishEvent('e1');
      await store.finishEvent('never seen');

      expect(store.waitingEvents()).toEqual([]);
      expect(await store.failEvent('never seen')).toBe('done');
    });

    it('follows a message from waiting to sent or failed', async () => {
      await store.putMessage(aMessage('e1:0'));
      await store.putMessage(aMessage('e1:1'));
      await store.putMessage(aMessage('e1:0', { state: 'sent' }));
      await store.putMessage(aMessage('e1:1', { state: 'failed', lastError: 'Zalo từ chối' }));

      expect(store.waitingMessages()).toEqual([]);
      expect(store.failedMessages()).toMatchObject([{ id: 'e1:1', lastError: 'Zalo từ chối' }]);
    });

    it('forgets a resident: no session, no name on the report, but the report stays', async () => {
      await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
      await store.putMessage(aMessage('e1:0', { state: 'failed' }));
      await store.commitTurn(
        aTurn('e2', { conversation: NAM, ticket: aReport('e2', NAM), messages: () => [] }),
      );

      await store.forget(LAN);

      expect(store.session(LAN)).toBeUndefined();
      expect(store.ticketsOf(LAN)).toEqual([]);
      expect(store.failedMessages()).toEqual([]);
      expect(store.tickets()[0]).toMatchObject({
        code: 'ND-2611-0001',
        content: 'Đường thôn 3 bị sụt hố',
        userId: '',
        imageUrls: [],
      });
      expect(store.session(NAM)).toBeDefined();
      expect(store.ticketsOf(NAM)).toHaveLength(1);
    });

    it('gives back the tokens it was given, the newest ones', async () => {
      await store.tokens.save(aTokenPair());
      await store.tokens.save(aTokenPair({ accessToken: 'access-2' }));

      expect(await store.tokens.load(LAN.oaId)).toEqual(aTokenPair({ accessToken: 'access-2' }));
      expect(await store.tokens.load('another')).toBeUndefined();
    });

    describe.each(['a stop', 'a crash'])('after %s', (how) => {
      async function restart(): Promise<Store> {
        if (how === 'a crash') return open({ ...place, open: place.openAfterCrash });
        await store.close();
        return open(place);
      }

      it('still has everything that it said was kept', async () => {
        await store.receive(anEvent('e1'));
        await store.receive(anEvent('e2'));
        await store.failEvent('e2');
        const parts = { ticket: aReport('e1'), question: aQuestion('e1'), tally: aTallyEntry() };
        const turn = aTurn('e1', parts);
        await store.commitTurn(turn);
        await store.putMessage(aMessage('e0:0', { state: 'failed', lastError: 'quá 7 ngày' }));
        await store.tokens.save(aTokenPair());
        const before = everything(store);

        const again = await restart();

        expect(everything(again)).toEqual(before);
        expect(again.session(LAN)).toEqual(turn.session);
        expect(await again.tokens.load(LAN.oaId)).toEqual(aTokenPair());
        expect(await again.receive(anEvent('e1'))).toBe('duplicate');
      });

      it('still has forgotten whom it forgot', async () => {
        await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
        await store.forget(LAN);

        const again = await restart();

        expect(again.session(LAN)).toBeUndefined();
        expect(again.ticketsOf(LAN)).toEqual([]);
        expect(again.tickets()).toMatchObject([{ userId: '', imageUrls: [] }]);
      });

      it('sends the waiting messages in the order they were written', async () => {
        const ids = Array.from({ length: 12 }, (_, i) => `e1:${i}`);
        await store.commitTurn(aTurn('e1', { messages: () => ids.map((id) => aMessage(id)) }));
        await store.putMessage(aMessage('e1:0', { attempts: 1 }));

        const again = await restart();

        expect(again.waitingMessages().map(({ id }) => id)).toEqual(ids);
      });
    });
  });
}

export async function open(place: Pick<StorePlace, 'open'>): Promise<Store> {
  const store = await place.open();
  onTestFinished(() => store.close());
  return store;
}

function everything(store: Store) {
  return {
    events: store.waitingEvents(),
    waiting: store.waitingMessages(),
    failed: store.failedMessages(),
    tickets: store.tickets(),
    questions: store.unansweredQuestions(),
    calls: store.officerCalls(),
    tallies: [...store.tallies.entries()],
  };
}
