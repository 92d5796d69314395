import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/model/ticket.ts';
import { startConsole } from '../console/browser.ts';
import { ticket as aTicket } from '../helpers/build.ts';
import type { Program } from '../helpers/program.ts';

const by = { type: 'officer', id: 'o', name: 'Lý Thị Hoa' } as const;
const HOUR = 3_600_000;
const hours = (count: number) => new Date(Date.now() + count * HOUR);

async function keep({ store }: Program, change: Partial<Ticket>): Promise<string> {
  const draft = aTicket({ standing: 'official', createdAt: hours(-3), ...change });
  const { code } = await store.openTicket({ ...draft, series: 'ND-2611' }, {});
  return code;
}

function published(matter: string, result = 'Đã lấp hố'): Partial<Ticket> {
  const answer = { text: 'Anh Sử ơi, xã đã làm', at: hours(-2), by };
  const publication = { matter, result, at: hours(-1), by };
  return { state: 'answered', answer, publication, dueAt: hours(1) };
}

async function look({ url }: Program, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, url));
  return { status: response.status, text: await response.text() };
}

describe('the public page of results', () => {
  it('shows the approved words, and nothing that the resident gave', async () => {
    const program = await startConsole();
    const reporter = { name: 'Giàng A Sử', phone: '0912345678', address: 'Thôn 3' };
    const content = 'Nhà tôi Giàng A Sử bị ngập';
    const code = await keep(program, { ...published('Đường ngập'), reporter, content });
    await keep(program, { content: 'Chưa công khai' });

    const { status, text } = await look(program, '/pakn?xa=nam-dan');

    expect(status).toBe(200);
    expect(text).toContain('Đường ngập');
    expect(text).toContain('Đã lấp hố');
    for (const hidden of ['Sử', '0912', 'Chưa công khai', code, 'Hoa']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('counts what is overdue against the commune, published or not', async () => {
    const program = await startConsole();
    await keep(program, published('Đường ngập'));
    await keep(program, { state: 'assigned', dueAt: hours(-1) });

    const { text } = await look(program, '/pakn?xa=nam-dan');

    expect(text).toContain('50% của 2 việc đã tới hạn hoặc đã xong');
  });

  it('says that there are no figures yet rather than a hundred percent', async () => {
    const { text } = await look(await startConsole(), '/pakn?xa=nam-dan');

    expect(text).toContain('Chưa đủ số liệu');
    expect(text).toContain('Chưa có kết quả nào được công khai.');
  });

  it('offers the communes to choose from, and knows no other', async () => {
    const program = await startConsole();

    const choice = await look(program, '/pakn');
    const other = await look(program, '/pakn?xa=khong-co');
    const front = await look(program, '/');

    expect(choice.text).toContain('<a href="/pakn?xa=dai-son">xã Đại Sơn</a>');
    expect(other.status).toBe(404);
    expect(front.text).toContain('href="/pakn"');
  });

  it('turns pages, newest first, and shows markup as text', async () => {
    const program = await startConsole();
    for (let i = 1; i <= 21; i += 1) await keep(program, published(`<b>Việc ${i}</b>`));

    const first = await look(program, '/pakn?xa=nam-dan');
    const last = await look(program, '/pakn?xa=nam-dan&trang=99');

    expect(first.text.match(/<article>/g)).toHaveLength(20);
    expect(last.text.match(/<article>/g)).toHaveLength(1);
    expect(first.text).not.toContain('<b>');
    expect(first.text).toContain('trang=2');
  });
});
