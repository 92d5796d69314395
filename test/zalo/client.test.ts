import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, metResident, startWorld, type World } from '../simulator/world.ts';

const PNG = { name: 'ban-do.png', contentType: 'image/png', bytes: Uint8Array.of(137, 80, 78, 71) };

describe('the client of Zalo', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld({ timeoutMs: 300 });
  });
  afterEach(() => {
    world.close();
  });

  const send = (userId: string, text = 'Chào bạn') =>
    world.client.send(world.account, userId, { text });
  const requests = (part: string) =>
    world.simulator.log.api.filter(({ path }) => path.includes(part));

  it('sends a message and tells its id', async () => {
    const { userId } = await metResident(world);

    const { messageId } = await send(userId);

    expect(requests('message/cs')[0]?.answer).toMatchObject({ data: { message_id: messageId } });
    expect(requests('message/cs')[0]?.rawBody).toBe(
      `{"recipient":{"user_id":"${userId}"},"message":{"text":"Chào bạn"}}`,
    );
  });

  it('refreshes a dead token once and then sends', async () => {
    const { userId } = await metResident(world);
    world.simulator.switches.failNext = 1;
    world.simulator.switches.failCode = -220;

    await send(userId);

    expect(requests('message/cs')).toHaveLength(2);
    expect(requests('access_token')).toHaveLength(1);
  });

  it('refreshes but once: a second -216 goes to the caller', async () => {
    const { userId } = await metResident(world);
    world.simulator.switches.failNext = 2;
    world.simulator.switches.failCode = -216;

    await expect(send(userId)).rejects.toMatchObject({ code: -216, action: 'refresh' });
    expect(requests('message/cs')).toHaveLength(2);
  });

  it.each([
    [8 * 24, -230, 'give-up'],
    [30, undefined, undefined],
  ])('%i hours after the resident wrote: %s', async (hours, code, action) => {
    const { userId } = await metResident(world);
    world.later(hours * HOUR_MS);

    const outcome = await send(userId).catch((error: unknown) => error);

    if (code === undefined) expect(outcome).toHaveProperty('messageId');
    else expect(outcome).toMatchObject({ code, action });
  });

  it.each(['hang', 'drop', 'http-500'] as const)(
    'asks to retry when Zalo fails: %s',
    async (how) => {
      const { userId } = await metResident(world);
      world.simulator.switches.failNext = 1;
      world.simulator.switches.failHow = how;

      await expect(send(userId)).rejects.toMatchObject({ code: undefined, action: 'retry' });
    },
  );

  it('keeps tokens and texts out of its errors', async () => {
    const { userId } = await metResident(world);
    world.simulator.switches.failNext = 1;
    world.simulator.switches.failHow = 'drop';

    const error = await send(userId, 'bí mật').catch((thrown: unknown) => thrown);

    const token = await world.tokens.accessToken(world.account);
    const everything = inspect(error, { depth: 20, showHidden: true });
    expect(everything).not.toContain(token);
    expect(everything).not.toContain('bí mật');
  });

  it('uploads a picture and sends it', async () => {
    const { userId } = await metResident(world);
    const { attachmentId } = await world.client.uploadImage(world.account, PNG);

    await world.client.send(world.account, userId, {
      attachment: {
        type: 'template',
        payload: {
          template_type: 'media',
          elements: [{ media_type: 'image', attachment_id: attachmentId }],
        },
      },
    });

    const stored = await fetch(`${world.baseUrl}/thu/pictures/${attachmentId}`);
    expect(new Uint8Array(await stored.arrayBuffer())).toEqual(PNG.bytes);
  });

  it('uploads a document and sends it', async () => {
    const { userId } = await metResident(world);
    const file = { ...PNG, name: 'Tờ khai.pdf', contentType: 'application/pdf' };
    const { token } = await world.client.uploadFile(world.account, file);
    const attachment = { type: 'file', payload: { token } } as const;

    await expect(world.client.send(world.account, userId, { attachment })).resolves.toBeDefined();
  });

  it('says why an upload without an extension brings no id', async () => {
    await expect(
      world.client.uploadImage(world.account, { ...PNG, name: 'anh' }),
    ).rejects.toMatchObject({ action: 'give-up', hint: expect.stringContaining('đuôi') as string });
  });

  it('reads a resident and the account', async () => {
    const { userId, name } = await metResident(world);

    expect(await world.client.userDetail(world.account, userId)).toMatchObject({
      userId,
      displayName: name,
      lastInteractionDay: '21/11/2026',
      isFollower: false,
    });
    expect(await world.client.oaInfo(world.account)).toMatchObject({
      oaId: world.account.oaId,
      name: 'UBND xã Ea Kar',
      type: 4,
    });
  });
});
