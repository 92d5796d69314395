import { describe, expect, it, onTestFinished } from 'vitest';
import { ticketReply } from '../src/bot/ticket-reply.ts';
import { Desk } from '../src/desk.ts';
import { silentLog } from '../src/lib/log.ts';
import { draftOf } from '../src/model/report.ts';
import { newSession, type Session } from '../src/model/session.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import type { OutboxEntry } from '../src/store/store.ts';
import { residentUpdate } from '../src/ticket-change.ts';
import { keepUp } from '../src/upkeep.ts';
import { commune, hereWith, knowledgeOf } from './helpers/build.ts';
import { realCalendar, realPolicy } from './helpers/feedback.ts';
import { officer } from './helpers/pakn.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { aReport, LAN, NAM } from './store/samples.ts';

const MONDAY = new Date('2026-11-23T02:00:00Z');
const account = { oaId: LAN.oaId, communeSlug: 'nam-dan' };

/** A desk with its store; `sent` is what it gave to delivery. */
async function openDesk() {
  const store = await openLowdbStore(await temporaryFolder());
  onTestFinished(() => store.close());
  const local = hereWith({ feedback: realPolicy, calendar: realCalendar }).local;
  const knowledge = knowledgeOf({ communes: [{ ...local, commune: commune() }] });
  const sent: OutboxEntry[] = [];
  const clock = { now: MONDAY };
  const options = {
    store,
    knowledge: () => knowledge,
    clock: () => clock.now,
    deliver: (messages: readonly OutboxEntry[]) => sent.push(...messages),
    replyTo: ticketReply,
  };
  const desk = new Desk({ ...options, deliver: (messages) => void options.deliver(messages) });
  const hour = () =>
    keepUp({
      ...options,
      desk,
      accounts: [account],
      log: silentLog,
      deliver: (messages) => void options.deliver(messages),
    });
  return { store, desk, sent, clock, hour };
}

const leader = officer('intake', 'handler', 'leader');

describe('the desk', () => {
  it('keeps what an officer does, tells the resident and notes it in the audit log', async () => {
    const { store, desk, sent } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { standing: 'official' }), {});

    const result = await desk.act(code, { name: 'receive' }, leader);

    expect(result).toMatchObject({ ok: true, ticket: { state: 'received', version: 2 } });
    expect(sent).toMatchObject([
      { ...LAN, reply: { text: expect.stringContaining(code) as string } },
    ]);
    expect(store.ticket(code)?.timeline.at(-1)?.messageIds).toEqual(sent.map(({ id }) => id));
    expect(store.waitingMessages().map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    expect([...store.audit.values()]).toMatchObject([
      { officerId: leader.id, act: 'ticket.receive', subject: code },
    ]);
  });

  it('lets an answer be rated in one tap', async () => {
    const { store, desk, sent } = await openDesk();
    const { code } = await store.openTicket(aReport('e1'), {});
    await desk.act(code, { name: 'receive' }, leader);

    await desk.act(code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader);

    expect(sent.at(-1)?.reply.choices?.map(({ title }) => title)).toEqual([
      'Hài lòng',
      'Chưa hài lòng',
      'Xem xét lại',
    ]);
  });

  it('lets "1" choose from what the officer\'s message offered, not from an older one', async () => {
    const { store, desk } = await openDesk();
    const key = `${LAN.oaId}:${LAN.userId}`;
    const offered = [{ title: 'Lệ phí', send: '#older' }];
    const asking: Session = { ...newSession(MONDAY), step: 'forget-confirm', offered };
    await store.keep([{ table: 'session', key, value: asking }]);
    const { code } = await store.openTicket(aReport('e1'), {});

    await desk.act(code, { name: 'receive' }, leader);
    const afterPlainNews = store.sessions.get(key);
    await desk.act(code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader);

    expect(afterPlainNews).toEqual(asking);
    expect(store.sessions.get(key)).toMatchObject({
      step: 'forget-confirm',
      offered: [{ title: 'Hài lòng' }, { title: 'Chưa hài lòng' }, { title: 'Xem xét lại' }],
    });
  });

  it('lets somebody answer by number whose conversation was forgotten', async () => {
    const { store, desk } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { state: 'in-progress' }), {});

    await desk.act(code, { name: 'ask-resident', text: 'Hố ở gần nhà ai ạ?' }, leader);

    expect(store.session(LAN)?.offered).toMatchObject([{ title: 'Bổ sung' }]);
  });

  it('writes no words of anybody into the audit log', async () => {
    const { store, desk } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { state: 'in-progress' }), {});

    await desk.act(code, { name: 'note', text: 'Bà Lan ở cạnh nhà ông B.' }, leader);
    await desk.act(code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader);

    expect(JSON.stringify([...store.audit.values()])).not.toMatch(/Lan|lấp/);
  });

  it('refuses with the reason, and changes nothing', async () => {
    const { store, desk, sent } = await openDesk();
    const { code } = await store.openTicket(aReport('e1'), {});

    const refused = await desk.act(code, { name: 'receive' }, officer('viewer'));

    expect(refused).toMatchObject({
      ok: false,
      reason: expect.stringContaining('quyền') as string,
    });
    expect(store.ticket(code)).toMatchObject({ state: 'new', version: 1 });
    expect([...sent, ...store.audit.values()]).toEqual([]);
  });

  it("shows nobody another commune's report", async () => {
    const { store, desk } = await openDesk();
    const { code } = await store.openTicket(aReport('e1'), {});
    const stranger = { ...leader, communeSlug: 'dai-son' };

    expect(await desk.act(code, { name: 'receive' }, stranger)).toEqual(
      await desk.act('ND-2611-9999', { name: 'receive' }, leader),
    );
  });

  it('does one of two acts that exclude each other, when both come at once', async () => {
    const { store, desk } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { state: 'in-progress' }), {});

    const results = await Promise.all([
      desk.act(code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader),
      desk.act(code, { name: 'forward', to: 'Sở Xây dựng', reason: 'Đường tỉnh' }, leader),
    ]);

    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('tells everybody who reported the same matter', async () => {
    const { store, desk, sent } = await openDesk();
    const main = await store.openTicket(aReport('e1', { state: 'in-progress' }), {});
    const other = await store.openTicket(aReport('e2', { ...NAM, state: 'received' }), {});
    await desk.act(other.code, { name: 'merge', into: main.code }, leader);
    sent.length = 0;

    await desk.act(main.code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader);

    expect(sent.map(({ userId }) => userId)).toEqual([LAN.userId, NAM.userId]);
    expect(sent[1]?.reply).toEqual({ text: expect.stringContaining(other.code) as string });
    expect(store.ticket(other.code)?.timeline.at(-1)).toMatchObject({
      act: 'relay',
      audience: 'public',
    });
  });

  it('merges only into a report that is there and not merged itself', async () => {
    const { store, desk } = await openDesk();
    const { code } = await store.openTicket(aReport('e1'), {});
    const merged = await store.openTicket(aReport('e2', { state: 'duplicate' }), {});

    for (const into of ['ND-2611-9999', merged.code]) {
      expect((await desk.act(code, { name: 'merge', into }, leader)).ok).toBe(false);
    }
  });

  it('marks a report to be phoned when Zalo will never take its message, once', async () => {
    const { store, desk, sent } = await openDesk();
    const { code } = await store.openTicket(aReport('e1'), {});
    await desk.act(code, { name: 'receive' }, leader);
    const [message] = sent;
    if (message === undefined) throw new Error('nothing was sent');

    const failed = { ...message, state: 'failed', lastError: 'Quá 7 ngày' } as const;
    await desk.onRefused(failed);
    await desk.onRefused(failed);

    expect(store.ticket(code)).toMatchObject({ callNeeded: true, version: 3 });
    await desk.act(code, { name: 'called', text: 'Đã báo qua điện thoại' }, leader);
    expect(store.ticket(code)?.callNeeded).toBe(false);
  });

  it('files what somebody says at the counter, and has the answer phoned', async () => {
    const { store, desk, sent } = await openDesk();
    const reporter = { name: 'Lan', phone: '0912345678', address: undefined };

    const filed = await desk.file(
      { channel: 'counter', content: 'Đường thôn 3 sụt', place: 'thôn 3', reporter },
      leader,
    );
    await desk.act(filed.code, { name: 'receive' }, leader);
    await desk.act(filed.code, { name: 'answer', text: 'Xã đã lấp hố.' }, leader);

    expect(filed).toMatchObject({ code: 'ND-2611-0001', channel: 'counter', standing: 'official' });
    expect(filed.dueAt).toEqual(new Date('2026-12-14T10:00:00Z')); // 15 working days, 24/11 is no day off yet
    expect(filed.timeline).toMatchObject([{ act: 'file', by: { name: leader.name } }]);
    expect(store.ticket(filed.code)?.callNeeded).toBe(true);
    expect(sent).toEqual([]);
  });
});

