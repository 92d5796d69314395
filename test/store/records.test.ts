import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { type Change, Records } from '../../src/store/lowdb/records.ts';
import { StoreBusyError } from '../../src/store/condition.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { aQuestion } from './samples.ts';

const FILE = 'question-0001.json';

async function open(folder: string): Promise<Records> {
  const records = await Records.open(folder);
  onTestFinished(() => records.close());
  return records;
}

function keep(id: string, text = `câu hỏi ${id}`): Change {
  return { table: 'question', key: id, value: aQuestion(id, { text }) };
}

function idsIn({ tables }: Records): string[] {
  return [...tables.question.values()].map(({ id }) => id);
}

describe('the data folder', () => {
  it('is made when it is not there yet', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'data');

    const records = await open(folder);

    expect(idsIn(records)).toEqual([]);
  });

  it('moves the journal into files that can be read, and deletes journals but the last', async () => {
    const folder = await temporaryFolder();
    const records = await open(folder);
    await records.commit([keep('q1')]);
    await records.snapshot();
    await records.commit([keep('q2')]);

    await records.snapshot();

    expect((await readdir(folder)).sort()).toEqual([
      'format.json',
      'journal-000002.ndjson',
      'journal-000003.ndjson',
      'lock',
      FILE,
      `${FILE}.bak`,
    ]);
    expect(await readFile(join(folder, 'journal-000003.ndjson'), 'utf8')).toBe('');
    expect(await readFile(join(folder, FILE), 'utf8')).toContain('câu hỏi q2');
  });

  it('reads several journals in order when a crash came before they were moved', async () => {
    const folder = await temporaryFolder();
    const records = await open(folder);
    await records.commit([keep('q1', 'first words')]);
    await records.close();
    await rm(join(folder, FILE));
    const first = await journalOf(keep('q1', 'older'), keep('q2'));
    const second = await journalOf(keep('q1', 'newer'));
    await writeFile(join(folder, 'journal-000007.ndjson'), first);
    await writeFile(join(folder, 'journal-000010.ndjson'), second);

    const again = await open(folder);

    expect(idsIn(again)).toEqual(['q1', 'q2']);
    expect(again.tables.question.get('q1')?.text).toBe('newer');
  });

  it('does not mind a journal that speaks of a table it does not know', async () => {
    const folder = await temporaryFolder();
    const journal = (await journalOf(keep('q1'))) + sealed('[["weather","w1",{"rain":true}]]');
    await writeFile(join(folder, 'journal-000001.ndjson'), journal);

    expect(idsIn(await open(folder))).toEqual(['q1']);
  });

  it('keeps 5,000 records in three files, none above 2,000', async () => {
    const folder = await temporaryFolder();
    const ids = Array.from({ length: 5000 }, (_, i) => `q${i}`);
    const records = await Records.open(folder);
    await records.commit(ids.map((id) => keep(id)));
    await records.close();

    const files = (await readdir(folder)).filter((name) => name.startsWith('question-')).sort();
    const sizes = await Promise.all(files.map((name) => recordsIn(join(folder, name))));

    expect(files).toEqual(['question-0001.json', 'question-0002.json', 'question-0003.json']);
    expect(sizes).toEqual([2000, 2000, 1000]);
    expect(idsIn(await open(folder))).toEqual(ids);
  });

  it('loses nothing of a file that holds more records than it would put there itself', async () => {
    const folder = await temporaryFolder();
    const ids = Array.from({ length: 2500 }, (_, i) => `q${i}`);
    const all = Object.fromEntries(ids.map((id) => [id, aQuestion(id)]));
    await writeFile(join(folder, FILE), JSON.stringify(all));
    const records = await Records.open(folder);
    await records.commit([keep('q0', 'changed')]);
    await records.close();

    const again = await open(folder);

    expect(idsIn(again)).toHaveLength(2500);
  });

  it('takes a file that an editor saved with a byte order mark', async () => {
    const folder = await temporaryFolder();
    const text = JSON.stringify({ q1: aQuestion('q1') });
    await writeFile(join(folder, FILE), `\uFEFF${text}`);

    expect(idsIn(await open(folder))).toEqual(['q1']);
  });

  it.each([
    ['is cut off', '{"q1": {"id": "q1", "commu'],
    ['is empty', ''],
    ['is full of zeros', '\0'.repeat(64)],
    ['is the text null', 'null'],
    ['is a list', '[]'],
    ['has a record without its date', '{"q1":{"id":"q1"}}'],
    ['has a record that is null', '{"q1":null}'],
  ])('is refused when a file %s, naming the file and the way out', async (_, text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, FILE), text);

    const opening = Records.open(folder);

    await expect(opening).rejects.toThrow(AppError);
    await expect(opening).rejects.toMatchObject({
      message: expect.stringContaining(FILE) as string,
      hint: expect.stringContaining('sao lưu') as string,
    });
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
  });

  it.each([
    ['is cut off', '{"q1": {"id": "q1", "commu'],
    ['is empty', ''],
    ['is full of zeros', '\0'.repeat(64)],
    ['is the text null', 'null'],
    ['is gone', undefined],
  ])('loses nothing when the file written last %s, and says so', async (_, text) => {
    const folder = await temporaryFolder();
    const first = await Records.open(folder);
    await first.commit([keep('q1'), keep('q2', 'before')]);
    await first.close();
    const second = await Records.open(folder);
    await second.commit([keep('q2', 'after'), keep('q3')]);
    await second.close();
    if (text === undefined) await rm(join(folder, FILE));
    else await writeFile(join(folder, FILE), text);

    const records = await open(folder);

    expect(idsIn(records)).toEqual(['q1', 'q2', 'q3']);
    expect(records.tables.question.get('q2')?.text).toBe('after');
    expect(records.condition.damages).toEqual([expect.stringContaining(FILE) as string]);
    const aside = (await readdir(folder)).filter((name) => name.includes('.hong-'));
    expect(aside).toHaveLength(text === undefined ? 0 : 1);
  });

  it('writes the repaired file anew, so that the next start has nothing to say', async () => {
    const folder = await temporaryFolder();
    for (const id of ['q1', 'q2']) {
      const records = await Records.open(folder);
      await records.commit([keep(id)]);
      await records.close();
    }
    await writeFile(join(folder, FILE), 'null');
    await (await Records.open(folder)).close();

    const records = await open(folder);

    expect(idsIn(records)).toEqual(['q1', 'q2']);
    expect(records.condition.damages).toEqual([]);
  });

  it('clears away what a kill left half written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, `${FILE}.new`), '{"q1":');
    await writeFile(join(folder, `${FILE}.bak.new`), '{"q1":');

    await open(folder);

    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('is read by nobody but the program', async () => {
    const folder = await temporaryFolder();
    const records = await Records.open(folder);
    await records.commit([keep('q1')]);
    await records.close();

    const data = (await readdir(folder)).filter((name) => /^(?:journal|question)-/.test(name));
    const modes = await Promise.all(
      data.map(async (name) => (await stat(join(folder, name))).mode & 0o777),
    );

    expect(modes.map((mode) => mode.toString(8))).toEqual(data.map(() => '600'));
  });

  it('drops the files of records that are gone, but not the last', async () => {
    const folder = await temporaryFolder();
    const ids = Array.from({ length: 4500 }, (_, i) => `q${i}`);
    const records = await Records.open(folder);
    await records.commit(ids.map((id) => keep(id)));
    await records.snapshot();
    const gone = ids.slice(0, 4100);
    await records.commit(gone.map((key): Change => ({ table: 'question', key, value: null })));
    await records.close();

    const files = (await readdir(folder)).filter((name) => /^question-\d+\.json$/.test(name));

    expect(files).toEqual(['question-0003.json']);
    expect(idsIn(await open(folder))).toEqual(ids.slice(4100));
  });

  it('counts a write that was cut short, and says that no file was damaged', async () => {
    const folder = await temporaryFolder();
    const journal = await journalOf(keep('q1'));
    await writeFile(join(folder, 'journal-000001.ndjson'), `${journal}0123456789abcdef\t[["qu`);

    const records = await open(folder);

    expect(idsIn(records)).toEqual(['q1']);
    expect(records.condition).toMatchObject({ state: 'writing', tornBatches: 1, damages: [] });
  });

  it('lets in no more than the disk can take, at once and with a kind word', async () => {
    const records = await open(await temporaryFolder());
    const ids = Array.from({ length: 5200 }, (_, i) => `q${i}`);

    const kept = ids.map((id) => records.commit([keep(id)]));

    expect(() => {
      records.refuseWhenBusy();
    }).toThrow(StoreBusyError);
    await Promise.all(kept);
    records.refuseWhenBusy();
    expect(idsIn(records)).toHaveLength(5200);
  });

  it('still holds everything after a snapshot that could not be written', async () => {
    const folder = await temporaryFolder();
    const records = await Records.open(folder);
    await records.commit([keep('q1')]);
    await mkdir(join(folder, `${FILE}.new`)); // in the way of the file
    await expect(records.snapshot()).rejects.toThrow();
    await rm(join(folder, `${FILE}.new`), { recursive: true });

    await records.close();

    expect(idsIn(await open(folder))).toEqual(['q1']);
  });

  it('stays open for writing while it cannot move a full journal', async () => {
    const folder = await temporaryFolder();
    const records = await open(folder);
    await mkdir(join(folder, `${FILE}.new`));
    onTestFinished(() => rm(join(folder, `${FILE}.new`), { recursive: true }));
    const long = 'dài '.repeat(300_000);
    for (const id of ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7']) {
      await records.commit([keep(id, long)]);
    }
    await sleep(100); // the move that began by itself fails behind everybody's back

    await records.commit([keep('q8')]);

    expect(idsIn(records)).toHaveLength(8);
  });
});

/** The text of a journal that holds these changes. */
async function journalOf(...changes: Change[]): Promise<string> {
  const folder = await temporaryFolder();
  const records = await Records.open(folder);
  for (const change of changes) await records.commit([change]);
  const text = await readFile(join(folder, 'journal-000001.ndjson'), 'utf8');
  await records.close();
  return text;
}

function sealed(line: string): string {
  return `${createHash('sha256').update(line).digest('hex').slice(0, 16)}\t${line}\n`;
}

async function recordsIn(path: string): Promise<number> {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'));
  return typeof content === 'object' && content !== null ? Object.keys(content).length : 0;
}
