import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/lib/whole-file.ts';
import { temporaryFolder } from '../helpers/program.ts';

describe('a file written whole', () => {
  it('replaces what was there, and leaves nothing beside it', async () => {
    const path = join(await temporaryFolder(), 'a/b.json');
    await writeWhole(path, 'cũ');

    await writeWhole(path, Buffer.from('mới'));

    expect(await readFile(path, 'utf8')).toBe('mới');
    expect(await readdir(join(path, '..'))).toEqual(['b.json']);
  });

  it('leaves nothing behind when it cannot be put in place', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'b.json'));

    await expect(writeWhole(join(folder, 'b.json'), 'mới')).rejects.toThrow();

    expect(await readdir(folder)).toEqual(['b.json']);
  });
});
