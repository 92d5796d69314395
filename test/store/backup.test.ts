import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../src/lib/log.ts';
import { NightlyBackup } from '../../src/nightly-backup.ts';
import { makeBackup } from '../../src/store/lowdb/backup.ts';
import { FolderInUseError } from '../../src/store/lowdb/lock.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { type Change, Records } from '../../src/store/lowdb/records.ts';
import { restoreBackup } from '../../src/store/lowdb/restore.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { anEvent, aQuestion, aReport, aTurn, LAN, NOON } from './samples.ts';

/** A data folder with one report and one event that waits. */
async function someData(): Promise<{ dataFolder: string; to: string }> {
  const dataFolder = await temporaryFolder();
  const store = await openLowdbStore(dataFolder);
  await store.receive(anEvent('e1'));
  await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
  await store.close();
  const again = await openLowdbStore(dataFolder);
  await again.receive(anEvent('e2'));
  onTestFinished(() => again.close());
  return { dataFolder, to: join(dataFolder, 'backups') };
}

/** What a store in a folder holds, in short. */
async function holdings(folder: string) {
  const store = await openLowdbStore(folder);
  const held = {
    tickets: store.tickets().map(({ code }) => code),
    waiting: store.waitingEvents().map(({ eventId }) => eventId),
    step: store.session(LAN)?.step,
  };
  await store.close();
  return held;
}

const EVERYTHING = { tickets: ['ND-2611-0001'], waiting: ['e2'], step: 'idle' };

describe('a backup', () => {
  it('made while the program runs can be put in the place of a folder that was lost', async () => {
    const { dataFolder, to } = await someData();
    const { path, manifest } = await makeBackup({ dataFolder, to, now: NOON });
    const lost = await temporaryFolder();

    await restoreBackup({ backup: path, dataFolder: lost, backups: to, now: NOON });

    expect(path).toBe(join(to, '2026-11-21-120000'));
    expect(manifest.records).toMatchObject({ ticket: 1, inbox: 2, session: 1 });
    expect(await holdings(lost)).toEqual(EVERYTHING);
    expect((await readdir(lost)).filter((name) => name.startsWith('dang-'))).toEqual([]);
  });

  it('holds pictures and other files of the folder, but no other backups', async () => {
    const { dataFolder, to } = await someData();
    await mkdir(join(dataFolder, 'pictures/2026'), { recursive: true });
    await writeFile(join(dataFolder, 'pictures/2026/a.jpg'), 'a picture');
    await makeBackup({ dataFolder, to, now: new Date(NOON.getTime() - 60_000) });

    const { manifest } = await makeBackup({ dataFolder, to, now: NOON });

    const paths = manifest.files.map(({ path }) => path);
    expect(paths).toContain(join('pictures', '2026', 'a.jpg'));
    expect(paths.filter((path) => /backups|lock|\.bak/.test(path))).toEqual([]);
  });

  it('holds all that was kept before it began, however fast the program writes meanwhile', async () => {
    const dataFolder = await temporaryFolder();
    const to = await temporaryFolder();
    const records = await Records.open(dataFolder);
    let kept = 0;
    const over = new AbortController();
    const writing = (async () => {
      while (!over.signal.aborted) {
        const key = `q${kept}`;
        const change: Change = { table: 'question', key, value: aQuestion(key) };
        await records.commit([change]);
        kept++;
        if (kept % 100 === 0) await records.snapshot();
      }
    })();
    const found: { before: number; inBackup: number | undefined }[] = [];
    for (let i = 0; i < 10; i++) {
      const before = kept;
      const now = new Date(NOON.getTime() + i * 1000);
      const { manifest } = await makeBackup({ dataFolder, to, now });
      found.push({ before, inBackup: manifest.records['question'] });
    }
    over.abort();
    await writing;
    await records.close();

    expect(found.filter(({ before, inBackup = -1 }) => inBackup < before)).toEqual([]);
    expect(await readdir(to)).toHaveLength(1); // of one day, the newest stays
  });

  it('that was damaged is refused before anything is touched', async () => {
    const { dataFolder, to } = await someData();
    const { path } = await makeBackup({ dataFolder, to, now: NOON });
    await writeFile(join(path, 'ticket-0001.json'), '{}');
    const target = await temporaryFolder();

    const restoring = restoreBackup({ backup: path, dataFolder: target, backups: to, now: NOON });

    await expect(restoring).rejects.toThrow('ticket-0001.json');
    expect(await readdir(target)).toEqual([]);
  });

  it('is not made of damaged data, and leaves nothing half done behind', async () => {
    const dataFolder = await temporaryFolder();
    await writeFile(join(dataFolder, 'question-0001.json'), '{"q1":');
    const to = await temporaryFolder();

    await expect(makeBackup({ dataFolder, to, now: NOON })).rejects.toThrow('question-0001.json');

    expect(await readdir(to)).toEqual([]);
  });
});

