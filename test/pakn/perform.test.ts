import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/model/ticket.ts';
import type { Act, Performed, Performer, Rules } from '../../src/pakn/acts.ts';
import { dueAtOf, explainDeadline } from '../../src/pakn/deadline.ts';
import { perform } from '../../src/pakn/perform.ts';
import { ticket } from '../helpers/build.ts';
import { realCalendar, realPolicy } from '../helpers/feedback.ts';
import { entry, officer } from '../helpers/pakn.ts';

const leader = officer('intake', 'handler', 'leader');
const resident: Performer = { type: 'resident' };
const FILED = at('2026-11-02 09:00');
const reporter = { name: 'Nguyễn Thị Lan', phone: '0912345678', address: undefined };
const filed = ticket({ createdAt: FILED, standing: 'official', reporter });

function at(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+07:00`);
}

function on(time: string, policy: Partial<Rules['policy']> = {}): Rules {
  return { now: at(time), policy: { ...realPolicy, ...policy }, calendar: realCalendar };
}

function done(performed: Performed): Extract<Performed, { ok: true }> {
  if (!performed.ok) throw new Error(performed.reason);
  return performed;
}

/** Does one act after another, at the times given. */
function story(start: Ticket, ...acts: (readonly [time: string, act: Act, by?: Performer])[]) {
  let current = { ok: true as const, ticket: start, tell: undefined } as ReturnType<typeof done>;
  for (const [time, act, by = leader] of acts) {
    current = done(perform(current.ticket, act, by, on(time)));
  }
  return current;
}

describe('an act', () => {
  it('writes what was done, by whom and when, into the story', () => {
    const { ticket: after } = story(filed, ['2026-11-02 10:00', { name: 'receive' }]);

    expect(after.timeline).toEqual([
      {
        at: at('2026-11-02 10:00'),
        by: { type: 'officer', id: leader.id, name: leader.name },
        act: 'receive',
        from: 'new',
        to: 'received',
        text: undefined,
        audience: 'public',
        messageIds: [],
      },
    ]);
  });

  it('keeps a note for the staff', () => {
    const { ticket: after, tell } = story(filed, [
      '2026-11-02 10:00',
      { name: 'note', text: 'Nhà ông B. có máy xúc' },
    ]);

    expect(after.timeline.at(-1)).toMatchObject({ audience: 'internal' });
    expect(tell).toBeUndefined();
  });

  it('tells the resident by when, without calling it a rule that nobody confirmed', () => {
    const { tell } = story(filed, ['2026-11-02 10:00', { name: 'receive' }]);

    expect(tell).toEqual({
      template: 'received',
      text: 'Dạ, xã đã tiếp nhận phản ánh ND-2611-0007 của anh/chị. Xã phấn đấu trả lời trước 17:00 ngày 23/11/2026.',
    });
  });

  it('says "theo quy định" where the commune has confirmed the rule', () => {
    const limits = realPolicy.limits.map((row) => ({ ...row, confirmed: true }));
    const rules = on('2026-11-02 10:00', { limits });

    const { tell } = done(perform(filed, { name: 'receive' }, leader, rules));

    expect(tell?.text).toContain('Thời hạn trả lời theo quy định: trước 17:00 ngày 23/11/2026.');
    expect(explainDeadline(filed, rules.policy, realCalendar)?.basis).toMatch(/^Theo quy định: /);
  });

  it('tells no time for a note (tin tham khảo), on which no limit runs', () => {
    const note = { ...filed, standing: 'note' } as const;

    const { tell, ticket: after } = story(note, ['2026-11-02 10:00', { name: 'receive' }]);

    expect(tell?.text).toBe('Dạ, xã đã tiếp nhận phản ánh ND-2611-0007 của anh/chị.');
    expect(after.dueAt).toBeUndefined();
  });

  it('sends nothing where the commune switched the message off', () => {
    const received = { ...filed, state: 'received' } as const;

    const { tell } = story(received, ['2026-11-02 10:00', { name: 'start' }]);

    expect(tell).toBeUndefined();
  });

  it.each<[string, Act]>([
    ['an empty answer', { name: 'answer', text: '  ' }],
    ['a refusal without reason', { name: 'refuse', reason: '' }],
    ['a category that sorts nothing', { name: 'classify', category: 'unsorted', field: 'Khác' }],
    ['an extension of no days', { name: 'extend', days: 0, reason: 'bận' }],
    ['an extension of half a day', { name: 'extend', days: 0.5, reason: 'bận' }],
    ['an extension without end', { name: 'extend', days: 31, reason: 'bận' }],
    ['merging into itself', { name: 'merge', into: filed.code }],
    ['forwarding to nobody', { name: 'forward', to: '', reason: 'Là đường tỉnh' }],
    ['an answer of a book', { name: 'answer', text: 'a'.repeat(5001) }],
  ])('is refused with a reason: %s', (_, act) => {
    const performed = perform({ ...filed, state: 'received' }, act, leader, on('2026-11-02 10:00'));

    expect(performed).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) as string });
  });
});

describe('the due date of a report', () => {
  it('follows its kind', () => {
    const sort = { name: 'classify', category: 'urgent', field: 'Thiên tai' } as const;

    expect(story(filed, ['2026-11-02 10:00', { name: 'receive' }]).ticket.dueAt).toEqual(
      at('2026-11-23 17:00'),
    );
    expect(story(filed, ['2026-11-02 10:00', sort]).ticket.dueAt).toEqual(at('2026-11-02 15:00'));
  });

  it('is put off while the resident is awaited, and runs again with the answer', () => {
    const waiting = story(
      filed,
      ['2026-11-02 10:00', { name: 'receive' }],
      ['2026-11-03 10:00', { name: 'ask-resident', text: 'Ở đâu ạ?' }],
    ).ticket;
    const answered = story(waiting, [
      '2026-11-06 08:00',
      { name: 'add', text: 'Gần trường', attachments: [] },
      resident,
    ]).ticket;

    expect(waiting).toMatchObject({ state: 'awaiting-resident', dueAt: undefined });
    expect(answered).toMatchObject({ state: 'received', dueAt: at('2026-11-26 17:00') });
    expect(answered.pauses).toEqual([{ from: at('2026-11-03 10:00'), to: at('2026-11-06 08:00') }]);
  });

  it('moves with an extension, and the resident is told why', () => {
    const { ticket: after, tell } = story(
      filed,
      ['2026-11-02 10:00', { name: 'receive' }],
      ['2026-11-20 10:00', { name: 'extend', days: 2, reason: 'chờ vật liệu' }],
    );

    expect(after.dueAt).toEqual(at('2026-11-25 17:00')); // 24/11 is no day off yet
    expect(tell?.text).toContain('chờ vật liệu');
    expect(tell?.text).toContain('25/11/2026');
  });

  it('stays as it was once the report is answered, whatever the table says later', () => {
    const { ticket: answered } = story(
      filed,
      ['2026-11-02 10:00', { name: 'receive' }],
      ['2026-11-05 10:00', { name: 'answer', text: 'Đã lấp hố' }],
    );
    const rated = perform(
      answered,
      { name: 'rate', satisfied: true },
      resident,
      on('2026-11-06 10:00', { limits: [] }),
    );

    expect(done(rated).ticket.dueAt).toEqual(at('2026-11-23 17:00'));
  });

  it('counts anew from the day it was opened again', () => {
    const { ticket: reopened } = story(
      filed,
      ['2026-11-02 10:00', { name: 'receive' }],
      ['2026-11-05 10:00', { name: 'answer', text: 'Đã lấp hố' }],
      ['2026-11-09 10:00', { name: 'reopen', reason: 'Hố lại sụt' }, resident],
    );

    expect(reopened.dueAt).toEqual(at('2026-11-30 17:00')); // 15 working days, 24/11 is no day off yet
  });

  it('is there from the moment a report is sent', () => {
    expect(dueAtOf(filed, realPolicy, realCalendar)).toEqual(at('2026-11-23 17:00'));
  });
});

describe('a report that was asked back about while merged or sorted', () => {
  it('returns to the work it was taken from, not to the merge', () => {
    const { ticket: after } = story(
      { ...filed, state: 'in-progress' },
      ['2026-11-03 10:00', { name: 'ask-resident', text: 'Ở đâu ạ?' }],
      ['2026-11-03 11:00', { name: 'merge', into: 'ND-2611-0001' }],
      ['2026-11-03 14:00', { name: 'unmerge' }],
      ['2026-11-04 10:00', { name: 'resume', reason: 'Đã hỏi qua điện thoại' }],
    );

    expect(after).toMatchObject({ state: 'in-progress', duplicateOf: undefined });
  });
});

describe('opening again', () => {
  const answered = story(
    filed,
    ['2026-11-02 10:00', { name: 'receive' }],
    ['2026-11-05 10:00', { name: 'answer', text: 'Đã lấp hố' }],
  ).ticket;

  it('is open to the resident for as many days as the commune set, to the leader longer', () => {
    const act = { name: 'reopen', reason: 'Hố lại sụt' } as const;

    expect(perform(answered, act, resident, on('2026-11-20 23:00')).ok).toBe(true);
    expect(perform(answered, act, resident, on('2026-11-21 08:00'))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('15 ngày') as string,
    });
    expect(perform(answered, act, leader, on('2026-11-21 08:00')).ok).toBe(true);
  });

  it('takes the old result off the public page and asks for a new rating', () => {
    const { ticket: after } = story(
      answered,
      ['2026-11-05 11:00', { name: 'rate', satisfied: false }, resident],
      ['2026-11-05 12:00', { name: 'publish', matter: 'Đường sụt', result: 'Đã lấp' }],
      ['2026-11-06 10:00', { name: 'reopen', reason: 'Hố lại sụt' }, resident],
    );

    expect(after).toMatchObject({ publication: undefined, rating: undefined });
    expect(after.answer?.text).toBe('Đã lấp hố');
  });
});

describe('publishing', () => {
  const answered = {
    ...filed,
    state: 'answered',
    answer: { text: 'Đã lấp', at: FILED, by: leader },
  } as const;

  it.each([
    ['the name', 'Bà NGUYỄN THỊ LAN báo đường sụt'],
    ['the name without marks', 'Ba Nguyen Thi Lan bao duong sut'],
    ['a phone number', 'Gọi 0912 345 678 báo đường sụt'],
    ['a mail address', 'lan@example.com báo đường sụt'],
  ])('is refused while the words still hold %s', (_, matter) => {
    const act = { name: 'publish', matter, result: 'Đã lấp hố' } as const;

    expect(perform(answered, act, leader, on('2026-11-06 10:00')).ok).toBe(false);
  });

  it('keeps a common word that is also a name of one word', () => {
    const lan = { ...answered, reporter: { ...reporter, name: 'Hoa' } };
    const withFlowers = {
      name: 'publish',
      matter: 'Bồn hoa bị phá',
      result: 'Đã trồng lại hoa',
    } as const;
    const withName = { ...withFlowers, matter: 'Chị Hoa báo bồn hoa bị phá' };

    expect(perform(lan, withFlowers, leader, on('2026-11-06 10:00')).ok).toBe(true);
    expect(perform(lan, withName, leader, on('2026-11-06 10:00')).ok).toBe(false);
  });
});

describe('after the time for keeping', () => {
  it('nothing in a report points to a person any more', () => {
    const closed: Ticket = {
      ...filed,
      state: 'closed',
      content: 'Đường sụt, gọi tôi 0912 345 678',
      location: { latitude: 22.6, longitude: 104.3 },
      answer: { text: 'Đã gọi lan@example.com', at: FILED, by: leader },
      timeline: [entry({ act: 'note', text: 'Đã gặp bà Nguyễn Thị Lan, số 0912345678' })],
    };

    const performed = perform(
      closed,
      { name: 'anonymise' },
      { type: 'system' },
      on('2028-12-01 08:00'),
    );

    const kept = JSON.stringify(done(performed).ticket);
    for (const trace of ['Lan', '0912', 'lan@', '104.3', filed.userId]) {
      expect(kept).not.toContain(trace);
    }
    expect(kept).toContain('Đường sụt');
  });
});
