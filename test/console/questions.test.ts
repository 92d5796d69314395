import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commune, marriage, procedure } from '../helpers/build.ts';
import { ask, newResident, type Program } from '../helpers/program.ts';
import { BIRTH, knowledgeFolder, MARRIAGE } from '../knowledge/folder.ts';
import { aQuestion } from '../store/samples.ts';
import { auditActs, type Browser, signedIn, startConsole, withRole } from './browser.ts';

const ASKED = 'nuôi ong có phải xin giấy không';
const ANSWER = {
  ten: 'Nuôi ong',
  'tra-loi': 'Nuôi ong không phải xin giấy.\n\nĐặt thùng ong cách nhà người khác.',
  nguon: 'Bộ phận nông nghiệp của xã',
  'cach-hoi': 'nuôi ong có phải xin giấy không\nnuôi ong\nđặt thùng ong\nnuôi ong lấy mật',
  cau: 'q1',
};

let root: string;
let program: Program;
let browser: Browser;

beforeEach(async () => {
  root = await knowledgeFolder({
    [MARRIAGE]: marriage(),
    'procedures/nong-nghiep/1.000777-nuoi-chim-yen.json': procedure({
      code: '1.000777',
      field: 'nong-nghiep',
      name: 'Đăng ký nuôi chim yến',
      shortName: 'Nuôi chim yến',
      aliases: ['dẫn dụ chim yến về làm tổ', 'làm nhà yến'],
    }),
    'communes/dai-son/commune.json': commune({
      slug: 'dai-son',
      name: 'xã Đại Sơn',
      ticketPrefix: 'DS',
    }),
  });
  program = await startConsole({ KNOWLEDGE_DIR: root });
  ({ browser } = await signedIn(program));
  await keepQuestion('q1', ASKED);
});

function keepQuestion(id: string, text: string, communeSlug = 'nam-dan') {
  const value = aQuestion(id, { text, communeSlug, nearest: [] });
  return program.store.keep([{ table: 'question', key: id, value }]);
}

const questions = () => program.store.unansweredQuestions().map(({ id }) => id);

describe('the questions that the bot could not answer', () => {
  it('are shown to editors of the commune, alike ones together', async () => {
    await keepQuestion('q2', 'nuoi ong co phai xin giay khong');
    await keepQuestion('other', 'việc của xã khác', 'dai-son');

    const { text } = await browser.get('/can-bo/cau-hoi');

    expect(text).toContain('1 nhóm câu hỏi');
    expect(text).not.toContain('việc của xã khác');
    expect((await browser.get('/can-bo/cau-hoi/other')).status).toBe(404);
  });

  it('come from residents, also those who say that they were misunderstood', async () => {
    const resident = newResident(program);
    await ask(program, resident, 'đăng ký kết hôn');
    await ask(program, resident, 'không phải cái đó');

    const { text } = await browser.get('/can-bo/cau-hoi');

    expect(text).toContain('đăng ký kết hôn');
    expect(text).toContain('Trả lời chưa đúng ý');
  });
});

