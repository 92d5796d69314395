import { describe, expect, it } from 'vitest';
import { accountOf, ask, newResident, type Program, sentTo } from '../helpers/program.ts';
import { auditActs, signedIn, startConsole, withRole } from './browser.ts';

const MINUTE = 60_000;

async function called() {
  const program = await startConsole();
  const resident = newResident(program);
  await ask(program, resident, '#officer');
  await ask(program, resident, 'giấy tờ của tôi 0912345678 làm tới đâu rồi <script>');
  const { browser } = await signedIn(program);
  const path = `/can-bo/tro-chuyen/${callOf(program).id}`;
  return { program, resident, browser, path };
}

function callOf({ store }: Program) {
  const call = store.officerCalls()[0];
  if (call === undefined) throw new Error('nobody called');
  return call;
}

describe('a resident who waits for an officer', () => {
  it('stands in the list with how long, words cut and numbers hidden', async () => {
    const { browser } = await called();

    const { text } = await browser.get('/can-bo/tro-chuyen');

    expect(text).toContain('đã chờ 0 phút');
    expect(text).toContain('giấy tờ của tôi [số đã che]');
    expect(text).not.toContain('<script');
  });

  it('is read on a page of its own, which is noted', async () => {
    const { browser, path, program } = await called();

    const { text } = await browser.get(path);

    expect(text).toContain('0912345678 làm tới đâu rồi &lt;script&gt;');
    expect(auditActs(program)).toContain('talk.read');
  });

  it('is still there when nobody answered in time', async () => {
    const { program, browser } = await called();
    const call = callOf(program);
    const until = new Date(Date.now() - MINUTE);
    await program.store.keep([{ table: 'officerCall', key: call.id, value: { ...call, until } }]);

    const { text } = await browser.get('/can-bo/tro-chuyen');

    expect(text).toContain('Chưa ai trả lời, bot đã nói lại');
  });

  it('of another commune does not exist', async () => {
    const { program, path } = await called();
    const { browser } = await signedIn(program, { communeSlug: 'dai-son' });

    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(`${path}/tra-loi`, { 'noi-dung': 'Chào' })).status).toBe(404);
    expect((await browser.get('/can-bo/tro-chuyen')).text).not.toContain('giấy tờ của tôi');
  });
});

describe('an officer in the console', () => {
  it('answers through Zalo, and the bot keeps quiet longer', async () => {
    const { program, resident, browser, path } = await called();
    const before = callOf(program).until;

    const done = await browser.post(`${path}/tra-loi`, {
      'noi-dung': 'Mời bác sáng mai tới quầy.',
    });
    await program.idle();

    expect(done.location).toBe(`${path}?bao=da-nhan`);
    expect(sentTo(program, resident).at(-1)).toBe('Cán bộ xã trả lời:\nMời bác sáng mai tới quầy.');
    expect(callOf(program).until.getTime()).toBeGreaterThan(before.getTime());
    expect(program.store.session(resident)?.step).toBe('with-officer');
    expect(await ask(program, resident, 'làm khai sinh cần gì')).toEqual([]);
    expect((await browser.get('/can-bo/tro-chuyen')).text).toContain('Cán bộ đang nói');
    expect(auditActs(program)).toContain('talk.say');
  });

  it('gives the word back, and the bot says so and answers again', async () => {
    const { program, resident, browser, path } = await called();

    await browser.post(`${path}/ket-thuc`);
    await program.idle();

    expect(sentTo(program, resident).at(-1)).toContain('em quay lại');
    expect(await ask(program, resident, 'đăng ký khai sinh')).not.toEqual([]);
    expect(callOf(program).endedAt).toBeInstanceOf(Date);
  });

  it('can write again to somebody the bot has taken back', async () => {
    const { program, resident, browser, path } = await called();
    await browser.post(`${path}/ket-thuc`);

    await browser.post(`${path}/tra-loi`, { 'noi-dung': 'Bác ơi, em nhắn thêm.' });
    await program.idle();

    expect(await ask(program, resident, 'vâng')).toEqual([]);
    expect(callOf(program).endedAt).toBeUndefined();
  });

  it.each(['', ' \u202E ', 'x'.repeat(1501)])('sends nothing empty or too long', async (words) => {
    const { program, resident, browser, path } = await called();
    const before = sentTo(program, resident).length;

    const page = await browser.post(`${path}/tra-loi`, { 'noi-dung': words });

    expect(page.status).toBe(400);
    expect(sentTo(program, resident)).toHaveLength(before);
  });

  it('who only looks at figures sees no conversation', async () => {
    const { program, path } = await called();
    const { browser } = await withRole(program, 'viewer');

    expect((await browser.get(path)).status).toBe(403);
  });
});

describe('a conversation with officers', () => {
  it('ends when the resident calls the bot back', async () => {
    const { program, resident } = await called();

    await ask(program, resident, 'menu');

    expect(callOf(program).endedAt).toBeInstanceOf(Date);
  });

  it('is one, however often the resident calls', async () => {
    const { program, resident } = await called();
    const call = callOf(program);
    const until = new Date(Date.now() - MINUTE);
    const session = program.store.session(resident);
    if (session?.step !== 'with-officer') throw new Error('the bot should be quiet');
    await program.store.keep([
      { table: 'officerCall', key: call.id, value: { ...call, until } },
      {
        table: 'session',
        key: `${resident.oaId}:${resident.userId}`,
        value: { ...session, until },
      },
    ]);

    await ask(program, resident, '#officer');

    expect(program.store.officerCalls()).toHaveLength(1);
  });

  it('is forgotten with everything else when the resident asks for it', async () => {
    const { program, resident } = await called();

    await program.store.forget(resident);

    expect(program.store.officerCalls()).toEqual([]);
  });

  it('is forgotten seven days after its end, not before', async () => {
    const { program } = await called();
    const { until } = callOf(program);
    const day = 24 * 60 * MINUTE;

    await program.store.tidy(new Date(until.getTime() + 7 * day));
    expect(program.store.officerCalls()).toHaveLength(1);
    await program.store.tidy(new Date(until.getTime() + 7 * day + 1));

    expect(program.store.officerCalls()).toEqual([]);
  });

  it('belongs to the account it came through', async () => {
    const { program } = await called();

    expect(callOf(program).oaId).toBe(accountOf(program, 'nam-dan').oaId);
  });
});
