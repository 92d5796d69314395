import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, startWorld, type World } from '../simulator/world.ts';

const DAY_MS = 24 * HOUR_MS;

describe('access tokens', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => {
    world.close();
  });

  const refreshes = () =>
    world.simulator.log.api.filter(({ path }) => path.includes('access_token'));
  const stored = async () => (await world.vault.load(world.account.oaId))?.accessToken;

  it('are handed out as stored while more than half their life is left', async () => {
    world.later(12 * HOUR_MS);

    expect(await world.tokens.accessToken(world.account)).toBe(await stored());
    expect(refreshes()).toHaveLength(0);
  });

  it('are refreshed behind the caller’s back after half their life', async () => {
    const old = await stored();
    world.later(13 * HOUR_MS);

    expect(await world.tokens.accessToken(world.account)).toBe(old);
    await expect.poll(stored).not.toBe(old);
    expect(await world.tokens.accessToken(world.account)).toBe(await stored());
    expect(refreshes()).toHaveLength(1);
  });

  it('are refreshed before use once they have expired', async () => {
    const old = await stored();
    world.later(26 * HOUR_MS);

    const token = await world.tokens.accessToken(world.account);

    expect(token).not.toBe(old);
    expect(token).toBe(await stored());
  });

  it('cost one request however many callers find them stale', async () => {
    const stale = (await stored()) ?? '';
    const callers = Array.from({ length: 100 }, () => world.tokens.refresh(world.account, stale));

    const tokens = new Set(await Promise.all(callers));

    expect(tokens).toEqual(new Set([await stored()]));
    expect(refreshes()).toHaveLength(1);
    expect(world.vault.saves).toBe(1);
  });

  it('are not refreshed for a caller whose token was replaced meanwhile', async () => {
    expect(await world.tokens.refresh(world.account, 'long gone')).toBe(await stored());
    expect(refreshes()).toHaveLength(0);
  });

  it.each(['error-body', 'http-500'] as const)(
    'stay as they are when refreshing fails (%s)',
    async (refresh) => {
      const before = await world.vault.load(world.account.oaId);
      world.simulator.switches.refresh = refresh;

      await expect(
        world.tokens.refresh(world.account, before?.accessToken ?? ''),
      ).rejects.toThrow();
      expect(await world.vault.load(world.account.oaId)).toEqual(before);
      expect(world.vault.saves).toBe(0);
    },
  );

  it('fail once for all who wait on the same refresh, and report nothing twice', async () => {
    world.simulator.switches.refresh = 'error-body';
    const stale = (await stored()) ?? '';
    const callers = Array.from({ length: 100 }, () => world.tokens.refresh(world.account, stale));

    const outcomes = await Promise.allSettled(callers);

    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(refreshes()).toHaveLength(1);
  });

  it('are used only after they are saved, and a pair that could not be saved is kept', async () => {
    const stale = (await stored()) ?? '';
    world.vault.failing = true;
    await expect(world.tokens.refresh(world.account, stale)).rejects.toThrow('disk full');
    expect(await stored()).toBe(stale);

    world.vault.failing = false;
    const token = await world.tokens.accessToken(world.account);

    expect(token).not.toBe(stale);
    expect(token).toBe(await stored());
    expect(refreshes()).toHaveLength(1);
    expect(await world.client.oaInfo(world.account)).toMatchObject({ type: 4 });
  });

  it('pause after a failed refresh ahead of time, which is reported', async () => {
    world.simulator.switches.refresh = 'http-500';
    world.later(13 * HOUR_MS);
    await world.tokens.accessToken(world.account);
    await expect.poll(() => world.reported.length).toBe(1);

    await world.tokens.accessToken(world.account);
    expect(refreshes()).toHaveLength(1);

    world.later(HOUR_MS);
    await world.tokens.accessToken(world.account);
    await expect.poll(() => refreshes().length).toBe(2);
  });

  it('tell the operator what to do when there are none', async () => {
    world.vault.remove(world.account.oaId);

    await expect(world.tokens.accessToken(world.account)).rejects.toMatchObject({
      hint: expect.stringContaining('token') as string,
    });
  });
});

describe('the state of the tokens', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => {
    world.close();
  });

  it.each([
    [0, { state: 'ok', days: 90, message: 'Còn 90 ngày trước khi phải cấp quyền lại.' }],
    [80, { state: 'expiring', days: 10 }],
    [91, { state: 'dead', days: 0 }],
  ])('is told %i days after they were given', async (days, expected) => {
    const now = new Date(world.clock().getTime() + days * DAY_MS);

    expect(await world.tokens.status(world.account, now)).toMatchObject(expected);
  });

  it('is missing without tokens', async () => {
    world.vault.remove(world.account.oaId);

    expect(await world.tokens.status(world.account, world.clock())).toMatchObject({
      state: 'missing',
    });
  });

  it('is dead as soon as Zalo refuses the refresh token', async () => {
    world.simulator.initialTokens(world.account.oaId); // granted elsewhere: ours is void
    const stale = (await world.vault.load(world.account.oaId))?.accessToken ?? '';

    await expect(world.tokens.refresh(world.account, stale)).rejects.toMatchObject({
      code: -14014,
      action: 'stop',
    });
    expect(await world.tokens.status(world.account, world.clock())).toMatchObject({
      state: 'dead',
    });
  });
});