describe('a restore', () => {
  it('is refused while a program has the data', async () => {
    const { dataFolder, to } = await someData();
    const { path } = await makeBackup({ dataFolder, to, now: NOON });
    await writeFile(join(dataFolder, 'lock'), '1'); // process 1 always runs

    const restoring = restoreBackup({ backup: path, dataFolder, backups: to, now: NOON });

    await expect(restoring).rejects.toThrow(FolderInUseError);
  });

  it('keeps aside what it replaces', async () => {
    const { dataFolder, to } = await someData();
    const { path } = await makeBackup({ dataFolder, to: await temporaryFolder(), now: NOON });
    const target = await temporaryFolder();
    const store = await openLowdbStore(target);
    await store.receive(anEvent('newer'));
    await store.close();

    const options = { backup: path, dataFolder: target, backups: to, now: NOON };
    const { aside } = await restoreBackup(options);

    expect(await holdings(target)).toEqual(EVERYTHING);
    expect((await holdings(aside)).waiting).toEqual(['newer']);
  });

  it('that was cut off half way is not taken for data, and can be run again', async () => {
    const { dataFolder, to } = await someData();
    const { path } = await makeBackup({ dataFolder, to, now: NOON });
    const target = await temporaryFolder();
    await mkdir(join(target, 'dang-khoi-phuc'));
    await expect(openLowdbStore(target)).rejects.toMatchObject({
      hint: expect.stringContaining('restore') as string,
    });

    await restoreBackup({ backup: path, dataFolder: target, backups: to, now: NOON });

    expect(await holdings(target)).toEqual(EVERYTHING);
  });
});

describe('the nightly backup', () => {
  async function nightly(times: readonly string[]) {
    const { dataFolder, to } = await someData();
    let now = NOON;
    const errors: string[] = [];
    const log = { ...silentLog, error: (_: unknown, message: string) => errors.push(message) };
    const backup = new NightlyBackup({ dataFolder, to, clock: () => now, log });
    for (const time of times) {
      now = new Date(time);
      await backup.backUpWhenDue();
    }
    return { backup, to, errors };
  }

  it('is made once a day, from two at night on', async () => {
    const { backup, to } = await nightly([
      '2026-11-30T01:50:00+07:00',
      '2026-11-30T02:00:00+07:00',
      '2026-11-30T02:10:00+07:00',
      '2026-11-30T23:00:00+07:00',
      '2026-12-01T08:10:00+07:00',
    ]);

    expect(await readdir(to)).toEqual(['2026-11-30-020000', '2026-12-01-081000']);
    expect(await backup.lastAt()).toEqual(new Date('2026-12-01T08:10:00+07:00'));
  });

  it('is made again when the clock, which had run ahead, is set right', async () => {
    const { to } = await nightly(['2027-03-01T03:00:00+07:00', '2026-11-30T03:00:00+07:00']);

    expect(await readdir(to)).toEqual(['2026-11-30-030000', '2027-03-01-030000']);
  });

  it('tells the operator when it could not be made, and leaves the program alone', async () => {
    const dataFolder = await temporaryFolder();
    await writeFile(join(dataFolder, 'question-0001.json'), 'null');
    const errors: string[] = [];
    const log = { ...silentLog, error: (_: unknown, message: string) => errors.push(message) };
    const to = join(dataFolder, 'backups');

    const backup = new NightlyBackup({ dataFolder, to, clock: () => NOON, log });
    await backup.backUpWhenDue();

    expect(errors).toEqual(['backup not made']);
    expect(backup.failure).toContain('question-0001.json');
    expect(await readFile(join(dataFolder, 'question-0001.json'), 'utf8')).toBe('null');
    await rm(to, { recursive: true });
  });
});
