import { describe, expect, it, onTestFinished } from 'vitest';
import { Converse, type ConverseOptions } from '../src/converse.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { systemClock } from '../src/lib/clock.ts';
import type { OaAccount } from '../src/model/oa-account.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import type { OutboxEntry, Store } from '../src/store/store.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { knowledgeFolder } from './knowledge/folder.ts';
import { anEvent, LAN } from './store/samples.ts';

const ACCOUNT: OaAccount = {
  oaId: LAN.oaId,
  communeSlug: 'nam-dan',
  appId: '360846524940903967',
  appSecret: 'app-secret',
  secretKey: 'oa-secret',
  openapiUrl: 'https://zalo.example',
  oauthUrl: 'https://zalo.example',
};

async function openStore(): Promise<Store> {
  const store = await openLowdbStore(await temporaryFolder());
  onTestFinished(() => store.close());
  return store;
}

/** The shell of a turn over a store, with what it hands to delivery and what it tells the operator. */
async function startConverse(store: Store, change: Partial<ConverseOptions> = {}) {
  const { knowledge } = await loadKnowledge(await knowledgeFolder());
  const delivered: OutboxEntry[] = [];
  const errors: string[] = [];
  const converse = new Converse({
    store,
    knowledge: () => knowledge,
    accounts: [ACCOUNT],
    clock: systemClock,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields) => errors.push(String(fields['error'])),
    },
    isReceiving: () => false,
    forget: (conversation) => store.forget(conversation),
    publicUrl: () => undefined,
    isCounted: () => true,
    officerMinutes: 60,
    deliver: (messages) => delivered.push(...messages),
    onTurn: () => undefined,
    onFlood: () => undefined,
    onAttachments: () => undefined,
    ...change,
  });
  return { converse, delivered, errors, texts: () => delivered.map(({ reply }) => reply.text) };
}

/** A question of Lan's about birth, safe in the inbox. */
async function receive(store: Store, attempts = 0) {
  const body = JSON.stringify({
    app_id: ACCOUNT.appId,
    event_name: 'user_send_text',
    sender: { id: LAN.userId },
    recipient: { id: LAN.oaId },
    message: { text: 'đăng ký khai sinh', msg_id: 'm1' },
    timestamp: '1795237200000',
  });
  const entry = anEvent('m1', { body, attempts });
  await store.receive(entry);
  return entry;
}

const NOTHING: Knowledge['communes'] = new Map();

describe('a turn that fails', () => {
  it('is tried again by itself, and the resident gets one answer', async () => {
    const store = await openStore();
    let failures = 1;
    const { converse, texts } = await startConverse({
      ...store,
      commitTurn: (turn) =>
        failures-- > 0 ? Promise.reject(new Error('disk full')) : store.commitTurn(turn),
    });

    converse.accept(await receive(store));
    await converse.idle();
    const textsMeanwhile = texts();

    expect(textsMeanwhile).toEqual([]);
    await expect
      .poll(texts, { timeout: 8000, interval: 100 })
      .toEqual([expect.stringContaining('Đăng ký khai sinh')]);
    expect(store.waitingEvents()).toEqual([]);
  });

  it('for the third time is set aside, and the resident is told', async () => {
    const store = await openStore();
    const { knowledge } = await loadKnowledge(await knowledgeFolder());
    const { converse, texts, errors } = await startConverse(store, {
      knowledge: () => ({ ...knowledge, communes: NOTHING }),
    });

    converse.accept(await receive(store, 2));
    await converse.idle();

    expect(store.waitingEvents()).toEqual([]);
    expect(texts()).toEqual([expect.stringMatching(/xin lỗi|trục trặc/i)]);
    expect(store.waitingMessages()).toHaveLength(1);
    expect(errors).toEqual(['Chưa có thông tin của xã "nam-dan".']);
  });

  it('after its answer was kept brings no apology on top', async () => {
    const store = await openStore();
    const { converse, texts } = await startConverse(store, {
      onTurn: () => {
        throw new Error('nobody can be told');
      },
    });

    converse.accept(await receive(store));
    await converse.idle();

    expect(texts()).toEqual([expect.stringContaining('Đăng ký khai sinh')]);
    expect(store.waitingEvents()).toEqual([]);
  });

  it('does not take the program with it when even the apology cannot be kept', async () => {
    const store = await openStore();
    const { knowledge } = await loadKnowledge(await knowledgeFolder());
    const broken = { ...store, putMessage: () => Promise.reject(new Error('disk full')) };
    const { converse, errors, texts } = await startConverse(broken, {
      knowledge: () => ({ ...knowledge, communes: NOTHING }),
    });

    converse.accept(await receive(store, 2));
    await converse.idle();

    expect(texts()).toEqual([]);
    expect(errors).toEqual(['Chưa có thông tin của xã "nam-dan".', 'disk full']);
  });
});

describe('an event in the inbox', () => {
  it('of an account that is no longer configured waits there', async () => {
    const store = await openStore();
    const { converse, texts } = await startConverse(store, { accounts: [] });

    converse.accept(await receive(store));
    await converse.idle();

    expect(texts()).toEqual([]);
    expect(store.waitingEvents()).toHaveLength(1);
  });

  it('that is taken up twice is answered once', async () => {
    const store = await openStore();
    const { converse, texts } = await startConverse(store);
    const entry = await receive(store);

    converse.accept(entry);
    converse.accept(entry);
    await converse.idle();

    expect(texts()).toHaveLength(1);
  });
});

describe('the figures of what was asked', () => {
  it('count a question once, in the step that keeps its answer', async () => {
    const store = await openStore();
    const { converse } = await startConverse(store);
    const entry = await receive(store);

    converse.accept(entry);
    converse.accept(entry); // as after a crash that came just after the turn was kept
    await converse.idle();

    expect([...store.tallies.values()]).toMatchObject([
      { communeSlug: 'nam-dan', answered: 1, shown: { '1.001193': 1 } },
    ]);
  });

  it('leave out accounts that are only for trying', async () => {
    const store = await openStore();
    const { converse, texts } = await startConverse(store, { isCounted: () => false });

    converse.accept(await receive(store));
    await converse.idle();

    expect(texts()).toHaveLength(1);
    expect([...store.tallies.values()]).toEqual([]);
  });
});
