import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { takeDroppedTokens } from '../../src/token-drop.ts';
import { cli } from '../helpers/cli.ts';
import { temporaryFolder } from '../helpers/program.ts';

const OA = '388613280878808645';
const ARGUMENTS = [
  ...['token', 'set', '--oa', OA],
  ...['--access-token', 'access-1', '--refresh-token', 'refresh-1'],
];
const HOUR = 3_600_000;

describe('setting the tokens of an official account', () => {
  it('puts them in the store, for as long as Zalo lets them live, and shows none of them', async () => {
    const DATA_DIR = await temporaryFolder();

    const { code, out } = await cli(ARGUMENTS, { env: { DATA_DIR } });
    const store = await openLowdbStore(DATA_DIR);
    const pair = await store.tokens.load(OA);
    await store.close();

    expect(code).toBe(0);
    expect(out).toContain(`Đã ghi token cho OA ${OA}`);
    expect(out).not.toMatch(/access-1|refresh-1/);
    expect(pair).toMatchObject({ oaId: OA, accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(pair?.accessExpiresAt.getTime()).toBeGreaterThan(Date.now() + 20 * HOUR);
    expect(pair?.refreshExpiresAt.getTime()).toBeGreaterThan(Date.now() + 80 * 24 * HOUR);
  });

  it('hands them to the program that is running, which alone may write', async () => {
    const DATA_DIR = await temporaryFolder();
    const running = await openLowdbStore(DATA_DIR);

    const { code, out } = await cli(ARGUMENTS, { env: { DATA_DIR } });
    const taken = await takeDroppedTokens(DATA_DIR, running.tokens);
    const pair = await running.tokens.load(OA);
    await running.close();

    expect(code).toBe(0);
    expect(out).toContain('sẽ nhận token');
    expect(taken).toEqual([OA]);
    expect(pair?.accessToken).toBe('access-1');
  });

  it('fails when one is missing, and tells how to give them', async () => {
    const { code, err } = await cli(['token', 'set', '--oa', OA, '--access-token', 'access-1']);

    expect(code).toBe(1);
    expect(err).toMatch(/^✖ Thiếu thông tin token\.\n→ Cách dùng: token set --oa/m);
    expect(err).not.toContain('access-1');
  });
});
