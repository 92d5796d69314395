import { describe, expect, it } from 'vitest';
import { auditActs, Browser, signedIn, startConsole } from './browser.ts';

const NEW = { 'ho-ten': 'Vàng Văn Páo', 'ten-dang-nhap': 'pao.vang', 'vai-tro': ['handler'] };

describe('the administrator', () => {
  it('lets a colleague in by a link that is shown once', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const invited = await browser.post('/can-bo/nhan-su', NEW);
    const [, secret = ''] = /loi-moi\?ma=([\w-]{43})/.exec(invited.text) ?? [];
    const welcome = await new Browser(program).get(`/can-bo/loi-moi?ma=${secret}`);
    const list = await browser.get('/can-bo/nhan-su');

    expect(welcome.text).toContain('pao.vang');
    expect(list.text).toContain('Chờ đặt mật khẩu');
    expect(list.text).not.toContain(secret);
    expect(auditActs(program)).toContain('officer.create');
  });

  it('is told what is missing, and keeps what was typed', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    const page = await browser.post('/can-bo/nhan-su', {
      'ho-ten': 'Vàng Văn Páo',
      'ten-dang-nhap': 'Páo Vàng',
    });

    expect(page.status).toBe(400);
    expect(page.text).toContain('<a href="#ten-dang-nhap">Tên đăng nhập gồm');
    expect(page.text).toContain('<a href="#vai-tro">Chọn ít nhất một vai trò.</a>');
    expect(page.text).toContain('value="Vàng Văn Páo"');
  });

  it('cannot give a login that somebody has, even in another commune', async () => {
    const program = await startConsole();
    await signedIn(program, { login: 'pao.vang', communeSlug: 'dai-son' });
    const { browser } = await signedIn(program);

    const page = await browser.post('/can-bo/nhan-su', NEW);

    expect(page.text).toContain('Tên đăng nhập này đã có người dùng');
  });

  it('changes roles, and the audit log keeps those before and after', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);
    const { officer } = await signedIn(program, { roles: ['viewer'] });

    await browser.post(`/can-bo/nhan-su/${officer.id}/vai-tro`, {
      'vai-tro': ['intake', 'leader'],
    });

    expect(program.store.officers.get(officer.id)?.roles).toEqual(['intake', 'leader']);
    expect([...program.store.audit.values()]).toContainEqual(
      expect.objectContaining({ act: 'officer.roles', before: 'viewer', after: 'intake, leader' }),
    );
  });

  it('switches a colleague off, who is signed out at once', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);
    const colleague = await signedIn(program);

    await browser.post(`/can-bo/nhan-su/${colleague.officer.id}/khoa`);
    const page = await colleague.browser.get('/can-bo');

    expect(page.location).toContain('/can-bo/dang-nhap');
    expect([...program.store.signIns.values()]).toHaveLength(1);
  });

  it('stays: the last one can neither give the role away nor be switched off', async () => {
    const program = await startConsole();
    const { browser, officer } = await signedIn(program);
    const path = `/can-bo/nhan-su/${officer.id}`;

    const given = await browser.post(`${path}/vai-tro`, { 'vai-tro': ['handler'] });
    const off = await browser.post(`${path}/khoa`);

    expect(given.text).toContain('người quản trị duy nhất');
    expect(off.status).toBe(400);
    expect(program.store.officers.get(officer.id)).toMatchObject({ active: true });
  });

  it('stays also when two remove each other at the same moment', async () => {
    const program = await startConsole();
    const [one, other] = [await signedIn(program), await signedIn(program)];

    await Promise.all([
      one.browser.post(`/can-bo/nhan-su/${other.officer.id}/khoa`),
      other.browser.post(`/can-bo/nhan-su/${one.officer.id}/khoa`),
    ]);

    const left = [...program.store.officers.values()].filter(
      ({ active, passwordHash }) => active && passwordHash !== undefined,
    );
    expect(left).toHaveLength(1);
  });

  it('does not see who works in another commune', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);
    const stranger = await signedIn(program, { communeSlug: 'dai-son', name: 'Người Đại Sơn' });

    const list = await browser.get('/can-bo/nhan-su');
    const page = await browser.get(`/can-bo/nhan-su/${stranger.officer.id}`);
    const change = await browser.post(`/can-bo/nhan-su/${stranger.officer.id}/khoa`);

    expect(list.text).not.toContain('Người Đại Sơn');
    expect([page.status, change.status]).toEqual([404, 404]);
  });
});

describe('the audit log', () => {
  it('tells the administrator who read and changed what, of this commune only', async () => {
    const program = await startConsole();
    const { browser, officer } = await signedIn(program);
    const neighbour = await signedIn(program, { communeSlug: 'dai-son', name: 'Người Đại Sơn' });
    await neighbour.browser.post('/can-bo/nhan-su', NEW);
    await browser.post('/can-bo/nhan-su', { ...NEW, 'ten-dang-nhap': 'my.vang' });
    await browser.post(`/can-bo/nhan-su/${officer.id}/lien-ket`);

    const all = await browser.get('/can-bo/nhat-ky');
    const filtered = await browser.get('/can-bo/nhat-ky?tim=my.vang');

    expect(all.text).toContain('Thêm cán bộ');
    expect(all.text).toContain('Cấp liên kết mới');
    expect(all.text).not.toContain('Người Đại Sơn');
    expect(filtered.text).toContain('my.vang');
    expect(filtered.text).not.toContain('>Cấp liên kết mới</td>');
  });
});
