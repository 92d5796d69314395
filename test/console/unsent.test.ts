import { describe, expect, it } from 'vitest';
import { ticket } from '../helpers/build.ts';
import { accountOf, ask, newResident, type Program, sentTo } from '../helpers/program.ts';
import { aMessage, anEvent } from '../store/samples.ts';
import { auditActs, signedIn, startConsole } from './browser.ts';

const REASON = 'Zalo từ chối (mã -230): Người dân không nhắn cho OA trong 7 ngày qua.';

async function refused() {
  const program = await startConsole();
  const resident = newResident(program);
  await ask(program, resident, 'xin chào');
  const reply = { text: 'Kết quả: đường đã vá <script>, gọi 0988 777 666' };
  const entry = { ...resident, reply, state: 'failed', lastError: REASON } as const;
  await program.store.putMessage(aMessage('m1:0', entry));
  const reporter = { name: 'Sử', phone: '0912345678', address: undefined };
  const draft = { ...ticket({ ...resident, reporter }), series: 'ND-2611' };
  await program.store.openTicket(draft, {});
  const { browser } = await signedIn(program);
  return { program, resident, browser };
}

const failed = ({ store }: Program) => store.failedMessages().length;

describe('a message that did not reach the resident', () => {
  it('is shown with the reason, its numbers hidden', async () => {
    const { browser } = await refused();

    const { text } = await browser.get('/can-bo/chua-gui');

    expect(text).toContain('Người dân không nhắn cho OA trong 7 ngày qua.');
    expect(text).toContain('0912***678');
    expect(text).not.toMatch(/0912345678|777 666|<script/);
  });

  it('shows whom to phone to who asks, which is noted', async () => {
    const { program, browser } = await refused();

    const { text } = await browser.post('/can-bo/chua-gui/m1:0/so-dien-thoai');

    expect(text).toContain('href="tel:0912345678"');
    expect(auditActs(program)).toContain('ticket.phone');
  });

  it('is sent again by one click', async () => {
    const { program, resident, browser } = await refused();

    await browser.post('/can-bo/chua-gui/m1:0/gui-lai');
    await program.idle();

    expect(sentTo(program, resident).at(-1)).toContain('đường đã vá');
    expect(failed(program)).toBe(0);
    expect(auditActs(program)).toContain('message.resend');
  });

  it('leaves the list when the resident was told otherwise', async () => {
    const { program, browser } = await refused();

    await browser.post('/can-bo/chua-gui/m1:0/bo');

    expect(failed(program)).toBe(0);
    expect(auditActs(program)).toContain('message.settled');
  });

  it('of another commune is not there for anything', async () => {
    const { program } = await refused();
    const { browser } = await signedIn(program, { communeSlug: 'dai-son' });

    const tried = [
      await browser.post('/can-bo/chua-gui/m1:0/gui-lai'),
      await browser.post('/can-bo/chua-gui/m1:0/so-dien-thoai'),
      await browser.post('/can-bo/chua-gui/m1:0/bo'),
    ];

    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await browser.get('/can-bo/chua-gui')).text).not.toContain('đường đã vá');
    expect(failed(program)).toBe(1);
  });
});

describe('a message of a resident that the program could not work through', () => {
  it('is shown with time and reason until somebody has answered it', async () => {
    const { program, browser } = await refused();
    const { oaId } = accountOf(program, 'nam-dan');
    await program.store.receive(anEvent('e9', { oaId }));
    for (let i = 0; i < 3; i++) await program.store.failEvent('e9', 'gọi 0912 345 678 hỏng');

    const { text } = await browser.get('/can-bo/chua-gui');
    await browser.post('/can-bo/chua-gui/su-kien/e9/xong');
    const after = await browser.get('/can-bo/chua-gui');

    expect(text).toContain('gọi [số đã che] hỏng');
    expect(after.text).not.toContain('[số đã che] hỏng');
    expect(program.store.events.get('e9')).toMatchObject({ state: 'done', body: '' });
  });
});
