import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { answer, commune, marriage, plan, procedure } from '../helpers/build.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { BIRTH, knowledgeFolder, MARRIAGE, NAM_DAN } from './folder.ts';

describe('a knowledge folder', () => {
  it('is read into procedures, communes with their plans, answers and words', async () => {
    const root = await knowledgeFolder({
      [MARRIAGE]: marriage(),
      'communes/nam-dan/plans/ke-hoach.json': plan(),
      'communes/nam-dan/answers/cho-phien.json': answer({ id: 'cho-phien' }),
      'communes/dai-son/commune.json': commune({ slug: 'dai-son', name: 'xã Đại Sơn' }),
      'answers/tra-tien.json': answer(),
      'vocabulary/abbreviations.json': { entries: { ks: ['khai sinh'] } },
    });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems).toEqual([]);
    expect([...knowledge.procedures.keys()].sort()).toEqual(['1.000894', '1.001193']);
    expect(knowledge.answers.map(({ id }) => id)).toEqual(['tra-tien']);
    expect(knowledge.communes.get('nam-dan')).toMatchObject({
      commune: { name: 'xã Nấm Dẩn' },
      plans: [{ id: 'ke-hoach-2026' }],
      answers: [{ id: 'cho-phien' }],
    });
    expect(knowledge.communes.get('dai-son')).toMatchObject({ plans: [], answers: [] });
    expect(knowledge.vocabulary.abbreviations.entries).toEqual({ ks: ['khai sinh'] });
  });

  it('may hold other files and the schemas beside the knowledge', async () => {
    const root = await knowledgeFolder({
      'README.md': 'Cách sửa',
      'schema/procedure.schema.json': '{',
      'procedures/ho-tich/ghi-chu.txt': 'nháp',
    });

    const { problems } = await loadKnowledge(root);

    expect(problems).toEqual([]);
  });

  it('that does not exist stops the program with the setting to mend', async () => {
    const root = join(await temporaryFolder(), 'nowhere');

    const loading = loadKnowledge(root);

    await expect(loading).rejects.toThrow(AppError);
    await expect(loading).rejects.toMatchObject({
      message: expect.stringContaining(root) as string,
      hint: expect.stringContaining('KNOWLEDGE_DIR') as string,
    });
  });
});

describe('a bad file', () => {
  it.each([
    ['has a comma too many', `${JSON.stringify(procedure()).slice(0, -1)},}`, ''],
    ['is empty', '', ''],
    ['has a key that nobody knows', { ...procedure(), lePhi: 5000 }, ''],
    ['lacks its name', { ...procedure(), name: undefined }, 'name'],
    ['has a number for a name', { ...procedure(), name: 5 }, 'name'],
    ['has a blank step', { ...procedure(), steps: ['Nộp hồ sơ.', ' '] }, 'steps[1]'],
    [
      'has an amount in words',
      { ...procedure(), fees: [{ kind: 'fixed', what: 'Lệ phí', vnd: '5 nghìn', per: 'lần' }] },
      'fees[0].vnd',
    ],
    ['has a day written as in Viet Nam', { ...procedure(), checkedOn: '21/11/2026' }, 'checkedOn'],
    ['has decomposed letters', { ...procedure(), summary: 'Đăng ký'.normalize('NFD') }, 'summary'],
    ['is a list', [procedure()], ''],
  ])('that %s is told with file, place and remedy; the others are served', async (...row) => {
    const [, content, path] = row;
    const root = await knowledgeFolder({ [BIRTH]: content, [MARRIAGE]: marriage() });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ severity: 'error', file: BIRTH, path });
    expect(problems[0]?.message).not.toMatch(/invalid|expected|required|unrecognized/i);
    expect(problems[0]?.remedy).toMatch(/sửa/i);
    expect([...knowledge.procedures.keys()]).toEqual(['1.000894']);
  });

  it('is told with the line where its syntax breaks', async () => {
    const text = JSON.stringify(procedure(), null, 2).replace('"name": ', '"name" ');
    const line = text.split('\n').findIndex((one) => one.includes('"name" ')) + 1;
    const root = await knowledgeFolder({ [BIRTH]: text });

    const { problems } = await loadKnowledge(root);

    expect(problems).toMatchObject([
      { message: expect.stringContaining(`dòng ${line}`) as string },
    ]);
  });

  it('is named with the key that nobody knows', async () => {
    const root = await knowledgeFolder({ [BIRTH]: { ...procedure(), lePhi: 5000 } });

    const { problems } = await loadKnowledge(root);

    expect(problems[0]?.message).toContain('lePhi');
  });

  it('that cannot be opened does not hide the others', async () => {
    const root = await knowledgeFolder({ [`${MARRIAGE}/not-a-file.json`]: '' });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems).toContainEqual(
      expect.objectContaining({
        file: MARRIAGE,
        remedy: expect.stringContaining('quyền') as string,
      }),
    );
    expect([...knowledge.procedures.keys()]).toEqual(['1.001193']);
  });

  it('of a commune leaves the other communes and the procedures alone', async () => {
    const root = await knowledgeFolder({
      [NAM_DAN]: { ...commune(), ticketPrefix: 'nd' },
      'communes/dai-son/commune.json': commune({ slug: 'dai-son' }),
    });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems).toMatchObject([{ file: NAM_DAN, path: 'ticketPrefix' }]);
    expect([...knowledge.communes.keys()]).toEqual(['dai-son']);
    expect(knowledge.procedures.size).toBe(1);
  });

  it('of words leaves the search with plain words', async () => {
    const root = await knowledgeFolder({ 'vocabulary/chat.json': '{"entries": {"ko": "không"}}' });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems).toMatchObject([{ file: 'vocabulary/chat.json', path: 'entries.ko' }]);
    expect(knowledge.vocabulary.chat.entries).toEqual({});
  });

  it('is told on one line', () => {
    const line = formatProblem({
      severity: 'error',
      file: BIRTH,
      path: 'fees[0].vnd',
      message: 'Cần một số.',
      remedy: 'Sửa mục này.',
    });

    expect(line).toBe(`LỖI ${BIRTH} → fees[0].vnd: Cần một số. Sửa mục này.`);
  });
});

describe('a file saved by a Windows editor', () => {
  it('is read although it starts with a byte order mark and has CRLF line ends', async () => {
    const text = JSON.stringify(procedure(), null, 2).replaceAll('\n', '\r\n');
    const root = await knowledgeFolder({ [BIRTH]: `\uFEFF${text}` });

    const { knowledge, problems } = await loadKnowledge(root);

    expect(problems).toEqual([]);
    expect(knowledge.procedures.get('1.001193')).toEqual(procedure());
  });
});
