import { describe, expect, it, onTestFinished } from 'vitest';
import { Delivery } from '../src/deliver.ts';
import { systemClock } from '../src/lib/clock.ts';
import type { Log } from '../src/lib/log.ts';
import type { Resident } from '../src/simulator/residents.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import type { OutboxEntry, Store } from '../src/store/store.ts';
import { sentTo } from './helpers/program.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { metResident, startWorld, type World } from './simulator/world.ts';
import { aMessage } from './store/samples.ts';

/** A store and the simulated Zalo, with a delivery between them that waits as little as it may. */
async function startPost() {
  const world = await startWorld();
  onTestFinished(() => {
    world.close();
  });
  const folder = await temporaryFolder();
  const store = await openLowdbStore(folder);
  onTestFinished(() => store.close());
  const resident = await metResident(world);
  return { world, folder, store, resident, delivery: createDelivery(world, store) };
}

function createDelivery(world: World, store: Store, errors: string[] = []): Delivery {
  const { simulator, client } = world;
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields) => errors.push(String(fields['error'])),
  };
  const delivery = new Delivery({
    store,
    accounts: simulator.accounts,
    send: client.send,
    clock: systemClock,
    log,
    random: () => 0,
    onResult: () => undefined,
    onRefused: () => Promise.resolve(),
  });
  onTestFinished(() => delivery.stop());
  return delivery;
}

function messageTo({ oaId, userId }: Resident, id: string, change: Partial<OutboxEntry> = {}) {
  const due = new Date(0);
  return aMessage(id, { oaId, userId, reply: { text: id }, nextAttemptAt: due, ...change });
}

async function put(store: Store, ...messages: OutboxEntry[]): Promise<OutboxEntry[]> {
  for (const message of messages) await store.putMessage(message);
  return messages;
}

describe('the delivery', () => {
  it('keeps the order of one resident, and lets nobody wait for another', async () => {
    const { world, store, resident, delivery } = await startPost();
    const other = await metResident(world);
    Object.assign(world.simulator.switches, { failNext: 1, failHow: 'http-500' });

    delivery.deliver(await put(store, messageTo(resident, 'first'), messageTo(resident, 'second')));
    await expect.poll(() => world.simulator.switches.failNext).toBe(0);
    delivery.deliver(await put(store, messageTo(other, 'to another')));
    await expect.poll(() => sentTo(world, other)).toEqual(['to another']);
    const toTheFirstMeanwhile = sentTo(world, resident);
    await delivery.idle();

    expect(toTheFirstMeanwhile).toEqual([]);
    expect(sentTo(world, resident)).toEqual(['first', 'second']);
  });

  it('sends once what is on its way already when it takes up what waits', async () => {
    const { world, store, resident, delivery } = await startPost();

    delivery.deliver(await put(store, messageTo(resident, 'hello')));
    delivery.resume();
    await delivery.idle();

    expect(sentTo(world, resident)).toEqual(['hello']);
  });

  it('stops at once although Zalo is away, and sends after the restart', async () => {
    const { world, folder, store, resident, delivery } = await startPost();
    Object.assign(world.simulator.switches, { failNext: 1000, failHow: 'drop' });
    delivery.deliver(await put(store, messageTo(resident, 'one'), messageTo(resident, 'two')));
    await expect.poll(() => store.waitingMessages()[0]?.attempts).toBe(1);

    const started = performance.now();
    await delivery.stop();
    const stoppedWithin = performance.now() - started;
    await store.close();
    world.simulator.switches.failNext = 0;
    const again = await openLowdbStore(folder);
    onTestFinished(() => again.close());
    const next = createDelivery(world, again);
    next.resume();
    await next.idle();

    expect(stoppedWithin).toBeLessThan(200);
    expect(sentTo(world, resident)).toEqual(['one', 'two']);
    expect(again.waitingMessages()).toEqual([]);
  });

  it('gives a message up after the eighth failure, with the reason for staff', async () => {
    const { world, store, resident, delivery } = await startPost();
    Object.assign(world.simulator.switches, { failNext: 1, failHow: 'http-500' });

    delivery.deliver(await put(store, messageTo(resident, 'late', { attempts: 7 })));
    await delivery.idle();

    expect(store.failedMessages()).toMatchObject([
      { attempts: 8, lastError: expect.stringContaining('HTTP 500') as string },
    ]);
    expect(sentTo(world, resident)).toEqual([]);
  });

  it('gives up a message of an account that is no longer configured', async () => {
    const { store, resident, delivery } = await startPost();
    const stranger = { ...resident, oaId: '999' };

    delivery.deliver(await put(store, messageTo(stranger, 'lost')));
    await delivery.idle();

    expect(store.failedMessages()).toMatchObject([
      { lastError: expect.stringContaining('không còn trong cấu hình') as string },
    ]);
  });

  it('lives on when the disk refuses to note what became of a message, and says so', async () => {
    const { world, store, resident } = await startPost();
    const messages = await put(store, messageTo(resident, 'one'), messageTo(resident, 'two'));
    await store.close(); // takes no more writes
    const errors: string[] = [];
    const delivery = createDelivery(world, store, errors);

    delivery.deliver(messages);
    await delivery.idle();

    expect(sentTo(world, resident)).toEqual(['one', 'two']);
    expect(errors).toEqual([
      expect.stringContaining('Không ghi được'),
      expect.stringContaining('Không ghi được'),
    ]);
  });
});
