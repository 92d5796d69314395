import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOUR_MS, metResident, startWorld, type World } from './world.ts';

type Init = { method?: string; body?: string; headers?: Record<string, string> };

const answerSchema = z.looseObject({ error: z.number(), data: z.unknown().optional() });
const say = (title: string, payload: string) => ({ title, type: 'oa.query.hide', payload });
const withButtons = (buttons: unknown[]) => ({
  text: 'Chọn',
  attachment: { type: 'template', payload: { buttons } },
});
const withMedia = (element: unknown) => ({
  attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
});

describe('the simulated OpenAPI', () => {
  let world: World;
  let token: string;

  beforeEach(async () => {
    world = await startWorld();
    token = await world.tokens.accessToken(world.account);
  });
  afterEach(() => {
    world.close();
  });

  async function call(path: string, init: Init = {}) {
    const headers = { access_token: token, ...init.headers };
    const response = await fetch(`${world.account.openapiUrl}${path}`, { ...init, headers });
    return { response, body: answerSchema.parse(await response.json()) };
  }

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const init = { method: 'POST', body: JSON.stringify(body), headers };
    return (await call('/v3.0/oa/message/cs', init)).body;
  }

  async function send(message: unknown) {
    const { userId } = await metResident(world);
    return post({ recipient: { user_id: userId }, message });
  }

  it.each([
    ['a text', { text: 'Chào' }, 0],
    ['2,000 code points of emoji', { text: '😀'.repeat(2000) }, 0],
    ['2,001 characters', { text: 'a'.repeat(2001) }, -210],
    ['an empty text', { text: '' }, -210],
    ['nothing', {}, -210],
    ['five buttons', withButtons(Array.from({ length: 5 }, () => say('a', 'b'))), 0],
    ['six buttons', withButtons(Array.from({ length: 6 }, () => say('a', 'b'))), -201],
    ['a title of 101 characters', withButtons([say('a'.repeat(101), 'b')]), -201],
    ['a payload of 1,001 characters', withButtons([say('a', 'b'.repeat(1001))]), -201],
    [
      'a button of an unknown type',
      withButtons([{ title: 'a', type: 'postback', payload: 'b' }]),
      -201,
    ],
    [
      'a link that is no address',
      withButtons([{ title: 'a', type: 'oa.open.url', payload: { url: 'xa' } }]),
      -201,
    ],
    [
      'a picture by address',
      withMedia({ media_type: 'image', url: 'https://xa.example/a.jpg' }),
      0,
    ],
    [
      'a picture by both',
      withMedia({ media_type: 'image', url: 'https://x.vn/a', attachment_id: '1' }),
      -201,
    ],
    ['a picture by an invented id', withMedia({ media_type: 'image', attachment_id: '1' }), -201],
    ['an image attachment of the old kind', { attachment: { type: 'image', payload: {} } }, -201],
    ['a list', { attachment: { type: 'template', payload: { template_type: 'list' } } }, -233],
  ])('answers %s as Zalo does', async (_, message, error) => {
    expect(await send(message)).toMatchObject({ error });
  });

  it('answers a success in Zalo’s words', async () => {
    const { userId } = await metResident(world);

    const { response, body } = await call('/v3.0/oa/message/cs', {
      method: 'POST',
      body: JSON.stringify({ recipient: { user_id: userId }, message: { text: 'Chào' } }),
    });

    expect(body).toEqual({
      data: {
        quota: { quota_type: 'reply' },
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
        user_id: userId,
        sent_time: String(world.clock().getTime()),
      },
      error: 0,
      message: 'Success',
    });
    expect(response.headers.get('x-ratelimit-limit')).toBe('4000');
    expect(response.headers.get('x-ratelimit-remain')).toBe('3999');
  });

  it.each([
    [{ access_token: '' }, -216],
    [{ access_token: 'made up' }, -216],
  ])('refuses the header %j', async (headers, error) => {
    expect(await post({}, headers)).toMatchObject({ error });
  });

  it('refuses a token that has expired or was replaced with -220', async () => {
    world.later(26 * HOUR_MS);
    expect(await post({})).toMatchObject({ error: -220 });

    const fresh = world.simulator.initialTokens(world.account.oaId);
    expect(await post({}, { access_token: fresh.accessToken })).toMatchObject({ error: -201 });
    world.simulator.initialTokens(world.account.oaId);
    expect(await post({}, { access_token: fresh.accessToken })).toMatchObject({ error: -220 });
  });

  it('refuses a body without recipient, naming it', async () => {
    expect(await post({ message: { text: 'a' } })).toMatchObject({
      error: -201,
      message: 'recipient is invalid!',
    });
  });

  it.each([
    [47, 'charged', 0],
    [72, 'charged', 0],
    [72, 'no-account', -320],
    [72, 'no-money', -321],
    [169, 'charged', -230],
  ] as const)('%i hours after the last message (%s): %i', async (hours, after48Hours, error) => {
    const { userId } = await metResident(world);
    world.simulator.switches.after48Hours = after48Hours;
    world.later(hours * HOUR_MS);
    const { accessToken } = world.simulator.initialTokens(world.account.oaId);

    const body = { recipient: { user_id: userId }, message: { text: 'Chào' } };
    const answer = await post(body, { access_token: accessToken });

    expect(answer.error).toBe(error);
    expect(JSON.stringify(answer).includes('quota')).toBe(hours < 48);
  });

  it('lets nobody write to a stranger, to one who blocked, or, if so set, to a non-follower', async () => {
    const message = { text: 'Chào' };
    const stranger = { recipient: { user_id: '246845883529197922' }, message };
    expect(await post(stranger)).toMatchObject({ error: -232 });

    const resident = await metResident(world);
    const known = { recipient: { user_id: resident.userId }, message };
    world.simulator.switches.nonFollowers = 'refused';
    expect(await post(known)).toMatchObject({ error: -213 });
    await world.simulator.phone.do(resident, 'follow');
    expect(await post(known)).toMatchObject({ error: 0 });
    resident.hasBlocked = true;
    expect(await post(known)).toMatchObject({ error: -244 });
  });

  it('limits the requests of a minute', async () => {
    world.simulator.switches.ratePerMinute = 1;

    expect((await call('/v2.0/oa/getoa')).body.error).toBe(0);
    expect((await call('/v2.0/oa/getoa')).body.error).toBe(-32);
    world.later(60_000);
    expect((await call('/v2.0/oa/getoa')).body.error).toBe(0);
  });

  it('has shut the old message API, and knows no v3 upload', async () => {
    const old = await call('/v2.0/oa/message', { method: 'POST', body: '{}' });
    const upload = await fetch(`${world.account.openapiUrl}/v3.0/oa/upload/image`, {
      method: 'POST',
      headers: { access_token: token },
    });

    expect(old.body.error).toBe(-240);
    expect(upload.status).toBe(404);
  });

  it('forgets an upload after 7 days', async () => {
    const file = { name: 'a.png', contentType: 'image/png', bytes: Uint8Array.of(1) };
    const { attachmentId } = await world.client.uploadImage(world.account, file);
    world.later(8 * 24 * HOUR_MS);
    const { accessToken } = world.simulator.initialTokens(world.account.oaId);
    const { userId } = await metResident(world);
    const message = withMedia({ media_type: 'image', attachment_id: attachmentId });

    const answer = await post(
      { recipient: { user_id: userId }, message },
      { access_token: accessToken },
    );

    expect(answer.error).toBe(-100);
  });

  it('lists what was said, newest first and ten at most', async () => {
    const { userId } = await metResident(world);
    world.later(1000);
    await post({ recipient: { user_id: userId }, message: { text: 'Chào bạn' } });
    const list = (count: number) =>
      call(`/v2.0/oa/listrecentchat?data=${JSON.stringify({ offset: 0, count })}`);

    expect((await list(11)).body.error).toBe(-210);
    expect((await list(10)).body.data).toMatchObject([
      { src: 0, message: 'Chào bạn', to_id: userId },
      { src: 1, message: 'Xin chào', from_id: userId },
    ]);
  });

  it('logs the exchange without the token', async () => {
    await send({ text: 'Chào' });

    const [record] = world.simulator.log.api;
    expect(record).toMatchObject({
      path: '/v3.0/oa/message/cs',
      status: 200,
      headers: { access_token: '…' },
    });
    expect(JSON.stringify(world.simulator.log.api)).not.toContain(token);
  });
});

