import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { withRole } from './browser.ts';
import { opened } from './opened-case.ts';

const NAMES = ['limits', 'messages', 'fields', 'settings', 'reply-templates'];
const ANSWER = 'Xã đã lấp hố ngày 20/11/2026.';

/** The rules of reports as they are delivered. */
async function delivered(settings: Readonly<Record<string, unknown>> = {}) {
  const entries = NAMES.map(async (name) => {
    const path = `feedback/${name}.json`;
    const content: unknown = JSON.parse(await readFile(`knowledge/${path}`, 'utf8'));
    return [path, name === 'settings' ? Object.assign({}, content, settings) : content] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const official = {
  standing: 'official',
  state: 'in-progress',
  category: 'on-site',
  field: 'Giao thông, đường sá',
} as const;

describe('an answer', () => {
  it('begins with a template, is read as the resident will, and is sent', async () => {
    const { program, browser, path, act, now } = await opened(official, await delivered());

    const filled = await browser.get(`${path}?lam=answer&mau=da-xu-ly`);
    const preview = await act('answer', { 'noi-dung': ANSWER, buoc: 'xem-truoc' });
    const sentBefore = [...program.store.messages.values()].length;
    const sent = await act('answer', { 'noi-dung': ANSWER });
    const [message] = [...program.store.messages.values()];
    const { text } = await browser.get(path);

    expect(filled.text).toContain('Đến nay việc đã xong.');
    expect(preview.text).toContain('Người dân sẽ thấy');
    expect(preview.text).toMatch(/<bdi class="said">[^<]*Xã đã lấp hố ngày 20\/11\/2026\./);
    expect(sentBefore).toBe(0);
    expect(sent.status).toBe(303);
    expect(now()?.answer?.text).toBe(ANSWER);
    expect(message?.eventId).toBe(`ticket:${now()?.code ?? ''}:1`);
    expect(text).toContain('Đã trả lời');
  });

  it('is approved by another person where the commune asks for two', async () => {
    const files = await delivered({ approval: 'two' });
    const { program, browser, path, act, now } = await opened(official, files);
    const boss = await withRole(program, 'leader');

    const page = await browser.get(path);
    const alone = await act('answer', { 'noi-dung': ANSWER });
    await act('submit', { 'noi-dung': ANSWER });
    const own = await act('approve', { 'noi-dung': ANSWER });
    const asked = await boss.browser.get(`${path}?lam=approve`);
    await boss.browser.post(`${path}/viec`, {
      lam: 'approve',
      'phien-ban': String(now()?.version),
      'noi-dung': `${ANSWER} Xin cảm ơn.`,
    });

    expect(page.text).not.toContain('lam=answer');
    expect([alone.status, own.status]).toEqual([400, 400]);
    expect(asked.text).toContain(`${ANSWER}</textarea>`);
    expect(now()).toMatchObject({ state: 'answered', answer: { text: `${ANSWER} Xin cảm ơn.` } });
  });

  it('that waits for approval is previewed as it will read once approved', async () => {
    const { act, now } = await opened(official, await delivered({ approval: 'two' }));

    const page = await act('submit', { 'noi-dung': ANSWER, buoc: 'xem-truoc' });

    expect(page.text).toContain('Người dân sẽ thấy');
    expect(now()?.state).toBe('in-progress');
  });
});

describe('the deadline', () => {
  it('is told with its basis and every day that was counted', async () => {
    const { browser, path } = await opened(official, await delivered());

    const { text } = await browser.get(path);

    expect(text).toContain('Xã phấn đấu');
    expect(text).toContain('Thứ Bảy 21/11/2026: nhận lúc 09:00, chưa tính ngày này');
  });
});
