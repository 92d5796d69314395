import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { liveProcedures } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { localSource } from '../../src/knowledge/override.ts';
import { temporaryFolder } from '../helpers/program.ts';

const provenance = {
  status: 'published',
  source: {
    title: 'Nghị quyết của HĐND tỉnh',
    decision: '12/2026/NQ-HĐND',
    url: null,
    asOf: '2026-08-01',
  },
  checkedOn: '2026-11-01',
  checkedBy: 'Cán bộ thử',
};

const fee = (vnd: number) => ({ kind: 'fixed', what: 'Lệ phí đăng ký lại', vnd, per: 'lần' });

/** A knowledge folder with one national procedure and what the places set differently. */
async function folderWith(files: Readonly<Record<string, unknown>>): Promise<string> {
  const root = await temporaryFolder();
  const record = 'procedures/ho-tich/1.004884-dang-ky-lai-khai-sinh.json';
  await mkdir(join(root, 'procedures/ho-tich'), { recursive: true });
  await cp(join('knowledge', record), join(root, record));
  await mkdir(join(root, 'communes/nam-dan/overrides'), { recursive: true });
  await mkdir(join(root, 'provinces/tuyen-quang/overrides'), { recursive: true });
  await cp('knowledge/communes/nam-dan/commune.json', join(root, 'communes/nam-dan/commune.json'));
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(root, file), JSON.stringify(content));
  }
  return root;
}

async function procedureIn(root: string) {
  const { knowledge, problems } = await loadKnowledge(root);
  const here = knowledge.communes.get('nam-dan');
  return { here, problems, procedure: here?.procedures.get('1.004884') };
}

describe('what a place sets differently', () => {
  it('replaces the national part and says that it is local', async () => {
    const override = { ...provenance, overrides: '1.004884', fees: [fee(8000)] };
    const root = await folderWith({ 'communes/nam-dan/overrides/1.004884.json': override });

    const { procedure } = await procedureIn(root);

    expect(procedure?.fees).toMatchObject([{ vnd: 8000 }]);
    expect(procedure && localSource(procedure, 'fees')).toBe(
      'Riêng tại xã Nấm Dẩn, theo Nghị quyết của HĐND tỉnh, 12/2026/NQ-HĐND.',
    );
    expect(procedure && localSource(procedure, 'processingTime')).toBeUndefined();
  });

  it('leaves the national record as it is for everyone else', async () => {
    const override = { ...provenance, overrides: '1.004884', fees: [fee(8000)] };
    const root = await folderWith({ 'communes/nam-dan/overrides/1.004884.json': override });

    const { knowledge } = await loadKnowledge(root);

    expect(knowledge.procedures.get('1.004884')?.fees).not.toMatchObject([{ vnd: 8000 }]);
  });

  it('lets the commune win over its province', async () => {
    const root = await folderWith({
      'provinces/tuyen-quang/overrides/1.004884.json': {
        ...provenance,
        overrides: '1.004884',
        fees: [fee(5000)],
        notes: ['Nộp tiền tại quầy số 2.'],
      },
      'communes/nam-dan/overrides/1.004884.json': {
        ...provenance,
        overrides: '1.004884',
        fees: [fee(8000)],
      },
    });
    const commune = await readFile('knowledge/communes/nam-dan/commune.json', 'utf8');
    const inProvince = commune.replace('"slug"', '"provinceSlug": "tuyen-quang", "slug"');
    await writeFile(join(root, 'communes/nam-dan/commune.json'), inProvince);

    const { procedure } = await procedureIn(root);

    expect(procedure?.fees).toMatchObject([{ vnd: 8000 }]);
    expect(procedure?.notes).toContain('Nộp tiền tại quầy số 2.');
    expect(procedure?.local.map(({ place }) => place)).toEqual(['tỉnh Tuyên Quang', 'xã Nấm Dẩn']);
  });

  it('can switch a procedure off', async () => {
    const override = { ...provenance, overrides: '1.004884', hidden: 'Chuyển về xã bên cạnh làm.' };
    const root = await folderWith({ 'communes/nam-dan/overrides/1.004884.json': override });

    const { here } = await procedureIn(root);

    expect(here && liveProcedures(here, '2026-11-21')).toEqual([]);
  });

  it('waits while it is a draft, and is refused when it is wrong', async () => {
    const root = await folderWith({
      'communes/nam-dan/overrides/1.004884.json': {
        ...provenance,
        status: 'draft',
        overrides: '1.004884',
        fees: [fee(8000)],
      },
      'communes/nam-dan/overrides/bad.json': { ...provenance, overrides: 'khai sinh' },
    });

    const { procedure, problems } = await procedureIn(root);

    expect(procedure?.local).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'communes/nam-dan/overrides/bad.json', path: 'overrides' },
    ]);
  });
});