describe('the simulated OAuth', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => {
    world.close();
  });

  async function refresh(refreshToken: string, secret = world.account.appSecret) {
    const response = await fetch(`${world.account.oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: secret },
      body: new URLSearchParams({
        app_id: world.account.appId,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    });
    expect(response.status).toBe(200);
    return z.record(z.string(), z.unknown()).parse(await response.json());
  }

  it('takes a refresh token once, and prints its seconds as a string', async () => {
    const { refreshToken } = world.simulator.initialTokens(world.account.oaId);

    expect(await refresh(refreshToken)).toMatchObject({ expires_in: '90000' });
    const again = await refresh(refreshToken);
    expect(again).toMatchObject({ error: -14014, error_name: 'Invalid refresh token' });
    expect(again).not.toHaveProperty('message');
  });

  it('wants the App Secret in the header', async () => {
    const { refreshToken } = world.simulator.initialTokens(world.account.oaId);

    expect(await refresh(refreshToken, 'wrong')).not.toHaveProperty('access_token');
  });

  it('keeps tokens out of its log', async () => {
    const { refreshToken } = world.simulator.initialTokens(world.account.oaId);
    const grant = await refresh(refreshToken);

    const log = JSON.stringify(world.simulator.log.api);
    expect(log).not.toContain(refreshToken);
    expect(log).not.toContain(String(grant['access_token']));
  });
});
