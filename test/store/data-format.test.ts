import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bringUpToDate, type Migration } from '../../src/store/lowdb/data-format.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { firstRelease, FIRST_TICKET } from './first-release.ts';
import { LAN } from './samples.ts';

/** A step that notes its name in a file of the folder. */
function step(what: string): Migration {
  const run = async (folder: string) => {
    const before = await readFile(join(folder, 'steps'), 'utf8').catch(() => '');
    await writeFile(join(folder, 'steps'), `${before}${what} `);
  };
  return { what, run };
}

describe("the first release's data folder", () => {
  it('opens today with everything in it', async () => {
    const store = await openLowdbStore(await firstRelease());
    onTestFinished(() => store.close());

    expect(store.tickets()).toMatchObject([
      { code: FIRST_TICKET, version: 1, channel: 'zalo', standing: 'official', timeline: [] },
    ]);
    expect(store.session(LAN)).toMatchObject({ step: 'idle' });
    expect(store.waitingEvents()).toMatchObject([{ eventId: 'e2' }]);
    expect(await store.tokens.load(LAN.oaId)).toMatchObject({ accessToken: 'access-1' });
  });

  it('goes through every step once, in order, and a copy of it stays', async () => {
    const folder = await firstRelease();
    const before = (await readdir(folder)).sort();

    await bringUpToDate(folder, [step('one'), step('two')]);
    await bringUpToDate(folder, [step('one'), step('two'), step('three')]);

    expect(await readFile(join(folder, 'steps'), 'utf8')).toBe('one two three ');
    expect((await readdir(join(folder, 'truoc-nang-cap-dang-1'))).sort()).toEqual(before);
  });

  it('takes up where a cut-off step left it', async () => {
    const folder = await firstRelease();
    const failing = { what: 'two', run: () => Promise.reject(new Error('power cut')) };
    await expect(bringUpToDate(folder, [step('one'), failing])).rejects.toThrow('power cut');

    await bringUpToDate(folder, [step('one'), step('two')]);

    expect(await readFile(join(folder, 'steps'), 'utf8')).toBe('one two ');
  });
});

describe('a new data folder', () => {
  it('needs no step', async () => {
    const folder = await temporaryFolder();

    await bringUpToDate(folder, [step('one')]);

    expect(await readdir(folder)).toEqual(['format.json']);
  });

  it('of a newer program is refused, naming both forms and the way out', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'format.json'), '{"version":7}');

    await expect(openLowdbStore(folder)).rejects.toMatchObject({
      message: expect.stringMatching(/dạng 7.*dạng 1/) as string,
      hint: expect.stringContaining('bản mới') as string,
    });
    expect(await readdir(folder)).toEqual(['format.json']);
  });
});
