import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { answer, commune, marriage, procedure } from '../helpers/build.ts';
import { BIRTH, type Files, knowledgeFolder, MARRIAGE, NAM_DAN } from './folder.ts';

/** What the check finds in these files, besides the blanks of the commune. */
async function findings(files: Files): Promise<Problem[]> {
  const loaded = await loadKnowledge(await knowledgeFolder(files));
  expect(loaded.problems).toEqual([]);
  return checkKnowledge(loaded).filter(({ severity }) => severity !== 'todo');
}

const agency = { level: 'commune', decidedBy: 'UBND cấp xã' } as const;

describe('the check of the knowledge', () => {
  it('finds nothing in sound files', async () => {
    expect(await findings({ [MARRIAGE]: marriage({ related: ['1.001193'] }) })).toEqual([]);
  });

  it('finds codes that no file has', async () => {
    const found = await findings({
      [BIRTH]: procedure({ related: ['1.999999'], replacedBy: ['1.888888'] }),
      'answers/tra-tien.json': answer({ procedures: ['1.777777', '1.001193'] }),
    });

    expect(found).toMatchObject([
      { severity: 'warning', file: 'answers/tra-tien.json', path: 'procedures' },
      { severity: 'warning', file: BIRTH, path: 'related' },
      { severity: 'warning', file: BIRTH, path: 'replacedBy' },
    ]);
    expect(found.map(({ message }) => /\d\.\d{6}/.exec(message)?.[0])).toEqual([
      '1.777777',
      '1.999999',
      '1.888888',
    ]);
  });

  it('finds examples of what nobody can be told about', async () => {
    const entries = {
      '1.001193': ['vợ em mới sinh bé'],
      '1.999999': ['nuôi voi'],
      report: ['đường hỏng'],
    };
    const found = await findings({ 'examples/ho-tich.json': { entries } });

    expect(found).toMatchObject([
      { severity: 'error', file: 'examples/ho-tich.json', path: 'entries.1.999999' },
    ]);
  });

  it.each([
    ['another code', 'procedures/ho-tich/1.000001-dang-ky-khai-sinh.json'],
    ['no code', 'procedures/ho-tich/dang-ky-khai-sinh.json'],
    ['another field', 'procedures/cu-tru/1.001193-dang-ky-khai-sinh.json'],
  ])('finds a file named after %s, and says how to name it', async (_, file) => {
    const found = await findings({ [BIRTH]: undefined, [file]: procedure() });

    expect(found).toMatchObject([
      {
        severity: 'error',
        file,
        remedy: expect.stringContaining('procedures/ho-tich/1.001193-') as string,
      },
    ]);
  });

  it("finds nothing wrong with a commune's own procedure", async () => {
    const own = procedure({ code: '1.900001', field: 'cu-tru' });

    expect(await findings({ 'communes/nam-dan/procedures/1.900001-viec-rieng.json': own })).toEqual(
      [],
    );
  });

  it('finds a local rule for a procedure that nobody has', async () => {
    const { status, source, checkedOn, checkedBy } = procedure();
    const file = 'communes/nam-dan/overrides/1.999999.json';

    const found = await findings({
      [file]: { status, source, checkedOn, checkedBy, overrides: '1.999999', contact: 'Bà Lan' },
    });

    expect(found).toMatchObject([{ severity: 'error', file, path: 'overrides' }]);
  });

  it('finds a code that two files claim', async () => {
    const twin = 'procedures/ho-tich/1.001193-khai-sinh.json';

    const found = await findings({ [twin]: procedure() });

    expect(found).toMatchObject([
      { severity: 'error', file: twin, message: expect.stringContaining(BIRTH) as string },
    ]);
  });

  it.each([
    'UBND huyện nơi cư trú',
    'Ủy ban nhân dân cấp huyện',
    'UBND quận',
    'Công an huyện',
    'Công an cấp quận',
    'Phòng LĐTBXH',
    'Phòng Lao động - Thương binh và Xã hội',
    'Uỷ ban nhân dân thị xã',
  ])('finds an office named as a place although it was abolished: %s', async (office) => {
    const found = await findings({
      [BIRTH]: procedure({ agency: { ...agency, submitTo: office } }),
    });

    expect(found).toMatchObject([
      { severity: 'error', file: BIRTH, message: expect.stringContaining(office) as string },
    ]);
  });

  it('finds it in the steps, too', async () => {
    const found = await findings({ [BIRTH]: procedure({ steps: ['Nộp hồ sơ ở UBND huyện.'] }) });

    expect(found).toMatchObject([{ severity: 'error', path: 'agency' }]);
  });

  it.each(['UBND cấp xã', 'Công an cấp xã', 'Ủy ban nhân dân cấp tỉnh', 'Phòng Văn hóa – Xã hội'])(
    'has nothing against %s',
    async (submitTo) => {
      expect(await findings({ [BIRTH]: procedure({ agency: { ...agency, submitTo } }) })).toEqual(
        [],
      );
    },
  );

  it('lets an abolished procedure name the office of its time, but asks for a successor', async () => {
    const found = await findings({
      [BIRTH]: procedure({ status: 'abolished', agency: { ...agency, submitTo: 'UBND huyện' } }),
    });

    expect(found).toMatchObject([{ severity: 'warning', file: BIRTH, path: 'replacedBy' }]);
  });

  it('is content with an abolished procedure that names its successor', async () => {
    const found = await findings({
      [BIRTH]: procedure({ status: 'abolished', replacedBy: ['1.000894'] }),
      [MARRIAGE]: marriage(),
    });

    expect(found).toEqual([]);
  });

  it('finds a procedure written in full with too few everyday names', async () => {
    const aliases = ['làm khai sinh', 'giấy khai sinh', 'mới sinh con', 'em bé', 'khai sinh trễ'];

    const found = await findings({ [BIRTH]: procedure({ depth: 'written', aliases }) });

    expect(found).toMatchObject([{ severity: 'error', path: 'aliases' }]);
    expect(
      await findings({
        [BIRTH]: procedure({ depth: 'written', aliases: [...aliases, 'con ngoài giá thú'] }),
      }),
    ).toEqual([]);
  });

  it('lists what the source has not confirmed', async () => {
    const found = await findings({
      'answers/tra-tien.json': answer({ unconfirmed: ['Xã có máy quẹt thẻ', 'Giờ thu tiền'] }),
    });

    expect(found).toMatchObject([
      { severity: 'warning', path: 'unconfirmed[0]' },
      { severity: 'warning', path: 'unconfirmed[1]' },
    ]);
  });

  it('lists each blank that the commune has to fill in, and no other', async () => {
    const contact = { address: 'Thôn Nấm Dẩn', phone: null, email: null, website: null };
    const filled = commune({
      office: contact,
      serviceCentre: { name: 'Trung tâm', ...contact, phone: '02193000000', hours: ['Sáng 7:30'] },
      police: { name: 'Công an xã', phone: '113', address: null },
      feedbackChannels: ['Tại quầy'],
    });
    const loaded = await loadKnowledge(await knowledgeFolder({ [NAM_DAN]: filled }));

    const todo = checkKnowledge(loaded);

    expect(todo.every(({ severity, file }) => severity === 'todo' && file === NAM_DAN)).toBe(true);
    expect(todo.map(({ path }) => path).sort()).toEqual([
      'office.email',
      'office.phone',
      'office.website',
      'police.address',
      'serviceCentre.email',
      'serviceCentre.website',
    ]);
  });
});
