import { describe, expect, it } from 'vitest';
import { auditActs, signedIn, startConsole, withRole } from './browser.ts';
import { filed, opened } from './opened-case.ts';

describe('the page of a report', () => {
  it('is noted in the audit log each time it is read', async () => {
    const { program, browser, path } = await opened();

    await browser.get(path);

    expect([...program.store.audit.values()]).toContainEqual(
      expect.objectContaining({ act: 'ticket.read', subject: 'ND-2611-0001' }),
    );
  });

  it('hides the phone number until somebody asks for it, who is noted', async () => {
    const reporter = { name: 'Giàng A Sử', phone: '0912345678', address: undefined };
    const { program, browser, path } = await opened({ reporter });

    const { text } = await browser.get(path);
    const shown = await browser.post(`${path}/so-dien-thoai`);

    expect(text).toContain('0912***678');
    expect(text).not.toContain('0912345678');
    expect(shown.text).toContain('href="tel:0912345678"');
    expect(auditActs(program)).toContain('ticket.phone');
  });

  it('of another commune does not exist, whatever is tried', async () => {
    const { program, path } = await opened();
    const { browser } = await signedIn(program, { communeSlug: 'dai-son' });

    const tried = [
      await browser.get(path),
      await browser.post(`${path}/viec`, { lam: 'receive', 'phien-ban': '1' }),
      await browser.post(`${path}/so-dien-thoai`),
      await browser.get(`${path}/bien-nhan`),
      await browser.get('/can-bo/tep/ND-2611-0001/image-1'),
    ];
    const list = await browser.get('/can-bo/phan-anh?xem=tat-ca');

    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(list.text).not.toContain('ND-2611-0001');
    expect(program.store.ticket('ND-2611-0001')?.state).toBe('new');
  });

  it('offers an officer only what the rules allow', async () => {
    const { program, browser, path } = await opened();
    const { browser: viewer } = await withRole(program, 'viewer');

    const whole = await browser.get(path);
    const looking = await viewer.get(path);

    expect(whole.text).toContain('value="receive"');
    expect(whole.text).not.toContain('lam=approve');
    expect(looking.text).toContain('Đường thôn 3');
    expect(looking.text).not.toContain('Việc có thể làm');
    expect(looking.text).not.toContain('Xem số');
  });
});

describe('an act', () => {
  it('is done by a button and shows in the story', async () => {
    const { act, now, browser, path } = await opened();

    const done = await act('receive');
    const { text } = await browser.get(path);

    expect(done.location).toBe(`${path}?bao=da-luu#trang`);
    expect(now()?.state).toBe('received');
    expect(text).toContain('Đã tiếp nhận');
  });

  it('is shown as the resident will read it, before it is sent', async () => {
    const { act, now } = await opened({ state: 'in-progress' });

    const page = await act('note', { 'noi-dung': 'Gọi trưởng thôn', buoc: 'xem-truoc' });

    expect(page.status).toBe(200);
    expect(page.text).toContain('Gọi trưởng thôn</textarea>');
    expect(now()?.timeline).toEqual([]);
  });

  it('that lacks its words says so and keeps the rest', async () => {
    const { act } = await opened({ state: 'received' });

    const page = await act('forward', { 'co-quan': 'Điện lực huyện', 'noi-dung': ' ' });

    expect(page.status).toBe(400);
    expect(page.text).toContain('<a href="#noi-dung">Ghi lý do.</a>');
    expect(page.text).toContain('value="Điện lực huyện"');
  });

  it('does not send a template whose gaps were left', async () => {
    const { act, now } = await opened({ state: 'in-progress' });

    const page = await act('answer', { 'noi-dung': 'Ngày […], xã đã kiểm tra.' });

    expect(page.text).toContain('Mẫu còn chỗ […] chưa điền.');
    expect(now()?.state).toBe('in-progress');
  });

  it('on a page that somebody else has meanwhile overtaken shows what they did first', async () => {
    const { act, now, browser, path } = await opened();
    await act('receive');

    const late = await browser.post(`${path}/viec`, {
      lam: 'note',
      'phien-ban': '1',
      'noi-dung': 'Ghi chú viết lâu',
    });

    expect(late.text).toContain('Lý Thị Hoa vừa thay đổi phản ánh này.');
    expect(late.text).toContain('Ghi chú viết lâu</textarea>');
    expect(now()?.timeline).toHaveLength(1);
  });

  it('that the roles do not allow is refused even when its form is forged', async () => {
    const { program, path, now } = await opened({ state: 'awaiting-approval' });
    const { browser } = await withRole(program, 'handler');

    const page = await browser.post(`${path}/viec`, {
      lam: 'approve',
      'phien-ban': String(now()?.version),
      'noi-dung': 'Xong',
    });

    expect(page.status).toBe(400);
    expect(now()?.state).toBe('awaiting-approval');
  });

  it('of several reports at once gives them to a colleague, and says which it could not', async () => {
    const { program, browser } = await opened({ state: 'received' });
    await filed(program, { state: 'closed', eventId: 'm9' });
    const { officer } = await withRole(program, 'handler', { name: 'Vàng Văn Páo' });

    const page = await browser.post('/can-bo/giao-viec', {
      ma: ['ND-2611-0001', 'ND-2611-0002', 'DS-2611-0001'],
      'giao-cho': officer.id,
    });

    expect(page.text).toContain('Đã giao 1 phản ánh cho <strong>Vàng Văn Páo</strong>');
    expect(page.text).toContain('Chưa giao được 1 phản ánh');
    expect(program.store.ticket('ND-2611-0001')?.assignee).toBe(officer.id);
  });
});

