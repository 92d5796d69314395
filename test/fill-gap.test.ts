import { describe, expect, it, onTestFinished } from 'vitest';
import { fillGap } from '../src/fill-gap.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import type { InboxEntry } from '../src/store/store.ts';
import { parseZaloEvent } from '../src/zalo/events.ts';
import { webhookBody } from '../src/zalo/webhook-body.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { HOUR_MS, startWorld } from './simulator/world.ts';

const MINUTE_MS = 60_000;

/** A store beside the simulated Zalo; `receiveAll` is what the webhook does with all that has come so far. */
async function startInbox() {
  const world = await startWorld();
  onTestFinished(() => {
    world.close();
  });
  const store = await openLowdbStore(await temporaryFolder());
  onTestFinished(() => store.close());
  const { account, simulator, client, clock } = world;
  const resident = simulator.residents.meet(account.oaId);
  const accepted: InboxEntry[] = [];
  const sources = {
    list: client.listMessages,
    store,
    accept: (entry: InboxEntry) => accepted.push(entry),
    clock,
  };
  const receiveAll = async () => {
    for (const { rawBody } of world.received.splice(0)) {
      const event = parseZaloEvent(webhookBody(rawBody), account, clock());
      const { appId, oaId } = account;
      const body = rawBody.toString();
      const waiting = { state: 'waiting', attempts: 0 } as const;
      await store.receive({
        eventId: event.id,
        appId,
        oaId,
        body,
        receivedAt: event.at,
        ...waiting,
      });
    }
  };
  return {
    world,
    store,
    resident,
    receiveAll,
    fill: () => fillGap(account, sources),
    events: () =>
      accepted.map(({ body, receivedAt }) =>
        parseZaloEvent(webhookBody(Buffer.from(body)), account, receivedAt),
      ),
  };
}

describe('the gap that an outage leaves', () => {
  it('is filled with what residents wrote meanwhile, oldest first and each once', async () => {
    const { world, resident, receiveAll, fill, events } = await startInbox();
    const { phone, switches } = world.simulator;
    await phone.say(resident, 'xin chào');
    await receiveAll();
    switches.subscribed = false; // Zalo has stopped delivering
    for (let i = 1; i <= 12; i++) {
      world.later(MINUTE_MS);
      await phone.say(resident, `câu ${i}`);
    }
    world.later(MINUTE_MS);
    await phone.sendLocation(resident, 22.5, 104.5);
    world.later(HOUR_MS);

    const first = await fill();
    const second = await fill();

    expect(first).toEqual({ state: 'filled', filled: 13 });
    expect(second).toEqual({ state: 'filled', filled: 0 });
    expect(events().map((event) => (event.type === 'text' ? event.text : event.type))).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `câu ${i + 1}`),
      'location',
    ]);
  });

  it('leaves what may still come by the webhook', async () => {
    const { world, resident, receiveAll, fill } = await startInbox();
    await world.simulator.phone.say(resident, 'xin chào');
    await receiveAll();
    world.simulator.switches.subscribed = false;
    world.later(HOUR_MS);
    await world.simulator.phone.say(resident, 'vừa nhắn');

    expect(await fill()).toEqual({ state: 'filled', filled: 0 });
  });

  it('counts a message once that the webhook brings later all the same', async () => {
    const { world, store, resident, receiveAll, fill } = await startInbox();
    await world.simulator.phone.say(resident, 'xin chào');
    await receiveAll();
    await world.simulator.phone.say(resident, 'đến muộn'); // delivered, but not yet worked on
    world.later(HOUR_MS);
    await fill();

    await receiveAll();

    expect([...store.events.values()]).toHaveLength(2);
  });

  it('is left alone when the ids of the list are not those of the webhook', async () => {
    const { world, resident, fill, events } = await startInbox();
    await world.simulator.phone.say(resident, 'xin chào');
    world.later(HOUR_MS);

    expect(await fill()).toEqual({ state: 'unknowable', filled: 0 });
    expect(events()).toEqual([]);
  });
});
