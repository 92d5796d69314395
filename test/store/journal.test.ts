import { appendFile, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { Journal } from '../../src/store/lowdb/journal.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

async function journalWith(...lines: string[]): Promise<string> {
  const path = join(await temporaryFolder(), 'journal.ndjson');
  const { journal } = await Journal.open(path);
  for (const line of lines) await journal.append(line);
  await journal.close();
  return path;
}

async function linesOf(path: string): Promise<string[]> {
  const { journal, lines } = await Journal.open(path);
  await journal.close();
  return lines;
}

describe('the journal', () => {
  it('gives back every line in order, whatever letters are in it', async () => {
    const path = await journalWith('khai sinh', '', '{"a":"dấu\\t\\"ngoặc\\""}', '👨‍👩‍👧 tab\there');

    expect(await linesOf(path)).toEqual([
      'khai sinh',
      '',
      '{"a":"dấu\\t\\"ngoặc\\""}',
      '👨‍👩‍👧 tab\there',
    ]);
  });

  it('keeps a thousand lines that come side by side, in the order they came', async () => {
    const path = await journalWith();
    const { journal } = await Journal.open(path);
    const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}`);

    await Promise.all(lines.map((line) => journal.append(line)));
    await journal.close();

    expect(await linesOf(path)).toEqual(lines);
  });

  it('has a line on disk before it says that it is kept', async () => {
    const path = await journalWith();
    const { journal } = await Journal.open(path);

    await journal.append('promised');
    const onDisk = await readFile(path, 'utf8');
    await journal.close();

    expect(onDisk).toContain('\tpromised\n');
  });

  it('finishes what it took in before it closes', async () => {
    const path = await journalWith();
    const { journal } = await Journal.open(path);

    const kept = journal.append('last words');
    await journal.close();
    await kept;

    expect(await linesOf(path)).toEqual(['last words']);
  });

  it.each([1, 5, 17, 20])('drops a last line that lost its last %i bytes', async (bytes) => {
    const path = await journalWith('first', 'second', 'torn');
    const { size } = await stat(path);
    await truncate(path, size - bytes);

    expect(await linesOf(path)).toEqual(['first', 'second']);
  });

  it('drops what a power cut left behind the last line, and writes on cleanly', async () => {
    const path = await journalWith('first');
    await appendFile(path, Buffer.alloc(512));

    const { journal, lines } = await Journal.open(path);
    await journal.append('second');
    await journal.close();

    expect(lines).toEqual(['first']);
    expect(await linesOf(path)).toEqual(['first', 'second']);
  });

  it('drops a last line whose letters changed', async () => {
    const path = await journalWith('first', 'second');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('second', 'secund'));

    expect(await linesOf(path)).toEqual(['first']);
  });

  it('is refused when a line before the last is damaged, naming the file and the way out', async () => {
    const path = await journalWith('first', 'second', 'third');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('second', 'secund'));

    const opening = Journal.open(path);

    await expect(opening).rejects.toThrow(AppError);
    await expect(opening).rejects.toMatchObject({
      message: expect.stringContaining(path) as string,
      hint: expect.stringContaining('bản sao lưu') as string,
    });
    expect(await readFile(path, 'utf8')).toContain('secund'); // nothing was cut away
  });

  it('refuses to write once it is closed, and says what to look at', async () => {
    const path = await journalWith('first');
    const { journal } = await Journal.open(path);
    await journal.close();

    await expect(journal.append('too late')).rejects.toMatchObject({
      message: expect.stringContaining(path) as string,
      hint: expect.stringContaining('ổ đĩa') as string,
    });
    expect(await linesOf(path)).toEqual(['first']);
  });

  it('drops lines that were flushed together as one when the last of them changed', async () => {
    const path = await journalWith('first');
    const { journal } = await Journal.open(path);
    await Promise.all(['second', 'third', 'fourth'].map((line) => journal.append(line)));
    await journal.close();
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('third', 'thurd'));

    // "second" was written by itself, before the others came.
    expect(await linesOf(path)).toEqual(['first', 'second']);
  });

  it('writes nothing more once the disk did not flush, for the next flush may lie', async () => {
    const path = await journalWith('first');
    const written: string[] = [];
    const { journal } = await Journal.open(path, async () => {
      const file = await open(path, 'a');
      return {
        appendFile: (data) => {
          written.push(String(data));
          return file.appendFile(data);
        },
        datasync: () => Promise.reject(new Error('EIO: i/o error, fdatasync')),
        truncate: (size) => file.truncate(size),
        close: () => file.close(),
      };
    });

    const answers = await Promise.allSettled([journal.append('lost'), journal.append('later')]);
    await journal.close();

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(journal.isBroken).toBe(true);
    expect(written).toHaveLength(1);
  });
});
