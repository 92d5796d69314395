import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../src/lib/app-error.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import { dropToken, takeDroppedTokens } from '../src/token-drop.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { aTokenPair } from './store/samples.ts';

async function openVault() {
  const folder = await temporaryFolder();
  const store = await openLowdbStore(folder);
  onTestFinished(() => store.close());
  return { folder, drop: join(folder, 'token-moi'), vault: store.tokens };
}

describe('tokens left for the running program', () => {
  it('are taken in once, and no copy stays on the disk', async () => {
    const { folder, drop, vault } = await openVault();
    const [first, second] = [aTokenPair({ oaId: '111' }), aTokenPair({ oaId: '222' })];
    await dropToken(folder, first);
    await dropToken(folder, second);

    const taken = await takeDroppedTokens(folder, vault);

    expect(taken.sort()).toEqual(['111', '222']);
    expect(await vault.load('111')).toEqual(first);
    expect(await vault.load('222')).toEqual(second);
    expect(await readdir(drop)).toEqual([]);
    expect(await takeDroppedTokens(folder, vault)).toEqual([]);
  });

  it('are the newest when two were left for one account', async () => {
    const { folder, vault } = await openVault();
    await dropToken(folder, aTokenPair());
    await dropToken(folder, aTokenPair({ accessToken: 'newer' }));

    await takeDroppedTokens(folder, vault);

    expect(await vault.load(aTokenPair().oaId)).toMatchObject({ accessToken: 'newer' });
  });

  it('are left alone while they are still being written', async () => {
    const { folder, drop, vault } = await openVault();
    await mkdir(drop);
    await writeFile(join(drop, '111.json.part'), '{"oaId": "1');

    expect(await takeDroppedTokens(folder, vault)).toEqual([]);
    expect(await readdir(drop)).toEqual(['111.json.part']);
  });

  it('are not held up by a damaged file, which is named with the way out', async () => {
    const { folder, drop, vault } = await openVault();
    const pair = aTokenPair({ oaId: '222' });
    await dropToken(folder, pair);
    await writeFile(join(drop, '111.json'), '');

    const taking = takeDroppedTokens(folder, vault);

    await expect(taking).rejects.toThrow(AppError);
    await expect(taking).rejects.toMatchObject({
      message: expect.stringContaining('111.json') as string,
      hint: expect.stringContaining('token set') as string,
    });
    expect(await vault.load('222')).toEqual(pair);
  });

  it('are none when nothing was ever left', async () => {
    const { folder, vault } = await openVault();

    expect(await takeDroppedTokens(folder, vault)).toEqual([]);
  });
});
