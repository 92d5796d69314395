import { describe, expect, it } from 'vitest';
import type { Officer } from '../../src/model/officer.ts';
import type { Program } from '../helpers/program.ts';
import { auditActs, Browser, signedIn, startConsole } from './browser.ts';

const PASSWORD = 'bốn con ngựa chạy';

/** A program whose first administrator has set a password, and their browser. */
async function begun(settings: Record<string, string> = {}) {
  const program = await startConsole(settings);
  const browser = new Browser(program);
  const link = firstLink(program);
  await browser.get(pathOf(link));
  const done = await browser.post('/can-bo/loi-moi', {
    ma: new URL(link).searchParams.get('ma') ?? '',
    'mat-khau-moi': PASSWORD,
    'mat-khau-lai': PASSWORD,
  });
  return { program, browser, done };
}

function firstLink({ firstAdmins }: Program): string {
  const link = firstAdmins.find(({ communeSlug }) => communeSlug === 'nam-dan')?.link;
  if (link === undefined) throw new Error('nobody was invited');
  return link;
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname + search;
}

function admin({ store }: Program): Officer {
  const found = [...store.officers.values()].find(({ login }) => login === 'quantri.nam-dan');
  if (found === undefined) throw new Error('no administrator');
  return found;
}

async function signIn(browser: Browser, login: string, password: string) {
  await browser.get('/can-bo/dang-nhap');
  return browser.post('/can-bo/dang-nhap', {
    'ten-dang-nhap': login,
    'mat-khau': password,
    tiep: '/can-bo/nhan-su',
  });
}

describe('the first administrator of a commune', () => {
  it('sets a password by the link printed at the start, once, and is signed in', async () => {
    const { program, browser, done } = await begun();
    const inside = await browser.get('/can-bo/nhan-su');
    const again = await new Browser(program).get(pathOf(firstLink(program)));

    expect(done.status).toBe(303);
    expect(inside.text).toContain('quantri.nam-dan');
    expect(again.text).toContain('Liên kết này đã được dùng');
    expect(auditActs(program)).toContain('officer.password');
  });

  it('is kept without the password or the secret of the link', async () => {
    const { program } = await begun();

    const kept = JSON.stringify([...program.store.officers.values()]);

    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(new URL(firstLink(program)).searchParams.get('ma'));
    expect(admin(program).passwordHash).toMatch(/^scrypt\$32768\$8\$3\$/);
  });

  it('gets a new link at the next start while no password was set, and none after that', async () => {
    const first = await startConsole();
    await first.stop();
    const second = await startConsole({}, first.dataFolder);

    const old = await new Browser(second).get(
      new URL(firstLink(first)).search.replace('?', '/can-bo/loi-moi?'),
    );

    expect(firstLink(second)).not.toBe(firstLink(first));
    expect(old.status).toBe(404);
    expect([...second.store.officers.values()]).toHaveLength(second.accounts.length);
  });

  it('may not choose a password that everybody tries first', async () => {
    const program = await startConsole();
    const browser = new Browser(program);
    const ma = new URL(firstLink(program)).searchParams.get('ma') ?? '';
    await browser.get(pathOf(firstLink(program)));

    const answers = [];
    for (const password of ['ngắn', 'Matkhau@123', '1234567890', 'quantri.nam-dan!']) {
      const page = await browser.post('/can-bo/loi-moi', {
        ma,
        'mat-khau-moi': password,
        'mat-khau-lai': password,
      });
      answers.push(page.status, page.text.includes(`value="${password}"`));
    }

    expect(answers).toEqual([400, false, 400, false, 400, false, 400, false]);
  });
});

