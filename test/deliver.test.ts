import { describe, expect, it, onTestFinished } from 'vitest';
import { Delivery, type DeliveryOptions } from '../src/deliver.ts';
import { systemElapsed } from '../src/lib/elapsed.ts';
import { type Log, silentLog } from '../src/lib/log.ts';
import type { Resident } from '../src/simulator/residents.ts';
import { Pace } from '../src/sending/pace.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import type { OutboxEntry, Store } from '../src/store/store.ts';
import { wasSent } from '../src/zalo/conversation.ts';
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

function createDelivery(world: World, store: Store, change: Partial<DeliveryOptions> = {}) {
  const delivery = new Delivery({ ...usualOptions(world, store), ...change });
  onTestFinished(() => delivery.stop());
  return delivery;
}

function usualOptions({ simulator, client, clock }: World, store: Store): DeliveryOptions {
  return {
    store,
    accounts: simulator.accounts,
    send: client.send,
    wasSent: (account, userId, sent) => wasSent(client.listMessages, account, { userId, ...sent }),
    pace: new Pace(4000, systemElapsed),
    clock,
    elapsed: systemElapsed,
    log: silentLog,
    random: () => 0.5,
    onResult: () => undefined,
    onRefused: () => Promise.resolve(),
  };
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

  it('holds everything back while Zalo is away, then sends it step by step', async () => {
    const { world, store, delivery } = await startPost();
    const residents = await Promise.all(Array.from({ length: 30 }, () => metResident(world)));
    Object.assign(world.simulator.switches, { failNext: 1000, failHow: 'drop' });

    delivery.deliver(await put(store, ...residents.map((one, i) => messageTo(one, `m${i}`))));
    await expect.poll(() => delivery.troubles()).toMatchObject([{ scope: 'app' }]);
    const triesMeanwhile = 1000 - world.simulator.switches.failNext;
    world.simulator.switches.failNext = 0;
    delivery.retryNow();
    await delivery.idle();

    expect(triesMeanwhile).toBeLessThanOrEqual(20);
    expect(residents.flatMap((one) => sentTo(world, one))).toEqual(
      residents.map((_, i) => `m${i}`),
    );
    expect(delivery.troubles()).toEqual([]);
    expect(store.failedMessages()).toEqual([]);
  });

  it('keeps the messages of an account without rights until somebody grants them again', async () => {
    const { world, store, resident, delivery } = await startPost();
    const pair = world.simulator.initialTokens(resident.oaId); // ends the pair that the program has
    world.simulator.switches.refresh = 'error-body';

    delivery.deliver(await put(store, messageTo(resident, 'waits')));
    await expect
      .poll(() => delivery.troubles())
      .toMatchObject([
        { scope: 'account', id: resident.oaId, reason: expect.stringContaining('token') as string },
      ]);
    const failedMeanwhile = store.failedMessages();
    await world.vault.save(pair);
    delivery.retryNow();
    await delivery.idle();

    expect(failedMeanwhile).toEqual([]);
    expect(sentTo(world, resident)).toEqual(['waits']);
  });

  it('asks Zalo before it repeats a message whose answer was lost', async () => {
    const { world, store, resident, delivery } = await startPost();
    world.simulator.switches.loseAnswers = 1;

    delivery.deliver(await put(store, messageTo(resident, 'once')));
    await delivery.idle();

    expect(world.simulator.messagesOf(resident).filter(({ from }) => from === 'oa')).toHaveLength(
      1,
    );
    expect(store.failedMessages()).toEqual([]);
  });

  it.each([
    [
      'took',
      (arrived: () => Promise<unknown>) =>
        arrived().then(() => new Promise<unknown>(() => undefined)),
    ],
    ['never saw', () => new Promise<unknown>(() => undefined)],
  ])(
    'sends once, after a crash, the message that was under way and that Zalo %s',
    async (fate, callUnderWay) => {
      const { world, folder, store, resident } = await startPost();
      const { client } = world;
      const send: DeliveryOptions['send'] = (...call) => callUnderWay(() => client.send(...call));
      const crashing = new Delivery({ ...usualOptions(world, store), send });
      crashing.deliver(await put(store, messageTo(resident, 'once'), messageTo(resident, 'next')));
      await expect.poll(() => store.waitingMessages()[0]?.unsureSince).toBeDefined();
      await expect.poll(() => sentTo(world, resident).length).toBe(fate === 'took' ? 1 : 0);
      await store.close();

      const again = await openLowdbStore(folder);
      onTestFinished(() => again.close());
      const next = createDelivery(world, again);
      next.resume();
      await next.idle();

      expect(sentTo(world, resident)).toEqual(['once', 'next']);
    },
  );

  it('asks Zalo about nothing that was not under way', async () => {
    const { world, store, resident } = await startPost();
    const asked: string[] = [];
    const wasAsked: DeliveryOptions['wasSent'] = (_, __, { text }) => {
      asked.push(text);
      return Promise.resolve(false);
    };
    const delivery = createDelivery(world, store, { wasSent: wasAsked });

    await put(store, messageTo(resident, 'one'), messageTo(resident, 'two'));
    delivery.resume();
    await delivery.idle();

    expect(asked).toEqual([]);
    expect(sentTo(world, resident)).toEqual(['one', 'two']);
  });

  it('says what to do about a message that Zalo refuses, and sends it again when asked', async () => {
    const { world, store, resident, delivery } = await startPost();
    Object.assign(world.simulator.switches, { failNext: 1, failHow: 'code', failCode: -230 });
    delivery.deliver(await put(store, messageTo(resident, 'too late')));
    await delivery.idle();
    const [failed] = store.failedMessages();

    const isResent = await delivery.resend('too late');
    await delivery.idle();

    expect(failed?.lastError).toMatch(/-230.*Gọi điện/);
    expect(isResent).toBe(true);
    expect(sentTo(world, resident)).toEqual(['too late']);
    expect(await delivery.resend('too late')).toBe(false);
  });

  it('stops within seconds although Zalo answers nothing, and asks about the message afterwards', async () => {
    const { world, store, resident, delivery } = await startPost();
    Object.assign(world.simulator.switches, { failNext: 1, failHow: 'hang' });
    delivery.deliver(await put(store, messageTo(resident, 'hanging')));
    await expect.poll(() => world.simulator.switches.failNext).toBe(0);

    const started = performance.now();
    await delivery.stop();

    expect(performance.now() - started).toBeLessThan(5000);
    expect(store.waitingMessages()).toMatchObject([{ unsureSince: expect.any(Date) as Date }]);
  });

  it('lives on when the disk refuses to note what became of a message, and says so', async () => {
    const { world, store, resident } = await startPost();
    const messages = await put(store, messageTo(resident, 'one'), messageTo(resident, 'two'));
    await store.close(); // takes no more writes
    const errors: string[] = [];
    const log: Log = { ...silentLog, error: (fields) => errors.push(String(fields['error'])) };
    const delivery = createDelivery(world, store, { log, wasSent: undefined });

    delivery.deliver(messages);
    await delivery.idle();

    expect(sentTo(world, resident)).toEqual(['one', 'two']);
    expect(errors).toEqual([
      expect.stringContaining('Không ghi được'),
      expect.stringContaining('Không ghi được'),
    ]);
  });

  it('holds back what the disk refuses to note as under way, and tells why', async () => {
    const { world, store, resident, delivery } = await startPost();
    const messages = await put(store, messageTo(resident, 'waits'));
    await store.close(); // takes no more writes

    delivery.deliver(messages);

    const trouble = { scope: 'account', reason: expect.stringContaining('Ổ đĩa') as string };
    await expect.poll(() => delivery.troubles()).toMatchObject([trouble]);
    expect(sentTo(world, resident)).toEqual([]);
    expect(delivery.depth).toBe(1);
  });
});