describe('a report told at the counter', () => {
  it('is written down and handed out on paper', async () => {
    const program = await startConsole();
    const { browser } = await withRole(program, 'intake');

    const done = await browser.post('/can-bo/ghi-phan-anh', {
      kenh: 'counter',
      'noi-dung': 'Mất nước ba ngày nay',
      noi: 'Thôn 5',
      'ho-ten': 'Vàng Thị Mỷ',
      'dien-thoai': '0987 654 321',
    });
    const paper = await browser.get(done.location ?? '');

    const [ticket] = program.store.tickets();
    expect(ticket).toMatchObject({ channel: 'counter', place: 'Thôn 5', communeSlug: 'nam-dan' });
    expect(ticket?.reporter.phone).toBe('0987654321');
    expect(paper.text).toContain('Mất nước ba ngày nay');
    expect(paper.text).toContain(ticket?.code);
  });

  it('needs a way and words', async () => {
    const program = await startConsole();
    const { browser } = await withRole(program, 'intake');

    const page = await browser.post('/can-bo/ghi-phan-anh', { 'dien-thoai': 'không nhớ' });

    expect(page.text).toContain('href="#kenh"');
    expect(page.text).toContain('href="#noi-dung"');
    expect(page.text).toContain('Số điện thoại gồm 8 đến 12 chữ số.');
    expect(program.store.tickets()).toEqual([]);
  });
});

describe('reports of the same matter', () => {
  const words = 'Đường thôn 3 bị sụt hố to trước cổng trường, xe máy ngã';

  it('are suggested, merged and taken apart again', async () => {
    const { program, browser, path, act, now } = await opened({ content: words });
    const other = await filed(program, { content: `${words} hoài`, eventId: 'm9' });

    const { text } = await browser.get(path);
    const merged = await act('merge', { 'gop-vao': other.code.toLowerCase() });
    const main = await browser.get(`/can-bo/phan-anh/${other.code}`);
    const stateMerged = now()?.state;
    await act('unmerge');

    expect(text).toContain(`Gộp vào ${other.code}`);
    expect(merged.status).toBe(303);
    expect(stateMerged).toBe('duplicate');
    expect(main.text).toContain('Các phản ánh đã gộp vào đây');
    expect(now()?.state).toBe('new');
  });

  it('are quoted in part, which is seen by its dots', async () => {
    const { program, browser, path } = await opened({ content: words });
    await filed(program, { content: `${words} hoài${' mà chưa ai sửa'.repeat(6)}`, eventId: 'm9' });

    const { text } = await browser.get(path);

    expect(text).toMatch(/xe máy ngã hoài( mà chưa ai sửa)+( mà( chưa( ai)?)?)? ?\S*…/);
  });
});

describe('what the resident is told', () => {
  it('shows whether it arrived, and can be sent again when it did not', async () => {
    const { program, browser, path, ticket: one } = await opened();
    const message = {
      id: 'ticket:x:1:0',
      eventId: 'ticket:x:1',
      oaId: one.oaId,
      userId: one.userId,
      reply: { text: 'Đã tiếp nhận' },
      part: 0,
      state: 'failed',
      attempts: 8,
      createdAt: new Date(),
      nextAttemptAt: new Date(),
      lastError: 'Người dân đã 7 ngày không nhắn OA',
    } as const;
    await program.store.putMessage(message);
    const by = { type: 'officer', id: 'o', name: 'Hoa' } as const;
    const entry = { at: new Date(), by, act: 'receive', from: 'new', to: 'received' } as const;
    const timeline = [
      { ...entry, text: undefined, audience: 'public', messageIds: [message.id] } as const,
    ];
    await program.store.updateTicket({
      code: one.code,
      change: (ticket) => ({ ticket: { ...ticket, timeline } }),
    });

    const { text } = await browser.get(path);
    const again = await browser.post(`${path}/gui-lai`, { tin: message.id });
    const foreign = await browser.post(`${path}/gui-lai`, { tin: 'ticket:other:1:0' });

    expect(text).toContain('Chưa gửi được');
    expect(text).toContain('Người dân đã 7 ngày không nhắn OA');
    expect(again.location).toContain('bao=dang-gui-lai');
    expect(foreign.status).toBe(400);
    expect(auditActs(program)).toContain('ticket.resend');
  });
});