describe('an answer that an editor writes', () => {
  it('is what the next resident gets, and the question is settled', async () => {
    const done = await browser.post('/can-bo/cau-hoi/q1/tra-loi', ANSWER);
    const [reply] = await ask(program, newResident(program), ASKED);

    expect(done.location).toBe('/can-bo/cau-hoi?bao=da-day');
    expect(reply).toContain('Nuôi ong không phải xin giấy.');
    expect(reply).toContain('Nguồn: Bộ phận nông nghiệp của xã');
    expect(questions()).toEqual([]);
    expect(auditActs(program)).toContain('knowledge.answer');
  });

  it('is a file of the commune that says who wrote it, and is kept in the history', async () => {
    const file = 'communes/nam-dan/answers/hoi-nuoi-ong.json';

    await browser.post('/can-bo/cau-hoi/q1/tra-loi', ANSWER);

    const record: unknown = JSON.parse(await readFile(join(root, file), 'utf8'));
    expect(record).toMatchObject({ status: 'published', checkedBy: 'Lý Thị Hoa', kind: 'faq' });
    const versions = join(program.dataFolder, 'lich-su', file);
    await expect.poll(() => readdir(versions).catch(() => [])).toHaveLength(1);
  });

  it('is refused when it would draw away what residents find today, and nothing is written', async () => {
    const page = await browser.post('/can-bo/cau-hoi/q1/tra-loi', {
      ...ANSWER,
      ten: 'Đăng ký kết hôn',
      'cach-hoi': `${ASKED}\nđăng ký kết hôn\nlàm giấy kết hôn\nđăng ký cưới`,
    });

    expect(page.status).toBe(400);
    expect(page.text).toContain('Câu “Đăng ký kết hôn” đang dẫn ngay tới “Đăng ký kết hôn”');
    expect(page.text).toContain('Nuôi ong không phải xin giấy.');
    await expect(readdir(join(root, 'communes/nam-dan/answers'))).rejects.toThrow();
    expect(questions()).toEqual(['q1']);
  });

  it('is refused when the question would still not find it', async () => {
    const page = await browser.post('/can-bo/cau-hoi/q1/tra-loi', {
      ...ANSWER,
      ten: 'Sân bóng',
      'cach-hoi': 'thuê sân bóng\nmượn sân vận động\nđá bóng ở đâu\nsân cỏ của xã',
    });

    expect(page.text).toContain('Anh/chị thêm một cách hỏi giống câu này hơn.');
  });

  it.each([
    ['no source', { nguon: ' ' }, 'Ghi nguồn.'],
    ['too few ways to ask', { 'cach-hoi': 'một\nhai hai' }, 'Ghi ít nhất 4 cách hỏi'],
    [
      'an address that is none',
      { 'dia-chi': 'javascript:alert(1)' },
      'Địa chỉ bắt đầu bằng https://',
    ],
    ['a name beyond a button', { ten: 'x'.repeat(81) }, 'Không dài quá 80 ký tự.'],
  ])('is sent back with what was typed when it has %s', async (_, change, message) => {
    const page = await browser.post('/can-bo/cau-hoi/q1/tra-loi', { ...ANSWER, ...change });

    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).toContain('Đặt thùng ong cách nhà người khác.');
  });

  it('cannot leave the folder by its name, nor put markup on a page', async () => {
    const hostile = '../../../<script>alert(1)</script>';
    await keepQuestion('q1', `${ASKED} ${hostile}`);

    await browser.post('/can-bo/cau-hoi/q1/tra-loi', { ...ANSWER, ten: hostile });
    await keepQuestion('q3', hostile);
    const pages = [await browser.get('/can-bo/cau-hoi'), await browser.get('/can-bo/cau-hoi/q3')];

    expect(await readdir(join(root, 'communes/nam-dan/answers'))).toEqual([
      'hoi-script-alert-1-script.json',
    ]);
    for (const { text } of pages) expect(text).not.toContain('<script');
  });
});

