import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeHistory } from '../../src/knowledge/history.ts';
import { restoreVersion } from '../../src/knowledge/restore.ts';
import { newestVersions, readVersion, versionsOf } from '../../src/knowledge/versions.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { NOW, procedure } from '../helpers/build.ts';
import { temporaryFolder } from '../helpers/program.ts';
import { BIRTH, type Files, knowledgeFolder, NAM_DAN, save } from './folder.ts';

const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function openHistory(files: Files = {}) {
  const place = { root: await knowledgeFolder(files), folder: join(await temporaryFolder(), 'ls') };
  const errors: Error[] = [];
  let minutes = 0;
  const history = () =>
    new KnowledgeHistory({
      ...place,
      clock: () => minutesLater(minutes),
      onError: (error) => errors.push(error),
    });
  const first = history();
  /** Saves files a minute later and keeps them. */
  const saveAndKeep = async (changed: Files) => {
    minutes++;
    await save(place.root, changed);
    return first.keep();
  };
  const versions = (file = BIRTH) => versionsOf(place.folder, file);
  const standing = async () => readFile(join(place.root, BIRTH), 'utf8');
  return { place, errors, history, first, saveAndKeep, versions, standing };
}

describe('the history of the knowledge', () => {
  it('begins with every file as it is, byte for byte, under its time and content', async () => {
    const { place, first, versions, standing } = await openHistory();

    expect(await first.keep()).toBe(2);

    const [version] = await versions();
    expect(version?.name).toMatch(/^2026-11-21T09-00-00-[0-9a-f]{8}\.json$/);
    expect((await newestVersions(place.folder)).size).toBe(2);
    const path = join(place.folder, BIRTH, version?.name ?? '');
    expect(await readFile(path, 'utf8')).toBe(await standing());
  });

  it('keeps only what changed, also after a restart', async () => {
    const { first, history, saveAndKeep, versions } = await openHistory();
    await first.keep();

    expect(await first.keep()).toBe(0);
    expect(await history().keep()).toBe(0);
    expect(await saveAndKeep({ [BIRTH]: procedure({ shortName: 'Khai sinh' }) })).toBe(1);
    expect(await history().keep()).toBe(0);

    expect(await versions()).toHaveLength(2);
    expect(await versions(NAM_DAN)).toHaveLength(1);
  });

  it.each([
    ['half a file', '{"code": '],
    ['a record that breaks its schema', { ...procedure(), name: 5 }],
    ['a text in another encoding', Buffer.from(JSON.stringify(procedure()), 'latin1')],
  ])('keeps no version of %s', async (_, content) => {
    const { first, saveAndKeep, versions, place } = await openHistory();
    await first.keep();
    if (content instanceof Buffer) await writeFile(join(place.root, BIRTH), content);

    await saveAndKeep(content instanceof Buffer ? {} : { [BIRTH]: content });

    expect(await versions()).toHaveLength(1);
  });

  it('keeps neither drafts nor schemas', async () => {
    const { first, place } = await openHistory({
      'drafts/ho-tich/1.000001-nhap.json': procedure(),
      'schema/procedure.schema.json': {},
    });

    await first.keep();

    expect([...(await newestVersions(place.folder)).keys()].sort()).toEqual([NAM_DAN, BIRTH]);
  });

  it('remembers that a file was deleted, once, and that it came back', async () => {
    const { first, history, saveAndKeep, versions } = await openHistory();
    await first.keep();

    await saveAndKeep({ [BIRTH]: undefined });
    await history().keep();
    await saveAndKeep({ [BIRTH]: procedure() });

    const [before, deleted, back] = await versions();
    expect(deleted?.hash).toBeUndefined();
    expect(back?.hash).toBe(before?.hash);
  });

  it('sees a file that was moved away and back as it was', async () => {
    const { place, first, saveAndKeep, versions } = await openHistory();
    await first.keep();
    await rename(join(place.root, BIRTH), join(place.root, 'away'));
    await saveAndKeep({});
    await rename(join(place.root, 'away'), join(place.root, BIRTH));

    await saveAndKeep({});

    expect((await versions()).map(({ hash }) => hash === undefined)).toEqual([false, true, false]);
  });

  it('keeps the order of the versions when the clock was set back', async () => {
    const { place, first, versions } = await openHistory();
    await first.keep();
    const early = new KnowledgeHistory({
      ...place,
      clock: () => minutesLater(-90),
      onError: () => undefined,
    });
    await save(place.root, { [BIRTH]: procedure({ shortName: 'Bản sau' }) });

    await early.keep();

    const stamps = (await versions()).map(({ stamp }) => stamp);
    expect(stamps).toEqual(['2026-11-21T09-00-00', '2026-11-21T09-00-01']);
  });

  it('keeps a change once when two programs see it', async () => {
    const { first, history, saveAndKeep, versions } = await openHistory();
    const other = history();
    await first.keep();
    await other.keep();
    await saveAndKeep({ [BIRTH]: procedure({ shortName: 'Khai sinh' }) });

    await other.keep();

    expect(await versions()).toHaveLength(2);
  });

  it('says what it could not keep, and never fails the program', async () => {
    const { place, errors, first } = await openHistory();
    await mkdir(join(place.folder, 'procedures'), { recursive: true });
    await writeFile(join(place.folder, 'procedures/ho-tich'), 'a file where a folder must be');

    expect(await first.keep()).toBe(1);

    expect(errors).toMatchObject([{ hint: expect.stringContaining(place.folder) as string }]);
    expect(errors[0]).toBeInstanceOf(AppError);
  });

  it('says so, too, when the whole knowledge is out of reach', async () => {
    const { place, errors } = await openHistory();
    const lost = new KnowledgeHistory({
      root: `${place.root}-away`,
      folder: place.folder,
      clock: () => NOW,
      onError: (error) => errors.push(error),
    });

    expect(await lost.keep()).toBe(0);

    expect(errors).toHaveLength(1);
    expect(await newestVersions(place.folder)).toEqual(new Map());
  });

  it('leaves off when the program stops, and goes on at the next start', async () => {
    const { first, history } = await openHistory();

    const [kept] = await Promise.all([first.keep(), first.close()]);

    expect(kept + (await history().keep())).toBe(2);
  });
});

