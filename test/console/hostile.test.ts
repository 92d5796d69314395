import { describe, expect, it } from 'vitest';
import { ticket as aTicket } from '../helpers/build.ts';
import { signedIn, startConsole } from './browser.ts';

const SCRIPT = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://evil.example","Bấm đây")';
/** Turns the direction of all that follows: "gpj.exe" would read "exe.jpg". */
const TURNED = 'ảnh\u202Egpj.exe\u2066';

describe('what a hostile resident writes', () => {
  it.each([SCRIPT, FORMULA, TURNED])('%j is text on every page that shows it', async (words) => {
    const program = await startConsole();
    const by = { type: 'officer', id: 'o', name: 'Hoa' } as const;
    const entry = { at: new Date(), by, act: 'note', from: 'new', to: 'new' } as const;
    const draft = aTicket({
      content: words,
      place: words,

      reporter: { name: words, phone: words, address: words },
      duplicateOf: 'ND-2611-0009',
      timeline: [{ ...entry, text: words, audience: 'public', messageIds: [words] }],
      extensions: [{ days: 1, reason: words, at: new Date(), by }],
      attachments: [
        {
          id: words,
          kind: 'image',
          url: words,
          state: 'refused',
          contentType: words,
          reason: words,
        },
      ],
    });
    const { code } = await program.store.openTicket({ ...draft, series: 'ND-2611' }, {});
    const { browser } = await signedIn(program);

    const pages = [
      await browser.get('/can-bo/phan-anh?xem=tat-ca'),
      await browser.get(`/can-bo/phan-anh/${code}`),
      await browser.post(`/can-bo/phan-anh/${code}/so-dien-thoai`),
      await browser.get(`/can-bo/phan-anh/${code}/bien-nhan`),
      await browser.get('/can-bo/nhan-su'),
      await browser.get(`/can-bo/phan-anh?tim=${encodeURIComponent(words)}`),
      await browser.post('/can-bo/nhan-su', { 'ho-ten': words, 'ten-dang-nhap': words }),
      await browser.post('/can-bo/ghi-phan-anh', { noi: words, 'dien-thoai': words }),
    ];

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 400, 400]);
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script|<img src=x/);
    }
    expect(
      pages
        .slice(0, 4)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/[\u202E\u2066]/);
  });
});

describe('a request that no page of ours would send', () => {
  it('too long is refused with a word, and the program goes on', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const page = await browser.post('/can-bo/ghi-phan-anh', { 'noi-dung': 'x'.repeat(100_000) });
    const after = await browser.get('/can-bo/phan-anh');

    expect(page.status).toBe(413);
    expect(page.text).toContain('Nội dung quá dài');
    expect(after.status).toBe(200);
  });

  it.each([
    ['a broken address', '/can-bo/phan-anh/%E0%A4%A'],
    ['a code of another shape', '/can-bo/phan-anh/__proto__'],
    ['a page that is not there', '/can-bo/khong-co/gi'],
    ['a path that climbs', '/can-bo/..%2f..%2fetc%2fpasswd'],
  ])('for %s is answered without a fault of ours', async (_, path) => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const { status } = await browser.get(path);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each([
    ['JSON', 'application/json', '{"_csrf":"x"}'],
    ['a file', 'multipart/form-data; boundary=x', '--x--'],
  ])('%s instead of a form changes nothing', async (_, type, body) => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const { status } = await browser.request('/can-bo/nhan-su', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });

    expect(status).toBe(403);
  });

  it('shows no notice of its own wording', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const { text } = await browser.get('/can-bo/phan-anh?bao=Tài khoản của anh/chị bị khóa');

    expect(text).not.toContain('bị khóa');
    expect(text).not.toContain('role="status"');
  });

  it('is told that its answers are not to be kept, framed or scripted', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const { headers, text } = await browser.get('/can-bo/phan-anh');

    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(text).not.toMatch(/<script|javascript:| on\w+=| style=/i);
  });
});
