import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../helpers/cli.ts';
import { temporaryFolder } from '../helpers/program.ts';

const PROCEDURE = 'procedures/ho-tich/1.000894-dang-ky-ket-hon.json';
const ANSWER = 'answers/ho-chieu.json';

describe('checking the knowledge', () => {
  it('finds no fault in what is delivered, and lists what communes must fill in on asking', async () => {
    const { code, out } = await cli(['check', '--todo']);

    expect(code).toBe(0);
    expect(out).toContain('0 lỗi');
    expect(out).not.toMatch(/^LỖI/m);
    expect(out).toMatch(/^XÃ CẦN ĐIỀN communes\/nam-dan\/commune\.json → office\.phone: Chưa có/m);
  });

  it('fails on a broken copy, with the file, the place in it and the remedy of every fault', async () => {
    const folder = await temporaryFolder();
    await cp('knowledge', folder, { recursive: true });
    await edit(join(folder, PROCEDURE), '"code": "1.000894"', '"code": "kết hôn"');
    await edit(join(folder, ANSWER), '"kind"', '"knd"');
    await writeFile(join(folder, 'answers/hong.json'), '{ "id": "hong", }');

    const { code, out } = await cli(['check', '--knowledge', folder]);

    expect(code).toBe(1);
    expect(out).toMatch(faultIn(PROCEDURE, ' → code: mã thủ tục có dạng 1\\.001193'));
    expect(out).toMatch(faultIn(ANSWER, ' → kind: '));
    expect(out).toMatch(faultIn('answers/hong.json', ': Tệp không đúng cú pháp JSON'));
    expect(out).toMatch(/Sửa mục này rồi lưu/);
    expect(out).toMatch(/[3-9] lỗi/);
  });
});

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

function faultIn(file: string, rest: string): RegExp {
  return new RegExp(`^LỖI ${file.replaceAll('.', '\\.')}${rest}`, 'm');
}