describe('what a resident does in a turn', () => {
  it('changes the report without a message besides those of the turn', async () => {
    const { store, desk, sent } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { state: 'answered' }), {});
    const act = { name: 'rate', satisfied: true } as const;

    const changed = await store.updateTicket(residentUpdate(code, act, desk.rules('nam-dan')));
    const refused = await store.updateTicket(
      residentUpdate(code, { name: 'withdraw' }, desk.rules('nam-dan')),
    );

    expect(changed?.ticket.rating?.satisfied).toBe(true);
    expect(changed?.messages).toBeUndefined();
    expect(refused).toBeUndefined();
    expect(sent).toEqual([]);
  });
});

describe('the hourly upkeep', () => {
  const hours = (count: number) => new Date(MONDAY.getTime() + count * 3_600_000);
  const writing: Session = {
    ...newSession(MONDAY),
    step: 'report-place',
    draft: draftOf('Đường thôn 3 sụt'),
  };
  const key = `${LAN.oaId}:${LAN.userId}`;

  it('reminds once of a report that was begun, in the daytime, and lets it be gone on with', async () => {
    const { store, sent, clock, hour } = await openDesk();
    await store.keep([{ table: 'session', key, value: writing }]);

    for (const count of [1, 19, 20, 21, 25, 49]) {
      clock.now = hours(count); // from 09:00: +20 h is 05:00, too early; +25 h is 10:00
      await hour();
    }

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ createdAt: hours(25), ...LAN });
    expect(sent[0]?.reply.text).toContain('Đường thôn 3 sụt');
    expect(store.sessions.get(key)).toMatchObject({
      step: 'report-place',
      draft: { reminded: true },
      offered: [{ title: 'Viết tiếp' }, { title: 'Không gửi nữa' }],
    });
  });

  it('drops it in the end', async () => {
    const { store, clock, hour } = await openDesk();
    await store.keep([{ table: 'session', key, value: writing }]);

    clock.now = hours(24 * 7);
    await hour();

    expect(store.sessions.get(key)?.step).toBe('idle');
  });

  it('notes each stage of urgency once', async () => {
    const { store, desk, clock, hour } = await openDesk();
    const { code } = await store.openTicket(aReport('e1', { standing: 'official' }), {});
    await desk.act(code, { name: 'receive' }, leader);

    clock.now = hours(24 * 30);
    await hour();
    await hour();

    const acts = store.ticket(code)?.timeline.map(({ act, text }) => [act, text]);
    expect(acts).toEqual([
      ['receive', undefined],
      ['nudge', 'Quá hạn'],
    ]);
  });
});
