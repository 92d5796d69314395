import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseZaloEvent } from '../../src/zalo/events.ts';
import { verifySignature } from '../../src/zalo/signature.ts';
import { webhookBody } from '../../src/zalo/webhook-body.ts';
import { metResident, startWorld, type Received, type World } from './world.ts';

describe('the simulated webhook', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => {
    world.close();
  });

  const verify = ({ rawBody, headers }: Received) =>
    verifySignature({ rawBody, header: headers['signature'], accounts: world.simulator.accounts });
  const read = ({ rawBody }: Received) =>
    parseZaloEvent(webhookBody(rawBody), world.account, world.clock());
  const at = (index: number) => {
    const one = world.received.at(index);
    if (one === undefined) throw new Error('nothing received');
    return one;
  };

  it.each(['mac', 'bare', 'escaped'] as const)(
    'signs as %s, which the program accepts',
    async (form) => {
      world.simulator.switches.signature = form;

      await metResident(world);

      expect(verify(at(0))).toMatchObject({ valid: true, account: { oaId: world.account.oaId } });
      expect(read(at(0))).toMatchObject({ type: 'text', text: 'Xin chào', at: world.clock() });
    },
  );

  it('signs a numeric timestamp as printed', async () => {
    world.simulator.switches.timestamp = 'number';

    await metResident(world);

    expect(at(0).rawBody.toString()).toMatch(/"timestamp":\d+\}$/);
    expect(verify(at(0)).valid).toBe(true);
  });

  it.each([
    ['wrong-key', 'mismatch'],
    ['oa-id', 'mismatch'],
    ['unsigned', 'missing'],
  ] as const)('can sign so that the program refuses: %s', async (form, reason) => {
    world.simulator.switches.signature = form;

    await metResident(world);

    expect(verify(at(0))).toMatchObject({ valid: false, reason });
  });

  it.each([
    ['follow', 'follow'],
    ['unfollow', 'unfollow'],
    ['chatnow', 'follow'],
    ['sticker', 'media'],
    ['audio', 'media'],
    ['share-contact', 'contact-shared'],
    ['withdraw', 'withdraw'],
  ] as const)('tells that a resident did %s', async (deed, type) => {
    const resident = world.simulator.residents.meet(world.account.oaId);

    await world.simulator.phone.do(resident, deed);

    expect(verify(at(0)).valid).toBe(true);
    expect(read(at(0))).toMatchObject({ type, userId: resident.userId });
  });

  it('tells of a picture, a place and an officer’s words', async () => {
    const { simulator, account } = world;
    const resident = simulator.residents.meet(account.oaId);

    await simulator.phone.sendPicture(resident, 'abc');
    await simulator.phone.sendLocation(resident, 12.8, 108.45);
    await simulator.phone.staffSays(resident, 'Mời bác ra xã');

    expect(world.received.map(read)).toMatchObject([
      { type: 'image', urls: [`${world.baseUrl}/thu/pictures/abc`] },
      { type: 'location', latitude: 12.8, longitude: 108.45 },
      { type: 'staff-message', text: 'Mời bác ra xã', userId: resident.userId },
    ]);
  });

  it('echoes what the program sent, then tells that it was received and seen', async () => {
    const { userId } = await metResident(world);
    const { messageId } = await world.client.send(world.account, userId, { text: 'Chào bạn' });
    await world.simulator.idle();

    expect(world.received.slice(1).map(read)).toMatchObject([
      { type: 'unsupported', zaloName: 'oa_send_text', id: messageId },
      { type: 'receipt', receipt: 'delivered', messageIds: [messageId] },
      { type: 'receipt', receipt: 'seen', messageIds: [messageId] },
    ]);
  });

  it('can echo under another id', async () => {
    world.simulator.switches.echoId = 'different';
    const { userId } = await metResident(world);
    const { messageId } = await world.client.send(world.account, userId, { text: 'Chào bạn' });
    await world.simulator.idle();

    expect(read(at(1))).not.toMatchObject({ id: messageId });
  });

  it.each([
    ['after-each', [30, 300, 900, 1800, 3600]],
    ['from-start', [30, 270, 600, 900, 1800]],
  ] as const)('repeats a refused event (%s), then unsubscribes', async (retryDelays, waits) => {
    const { simulator } = world;
    simulator.switches.retryDelays = retryDelays;
    world.webhook.answer = (response) => response.sendStatus(503);
    await metResident(world);

    for (const seconds of waits) {
      const before = world.received.length;
      world.later(seconds * 1000 - 1);
      await simulator.retryDue();
      expect(world.received).toHaveLength(before);
      world.later(1);
      await simulator.retryDue();
      expect(world.received).toHaveLength(before + 1);
    }

    expect(world.received.map(({ headers }) => headers['retry'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(new Set(world.received.map(({ rawBody }) => rawBody.toString())).size).toBe(1);
    expect(simulator.switches.subscribed).toBe(false);
    await metResident(world);
    expect(world.received).toHaveLength(6);
  });

  it('waits 2 seconds for an answer, and then repeats or not as set', async () => {
    world.simulator.switches.slowAnswer = 'ignored';
    world.webhook.answer = () => undefined;

    await metResident(world);
    world.later(60_000);
    await world.simulator.retryDue();

    expect(world.simulator.log.webhooks).toMatchObject([{ failure: 'TimeoutError' }]);
  });
});
