import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { commune, marriage, procedure } from '../helpers/build.ts';
import { startProgram } from '../helpers/program.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { BIRTH, type Files, knowledgeFolder, MARRIAGE } from '../knowledge/folder.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
const ZALO = {
  ZALO_APP_ID: '360846524940903967',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'oa-secret',
  ZALO_OA_IDS: 'nam-dan=388613280878808645',
};

/** A browser's view of the program with this knowledge. */
async function browse(files: Files = {}, settings: Readonly<Record<string, string>> = {}) {
  const KNOWLEDGE_DIR = await knowledgeFolder(files);
  const program = await startProgram({ settings: { KNOWLEDGE_DIR, ...settings } });
  return supertest(program.url);
}

describe('the page of a procedure', () => {
  it('shows papers, fee, time, place, source and a code to scan', async () => {
    const browser = await browse({ [BIRTH]: await readFile(join(KNOWLEDGE, BIRTH), 'utf8') });

    const { status, text, type } = await browser.get('/tthc/1.001193');

    expect(status).toBe(200);
    expect(type).toBe('text/html');
    expect(text).toContain('<h1>Đăng ký khai sinh</h1>');
    expect(text).toContain('Giấy chứng sinh (1 bản chính)');
    expect(text).toContain('Cổng Dịch vụ công quốc gia ghi 0 đồng');
    expect(text).toContain('nguồn chỉ ghi &quot;1&quot;, không rõ là ngày hay giờ');
    expect(text).toContain('Trung tâm Phục vụ hành chính công cấp xã');
    expect(text).toMatch(/Cổng Dịch vụ công quốc gia, 163\/QĐ-BTP, dữ liệu ngày 10\/06\/2026/);
    expect(text).toMatch(/Đối chiếu gần nhất: \d{2}\/\d{2}\/\d{4}/);
    expect(text).toMatch(/<div class="qr"><svg [^]*<\/svg><\/div>/);
  });

  it('needs no script, and no style but its own sheet', async () => {
    const browser = await browse();

    const { text } = await browser.get('/tthc/1.001193');
    const style = await browser.get('/trang.css');

    expect(text).not.toMatch(/<script|javascript:| on\w+=| style=/i);
    expect(text).toContain('<link rel="stylesheet" href="/trang.css">');
    expect(style).toMatchObject({ status: 200, type: 'text/css' });
  });

  it('shows markup that somebody wrote into a file as text', async () => {
    const evil = '<script>alert(1)</script>';
    const browser = await browse({
      [BIRTH]: procedure({
        shortName: evil,
        summary: evil,
        steps: [evil],
        fees: [{ kind: 'other', what: evil, note: evil }],
        links: { page: 'https://dichvucong.gov.vn/?a="><script>', byCode: null },
      }),
    });

    const { text } = await browser.get('/tthc/1.001193');

    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('that nobody knows is a friendly page with status 404', async () => {
    const browser = await browse();

    const { status, text, type } = await browser.get('/tthc/9.999999%3Cb%3E');

    expect({ status, type }).toEqual({ status: 404, type: 'text/html' });
    expect(text).toContain('Không tìm thấy trang này');
    expect(text).not.toContain('9.999999');
  });

  it('is not shown, nor named on another page, while it is a draft', async () => {
    const browser = await browse({
      [BIRTH]: procedure({ related: ['1.000894'] }),
      [MARRIAGE]: marriage({ status: 'draft' }),
    });

    const draft = await browser.get('/tthc/1.000894');
    const other = await browser.get('/tthc/1.001193');

    expect(draft.status).toBe(404);
    expect(draft.text).not.toContain('kết hôn');
    expect(other.text).not.toContain('1.000894');
  });

  it('says that it was abolished and leads to what replaced it', async () => {
    const browser = await browse({
      [BIRTH]: procedure({ status: 'abolished', replacedBy: ['1.000894'] }),
      [MARRIAGE]: marriage(),
    });

    const { status, text } = await browser.get('/tthc/1.001193');

    expect(status).toBe(200);
    expect(text).toContain('Thủ tục này đã bãi bỏ.');
    expect(text).toContain('<a href="/tthc/1.000894">Đăng ký kết hôn</a>');
    expect(text).not.toContain('Nộp trực tuyến</a>');
  });

  it('marks a fee that is not taken today, and warns only from the day of the warning', async () => {
    const fee = { kind: 'free', what: 'Lệ phí mới', effectiveFrom: '2999-01-01' } as const;
    const warnings = [
      { from: '2020-01-01', text: 'Luật mới đã có hiệu lực.' },
      { from: '2999-01-01', text: 'Luật sau này.' },
    ];
    const browser = await browse({ [BIRTH]: procedure({ fees: [fee], warnings }) });

    const { text } = await browser.get('/tthc/1.001193');

    expect(text).toMatch(/từ 01\/01\/2999\) <span class="tag">không áp dụng hôm nay/);
    expect(text).toContain('Luật mới đã có hiệu lực.');
    expect(text).not.toContain('Luật sau này.');
  });

  it('has a code that opens the chat when there is one account, else the page', async () => {
    const two = { ...ZALO, ZALO_OA_IDS: `${ZALO.ZALO_OA_IDS},dai-son=388613280878808646` };
    const communes = { 'communes/dai-son/commune.json': commune({ slug: 'dai-son' }) };

    const labels = await Promise.all(
      [browse({}, ZALO), browse(communes, two), browse()].map(async (browser) => {
        const { text } = await (await browser).get('/tthc/1.001193');
        return /Quét mã để [^.]*/.exec(text)?.[0];
      }),
    );

    expect(labels).toEqual([
      'Quét mã để hỏi trên Zalo của xã',
      'Quét mã để mở trang này trên điện thoại',
      'Quét mã để mở trang này trên điện thoại',
    ]);
  });

  it('lets a phone in the training room stay on plain http', async () => {
    const browser = await browse();

    const { headers } = await browser.get('/');

    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('asked for with a broken address is refused with a request id', async () => {
    const browser = await browse();

    const response = await browser.get('/tthc/%E0%A4%A');

    expect(response.status).toBe(400);
    expect(response.body).toEqual({
      error: 'Yêu cầu không hợp lệ.',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
  });
});

describe('the proof of the domain', () => {
  const CODE = 'HU3O5BEL4Z8PoRGyZVfE0Z_0_bNtpZLBCZSr';

  it('is a meta tag on the front page', async () => {
    const browser = await browse({}, { ZALO_VERIFICATION: CODE });

    const { text } = await browser.get('/');

    expect(text).toContain(`<meta name="zalo-platform-site-verification" content="${CODE}" />`);
  });

  it('is a page with the same tag where Zalo looks for its file', async () => {
    const browser = await browse({}, { ZALO_VERIFICATION: CODE });

    const { status, text } = await browser.get(`/zalo_verifier${CODE}.html`);

    expect(status).toBe(200);
    expect(text).toContain(`content="${CODE}"`);
  });

  it('is the file itself, byte for byte, when there is one', async () => {
    const bytes = Buffer.from('\uFEFF<!DOCTYPE html>\r\n<html lang="en">Zalo \u00e9\r\n\r\n');
    const file = join(await temporaryFolder(), `zalo_verifier${CODE}.html`);
    await writeFile(file, bytes);
    const browser = await browse({}, { ZALO_VERIFICATION: CODE, ZALO_VERIFICATION_FILE: file });

    const response = await browser.get(`/zalo_verifier${CODE}.html`).responseType('blob');

    expect(response.body).toEqual(bytes);
  });

  it('is not given for another code, nor when none is set', async () => {
    const browser = await browse({}, { ZALO_VERIFICATION: CODE });
    const bare = await browse();

    const other = await browser.get('/zalo_verifierSomebodyElse.html');
    const none = await bare.get(`/zalo_verifier${CODE}.html`);
    const front = await bare.get('/');

    expect([other.status, none.status]).toEqual([404, 404]);
    expect(front.text).not.toContain('verification');
  });
});
