import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { history } from '../../src/cli/history.ts';
import { loadConfig } from '../../src/config.ts';
import { KnowledgeHistory } from '../../src/knowledge/history.ts';
import { historyFolder } from '../../src/knowledge/versions.ts';
import { NOW, marriage, procedure } from '../helpers/build.ts';
import { temporaryFolder } from '../helpers/program.ts';
import { BIRTH, knowledgeFolder, MARRIAGE, save } from '../knowledge/folder.ts';

/** A folder with two versions of the birth procedure: free, then 8000 đồng. */
async function twoVersions() {
  const root = await knowledgeFolder({ [MARRIAGE]: marriage() });
  const dataFolder = await temporaryFolder();
  const config = loadConfig({ KNOWLEDGE_DIR: root, DATA_DIR: dataFolder });
  const keeper = new KnowledgeHistory({
    root,
    folder: historyFolder(dataFolder),
    clock: () => NOW,
    onError: (error) => {
      throw error;
    },
  });
  await keeper.keep();
  const fee = { kind: 'fixed', what: 'Lệ phí khai sinh', vnd: 8000, per: 'lần' } as const;
  await save(root, { [BIRTH]: procedure({ fees: [fee] }) });
  await keeper.keep();
  const run = async (...positionals: string[]) => {
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    await history.run({ config, values: {}, positionals, print });
    return lines.join('\n');
  };
  return { root, run };
}

describe('cli history', () => {
  it('lists the versions by number, found by a part of the name', async () => {
    const { run } = await twoVersions();

    const shown = await run('list', '1.001193');

    expect(shown).toContain(`${BIRTH}: 2 bản đã lưu`);
    expect(shown).toMatch(/1\. 21\/11\/2026 09:00:00 {2}[0-9a-f]{8}\n/);
    expect(shown).toMatch(/2\. .*← giống tệp đang có/);
  });

  it('takes the path from any folder', async () => {
    const { root, run } = await twoVersions();

    expect(await run('list', join(root, BIRTH))).toContain(BIRTH);
  });

  it('shows the latest change field by field', async () => {
    const { run } = await twoVersions();

    const shown = await run('diff', '1.001193');

    expect(shown).toContain('bản 1 (21/11/2026 09:00:00) → bản 2');
    expect(shown).toContain('Phí, lệ phí (fees[0].kind)\n    cũ:   free\n    mới:  fixed');
    expect(shown).toContain('thêm: 8000');
  });

  it('compares a version with the file on disk that nobody has kept yet', async () => {
    const { root, run } = await twoVersions();
    await save(root, { [BIRTH]: procedure({ shortName: 'Khai sinh' }) });

    expect(await run('diff', '1.001193', '1')).toContain(
      'Tên ngắn (shortName)\n    cũ:   Đăng ký khai sinh\n    mới:  Khai sinh',
    );
    expect(await run('list', '1.001193')).toContain('chưa được lưu');
  });

  it('puts a version back and says what comes next', async () => {
    const { root, run } = await twoVersions();

    const shown = await run('restore', '1.001193', '1');

    expect(shown).toContain('Đã khôi phục');
    expect(shown).toContain('check');
    expect(await readFile(join(root, BIRTH), 'utf8')).toContain('"free"');
    expect(await run('restore', '1.001193', '1')).toContain('không cần khôi phục');
  });

  it.each([
    [['list', 'procedures/'], /2 tệp/, /Ghi rõ hơn/],
    [['list', '1.999999'], /Chưa có bản lưu/, /mã thủ tục/],
    [['restore', '1.001193', '9'], /Không có bản "9"/, /history list/],
    [['restore', '1.001193'], /Chưa rõ/, /history restore/],
    [['xóa', '1.001193'], /Chưa rõ/, /history list/],
  ])('tells a mistake and its remedy: %j', async (positionals, message, hint) => {
    const { run } = await twoVersions();

    await expect(run(...positionals)).rejects.toMatchObject({
      message: expect.stringMatching(message) as string,
      hint: expect.stringMatching(hint) as string,
    });
  });
});