describe('everyday words for a procedure', () => {
  it('lead to it in this commune, and stand in its own file', async () => {
    await keepQuestion('q1', 'bắt rể');
    const { text } = await browser.get('/can-bo/cau-hoi/q1?tim=ket+hon');
    expect(text).toContain('value="1.000894"');

    await browser.post('/can-bo/cau-hoi/q1/cach-goi', {
      'thu-tuc': '1.000894',
      'cach-goi': 'bắt rể\nđón dâu',
      cau: 'q1',
    });

    const [reply] = await ask(program, newResident(program), 'bắt rể');
    expect(reply).toContain('Đăng ký kết hôn');
    const file = join(root, 'communes/nam-dan/overrides/1.000894.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      aliases: ['bắt rể', 'đón dâu'],
    });
    expect(questions()).toEqual([]);
  });

  it('are added to what the commune has set for it already', async () => {
    const teach = async (id: string, words: string) => {
      await keepQuestion(id, words);
      const fields = { 'thu-tuc': '1.000894', 'cach-goi': words, cau: id };
      return browser.post(`/can-bo/cau-hoi/${id}/cach-goi`, fields);
    };
    await teach('q5', 'bắt rể');
    await teach('q6', 'đón dâu');

    const file = join(root, 'communes/nam-dan/overrides/1.000894.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      aliases: ['bắt rể', 'đón dâu'],
    });
  });

  it('lead to a procedure that only this commune has', async () => {
    const own = {
      ...marriage(),
      code: '9.000001',
      name: 'Mượn nhà văn hóa',
      shortName: 'Mượn nhà văn hóa',
    };
    const path = join(root, 'communes/nam-dan/procedures/9.000001-muon-nha-van-hoa.json');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      JSON.stringify({ ...own, aliases: ['mượn nhà văn hóa', 'thuê nhà văn hóa'] }),
    );
    await program.knowledge.refresh();
    await keepQuestion('q1', 'mượn loa đài đám cưới');

    const { text } = await browser.get('/can-bo/cau-hoi/q1?tim=nha+van+hoa');
    const done = await browser.post('/can-bo/cau-hoi/q1/cach-goi', {
      'thu-tuc': '9.000001',
      'cach-goi': 'mượn loa đài đám cưới',
      cau: 'q1',
    });
    const [reply] = await ask(program, newResident(program), 'mượn loa đài đám cưới');

    expect(text).toContain('value="9.000001"');
    expect(done.location).toBe('/can-bo/cau-hoi?bao=da-day');
    expect(reply).toContain('Mượn nhà văn hóa');
    expect(program.knowledge.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['no JSON', '{ "aliases": [ '],
    ['no record', '[]'],
    ['a record with a fault', '{ "overrides": "1.000894" }'],
  ])('are not written over a file that is %s; what is wrong is shown', async (_, broken) => {
    const path = join(root, 'communes/nam-dan/overrides/1.000894.json');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, broken);

    const page = await browser.post('/can-bo/cau-hoi/q1/cach-goi', {
      'thu-tuc': '1.000894',
      'cach-goi': 'bắt rể',
      cau: 'q1',
    });

    expect(page.status).toBe(400);
    expect(page.text).toContain('đang lỗi, cần sửa trước');
    expect(page.text).toContain('overrides/1.000894.json');
    expect(await readFile(path, 'utf8')).toBe(broken);
    expect(questions()).toEqual(['q1']);
  });

  it('can be taught while another file is broken, whose last good version stays', async () => {
    await keepQuestion('q1', 'bắt rể');
    await writeFile(join(root, BIRTH), '{');

    const done = await browser.post('/can-bo/cau-hoi/q1/cach-goi', {
      'thu-tuc': '1.000894',
      'cach-goi': 'bắt rể',
      cau: 'q1',
    });
    const [reply] = await ask(program, newResident(program), 'đăng ký khai sinh');

    expect(done.location).toBe('/can-bo/cau-hoi?bao=da-day');
    expect(reply).toContain('Đăng ký khai sinh');
  });

  it.each(['../../etc/passwd', '9.999999', ''])(
    'are refused for a code that is none: %s',
    async (code) => {
      const fields = { 'thu-tuc': code, 'cach-goi': 'bắt rể', cau: 'q1' };

      const page = await browser.post('/can-bo/cau-hoi/q1/cach-goi', fields);

      expect(page.status).toBe(400);
      expect(await readdir(join(root, 'communes/nam-dan'))).toEqual(['commune.json']);
    },
  );
});

describe('passing questions over', () => {
  it('settles those that stood on the page, and is noted', async () => {
    await keepQuestion('q2', ASKED);

    await browser.post('/can-bo/cau-hoi/q1/bo-qua', { cau: 'q1' });

    expect(questions()).toEqual(['q2']);
    expect(auditActs(program)).toContain('question.dismiss');
  });

  it('is for editors only', async () => {
    const { browser: handler } = await withRole(program, 'handler');

    expect((await handler.post('/can-bo/cau-hoi/q1/bo-qua', { cau: 'q1' })).status).toBe(403);
    expect(questions()).toEqual(['q1']);
  });
});