describe('a version put back', () => {
  it('is the file again, and what it replaced is kept', async () => {
    const { place, first, saveAndKeep, versions, standing, history } = await openHistory();
    const original = await standing();
    await first.keep();
    await saveAndKeep({ [BIRTH]: procedure({ shortName: 'Sai rồi' }) });
    const [wanted] = await versions();
    await save(place.root, { [BIRTH]: procedure({ shortName: 'Chưa kịp lưu' }) });

    if (wanted === undefined) throw new Error('nothing was kept');
    await restoreVersion(place, { file: BIRTH, version: wanted, now: minutesLater(5) });

    expect(await standing()).toBe(original);
    await history().keep();
    expect(await versions()).toHaveLength(4);
    expect((await versions()).at(-1)?.hash).toBe(wanted.hash);
  });

  it('does not lose a broken text that somebody was working on', async () => {
    const { place, first, versions } = await openHistory();
    await first.keep();
    await save(place.root, { [BIRTH]: '{"code": "1.001193", "na' });
    const [version] = await versions();

    if (version === undefined) throw new Error('nothing was kept');
    const { brokenCopy } = await restoreVersion(place, { file: BIRTH, version, now: NOW });

    expect(await readFile(brokenCopy ?? '', 'utf8')).toContain('"na');
    expect(await versions()).toHaveLength(1);
  });

  it('brings a deleted file back, but the deletion itself is no content', async () => {
    const { place, first, saveAndKeep, versions, standing } = await openHistory();
    await first.keep();
    await saveAndKeep({ [BIRTH]: undefined });
    const [before, deleted] = await versions();

    if (before === undefined || deleted === undefined) throw new Error('nothing was kept');
    await expect(readVersion(place.folder, BIRTH, deleted)).rejects.toThrow(AppError);
    await restoreVersion(place, { file: BIRTH, version: before, now: NOW });

    expect(await standing()).toContain('1.001193');
  });

  it('is refused when the copy was damaged', async () => {
    const { place, first, versions, standing } = await openHistory();
    await first.keep();
    const [version] = await versions();
    if (version === undefined) throw new Error('nothing was kept');
    await writeFile(join(place.folder, BIRTH, version.name), '{"co');

    const restoring = restoreVersion(place, { file: BIRTH, version, now: NOW });

    await expect(restoring).rejects.toThrow(/hỏng/);
    expect(await standing()).toContain('1.001193');
  });
});
