import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newSession } from '../../src/model/session.ts';
import { Forgettings } from '../../src/store/forgettings.ts';
import { makeBackup } from '../../src/store/lowdb/backup.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { restoreBackup } from '../../src/store/lowdb/restore.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { anEvent, aReport, aTurn, LAN, NOON } from './samples.ts';

const LATER = new Date(NOON.getTime() + 3_600_000);

/** A folder in which Lan has filed a report at noon, and the list beside its backups. */
async function lanHasReported() {
  const dataFolder = await temporaryFolder();
  const to = join(dataFolder, 'backups');
  const path = join(to, 'da-quen.ndjson');
  const open = async () => {
    const store = await openLowdbStore(dataFolder);
    onTestFinished(() => store.close());
    return store;
  };
  const store = await open();
  await store.receive(anEvent('e1'));
  await store.commitTurn(aTurn('e1', { ticket: aReport('e1') }));
  return { dataFolder, to, path, store, open, forgettings: new Forgettings(path) };
}

describe('who asked to be forgotten', () => {
  it('is forgotten again after an older backup was put back', async () => {
    const { dataFolder, to, store, open, forgettings } = await lanHasReported();
    const { path: backup } = await makeBackup({ dataFolder, to, now: NOON });
    await forgettings.note(LAN, LATER);
    await store.forget(LAN);
    await store.close();
    await restoreBackup({ backup, dataFolder, backups: to, now: LATER });
    const restored = await open();
    const hadBack = restored.ticketsOf(LAN).length;

    const forgotten = await forgettings.applyTo(restored);

    expect(hadBack).toBe(1);
    expect(forgotten).toBe(1);
    expect(restored.session(LAN)).toBeUndefined();
    expect(restored.ticketsOf(LAN)).toEqual([]);
    expect(restored.tickets()).toMatchObject([{ userId: '', reporter: { phone: undefined } }]);
  });

  it('is left alone when they came back by themselves', async () => {
    const { store, forgettings } = await lanHasReported();
    await forgettings.note(LAN, LATER);
    await store.forget(LAN);
    await store.commitTurn({ ...aTurn('e2'), session: newSession(LATER) });

    expect(await forgettings.applyTo(store)).toBe(0);
    expect(store.session(LAN)).toBeDefined();
  });

  it('is named by no number in the list, of which a half written line does no harm', async () => {
    const { path, store, forgettings } = await lanHasReported();
    await forgettings.note(LAN, LATER);
    await appendFile(path, '{"who":"ab');

    expect(await readFile(path, 'utf8')).not.toContain(LAN.userId);
    expect(await forgettings.applyTo(store)).toBe(1);
  });

  it('needs no list as long as nobody has asked', async () => {
    const { store, forgettings } = await lanHasReported();

    expect(await forgettings.applyTo(store)).toBe(0);
    expect(store.ticketsOf(LAN)).toHaveLength(1);
  });
});