describe('signing in', () => {
  it('leads to the page that was asked for, and out again', async () => {
    const { program } = await begun();
    const browser = new Browser(program);
    const asked = await browser.get('/can-bo/nhan-su');

    const done = await signIn(browser, 'Quantri.Nam-Dan', PASSWORD);
    const inside = await browser.get(done.location ?? '');
    const out = await browser.post('/can-bo/dang-xuat');
    const after = await browser.get('/can-bo/nhan-su');

    expect(asked.location).toBe('/can-bo/dang-nhap?tiep=%2Fcan-bo%2Fnhan-su');
    expect(done.location).toBe('/can-bo/nhan-su');
    expect(inside.status).toBe(200);
    expect(out.location).toContain('/can-bo/dang-nhap');
    expect(after.status).toBe(303);
    expect(auditActs(program)).toEqual(expect.arrayContaining(['sign-in', 'sign-out']));
  });

  it('gives a new token each time, in a cookie that scripts and other sites cannot use', async () => {
    const { program } = await begun();
    const browser = new Browser(program);
    browser.cookies.set('can-bo', 'planted-by-somebody');

    const first = await signIn(browser, 'quantri.nam-dan', PASSWORD);
    const token = browser.cookies.get('can-bo');
    await signIn(browser, 'quantri.nam-dan', PASSWORD);

    expect(token).not.toBe('planted-by-somebody');
    expect(browser.cookies.get('can-bo')).not.toBe(token);
    expect(first.headers.getSetCookie().join()).toMatch(
      /can-bo=[^;]{40,}; Path=\/; HttpOnly; SameSite=Strict/,
    );
    expect(JSON.stringify([...program.store.signIns.values()])).not.toContain(token);
  });

  it('keeps its cookie to https where the console is reached by https', async () => {
    const { browser, done } = await begun({ PUBLIC_URL: 'https://motcua.example' });

    expect(done.headers.getSetCookie().join()).toMatch(
      /__Host-can-bo=[^;]+; Path=\/; HttpOnly; Secure/,
    );
    expect([...browser.cookies.keys()]).toContain('__Host-can-bo');
  });

  it('says the same to a wrong password and to a login that nobody has', async () => {
    const { program } = await begun();

    const wrong = await signIn(new Browser(program), 'quantri.nam-dan', 'sai mật khẩu rồi');
    const unknown = await signIn(new Browser(program), 'khong-ai-ca', 'sai mật khẩu rồi');

    const words = (text: string) => /<p class="error"[^>]*>([^<]*)/.exec(text)?.[1];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(words(wrong.text)).toBe('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(words(unknown.text)).toBe(words(wrong.text));
    expect(auditActs(program)).toContain('sign-in.refused');
  });

  it.each(['https://evil.example/', '//evil.example', '/can-bo/../thu', '/can-bo\\@evil'])(
    'never leads on to %s',
    async (tiep) => {
      const program = await startConsole();
      const page = await new Browser(program).get(
        `/can-bo/dang-nhap?tiep=${encodeURIComponent(tiep)}`,
      );

      expect(page.text).toContain('name="tiep" value="/can-bo"');
    },
  );
});

describe('a session', () => {
  const MINUTE = 60_000;

  it.each([
    ['left alone for half an hour', { seenAt: new Date(Date.now() - 31 * MINUTE) }],
    ['at the end of its day', { expiresAt: new Date(Date.now() - 1) }],
  ])('%s is over', async (_, session) => {
    const program = await startConsole();
    const { browser } = await signedIn(program, {}, session);

    const page = await browser.get('/can-bo/nhan-su');

    expect(page.status).toBe(303);
  });

  it('that ended while an answer was written gives the text back', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program, {}, { expiresAt: new Date(0) });

    const page = await browser.post('/can-bo/mat-khau', {
      loi: 'Xã đã sửa xong đoạn đường thôn 3.',
    });

    expect(page.status).toBe(401);
    expect(page.text).toContain('Xã đã sửa xong đoạn đường thôn 3.');
  });

  it('stays alive while it is used', async () => {
    const program = await startConsole();
    const seenAt = new Date(Date.now() - 20 * MINUTE);
    const { browser, officer } = await signedIn(program, {}, { seenAt });

    await browser.get('/can-bo/nhan-su');

    const kept = [...program.store.signIns.values()].find((one) => one.officerId === officer.id);
    expect(kept?.seenAt.getTime()).toBeGreaterThan(Date.now() - MINUTE);
  });
});

describe('the own password', () => {
  it('is changed by who knows the old one, and other machines are signed out', async () => {
    const { program, browser } = await begun();
    const elsewhere = new Browser(program);
    await signIn(elsewhere, 'quantri.nam-dan', PASSWORD);
    await browser.get('/can-bo/mat-khau');
    const fields = { 'mat-khau-moi': 'năm con trâu đi cày', 'mat-khau-lai': 'năm con trâu đi cày' };

    const refused = await browser.post('/can-bo/mat-khau', { ...fields, 'mat-khau': 'không phải' });
    const changed = await browser.post('/can-bo/mat-khau', { ...fields, 'mat-khau': PASSWORD });
    const here = await browser.get('/can-bo/nhan-su');
    const there = await elsewhere.get('/can-bo/nhan-su');

    expect([refused.status, changed.status, here.status, there.status]).toEqual([
      400, 303, 200, 303,
    ]);
  });
});
