import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/model/ticket.ts';
import { ticket as aTicket } from '../helpers/build.ts';
import type { Program } from '../helpers/program.ts';
import { auditActs, signedIn, startConsole } from './browser.ts';

const PERSON = { name: 'Giàng A Sử', phone: '0912 345 678', address: 'Thôn 3' };

async function keep({ store }: Program, change: Partial<Ticket>): Promise<string> {
  const { code } = await store.openTicket({ ...aTicket(change), series: 'ND-2611' }, {});
  return code;
}

/** Two reports of one person, one on Zalo and one by phone; one of somebody else; one of the neighbours. */
async function withPerson() {
  const program = await startConsole();
  const code = await keep(program, { content: 'Đường hỏng', reporter: PERSON });
  const phone = { ...PERSON, phone: '+84912345678' };
  await keep(program, { content: 'Mất điện', reporter: phone, userId: '', oaId: '' });
  await keep(program, { content: 'Việc người khác', userId: '999' });
  await keep(program, { content: 'Xã khác', reporter: PERSON, communeSlug: 'dai-son' });
  return { program, code };
}

describe('what is stored about a person', () => {
  it('is found from a report by the conversation and the phone, and noted', async () => {
    const { program, code } = await withPerson();
    const { browser } = await signedIn(program);

    const { text } = await browser.get(`/can-bo/phan-anh/${code}/du-lieu`);
    const file = await browser.get(`/can-bo/phan-anh/${code}/du-lieu.json`);

    for (const shown of [text, file.text]) {
      expect(shown).toContain('Đường hỏng');
      expect(shown).toContain('Mất điện');
      expect(shown).not.toContain('Việc người khác');
      expect(shown).not.toContain('Xã khác');
    }
    expect(JSON.parse(file.text)).toMatchObject({ messages: [], officerCalls: [] });
    expect(auditActs(program)).toEqual(['person.read', 'person.export']);
  });

  it('is found by a phone number however it is written, which stands in no address', async () => {
    const { program } = await withPerson();
    const { browser } = await signedIn(program);
    await browser.get('/can-bo/du-lieu-ca-nhan');

    const page = await browser.post('/can-bo/du-lieu-ca-nhan', { 'dien-thoai': '0912.345.678' });
    const file = await browser.post('/can-bo/du-lieu-ca-nhan/tai-ve', {
      'dien-thoai': '+84 912 345 678',
    });

    expect(page.text).toContain('Phản ánh (2)');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect([...program.store.audit.values()].map(({ subject }) => subject)).toEqual([
      '0912***678',
      '0912***678',
    ]);
  });

  it('is not shown for half a number', async () => {
    const { program } = await withPerson();
    const { browser } = await signedIn(program);
    await browser.get('/can-bo/du-lieu-ca-nhan');

    const page = await browser.post('/can-bo/du-lieu-ca-nhan', { 'dien-thoai': '678' });

    expect(page.status).toBe(400);
    expect(auditActs(program)).toEqual([]);
  });
});

describe('the audit log', () => {
  it('shows who did what to which report, newest first, of this commune only', async () => {
    const { program, code } = await withPerson();
    const { browser } = await signedIn(program, { name: 'Lý Thị Hoa' });
    const { browser: neighbour } = await signedIn(program, { communeSlug: 'dai-son' });
    await browser.get(`/can-bo/phan-anh/${code}`);
    await browser.get('/can-bo/so-theo-doi');

    const { text } = await browser.get('/can-bo/nhat-ky');
    const elsewhere = await neighbour.get('/can-bo/nhat-ky');

    expect(text).toMatch(/Xem sổ theo dõi<\/td>[^]*Xem phản ánh<\/td>/);
    expect(text).toContain(`<a href="/can-bo/phan-anh/${code}">${code}</a>`);
    expect(elsewhere.text).toContain('Không có dòng nào');
  });

  it.each([
    ['viec=ticket.read', 1],
    ['viec=khong-co', 0],
    ['tim=nd-2611-0001', 1],
    ['tu=2020-01-01&den=2020-01-02', 0],
    ['tu=2020-01-01', 2],
    ['tu=hôm qua', 2],
  ])('is filtered by "%s"', async (query, expected) => {
    const { program, code } = await withPerson();
    const { browser } = await signedIn(program);
    await browser.get(`/can-bo/phan-anh/${code}`);
    await browser.get('/can-bo/so-theo-doi');

    const { text } = await browser.get(`/can-bo/nhat-ky?${query}`);

    expect(text).toContain(`${expected} dòng, mới nhất trước`);
  });
});
