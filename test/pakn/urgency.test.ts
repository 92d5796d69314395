import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/model/ticket.ts';
import { dueAtOf } from '../../src/pakn/deadline.ts';
import { perform } from '../../src/pakn/perform.ts';
import { dueActs } from '../../src/pakn/upkeep.ts';
import { nudges, stageOf } from '../../src/pakn/urgency.ts';
import { ticket } from '../helpers/build.ts';
import { realCalendar, realPolicy } from '../helpers/feedback.ts';
import { entry, officer } from '../helpers/pakn.ts';

const by = officer('leader');

function at(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+07:00`);
}

function on(time: string) {
  return { now: at(time), policy: realPolicy, calendar: realCalendar };
}

function open(parts: Partial<Ticket> = {}): Ticket {
  const one = ticket({
    state: 'in-progress',
    standing: 'official',
    createdAt: at('2026-02-05 08:00'), // due on 05/03/2026, Tết between
    ...parts,
  });
  return { ...one, dueAt: 'dueAt' in parts ? parts.dueAt : dueAtOf(one, realPolicy, realCalendar) };
}

describe('how urgent a report is', () => {
  it.each([
    ['2026-02-06 08:00', 'none'],
    ['2026-02-27 16:00', 'none'], // 4 working days left: 02, 03, 04 and 05/03
    ['2026-03-02 08:00', '3-days'],
    ['2026-03-03 08:00', '3-days'],
    ['2026-03-04 08:00', '1-day'],
    ['2026-03-05 16:59', 'today'],
    ['2026-03-05 17:01', 'overdue'],
    ['2026-03-21 08:00', 'overdue'],
    ['2026-03-22 08:00', 'red-line'], // 45 days after 05/02
  ] as const)('on %s is %s', (time, stage) => {
    expect(stageOf(open(), on(time))).toBe(stage);
  });

  it('counts working days: before Tết a report due right after it is nearly due', () => {
    const afterTet = open({ dueAt: at('2026-02-23 17:00') });

    expect(stageOf(afterTet, on('2026-02-13 08:00'))).toBe('1-day');
  });

  it.each(['answered', 'closed', 'forwarded', 'refused', 'duplicate'] as const)(
    'is nothing when it is %s',
    (state) => {
      expect(stageOf(open({ state }), on('2026-04-01 08:00'))).toBe('none');
    },
  );

  it('is nothing while the resident is awaited, until the red line', () => {
    const waiting = open({ state: 'awaiting-resident', dueAt: undefined });

    expect(stageOf(waiting, on('2026-03-10 08:00'))).toBe('none');
    expect(stageOf(waiting, on('2026-03-22 08:00'))).toBe('red-line');
  });

  it('is nothing for a note (tin tham khảo)', () => {
    expect(stageOf(open({ standing: 'note' }), on('2026-04-01 08:00'))).toBe('none');
  });
});

describe('a nudge', () => {
  it('is given once for each stage', () => {
    const [first] = nudges([open()], on('2026-03-04 08:00'));
    const nudged = perform(
      open(),
      { name: 'nudge', stage: '1-day' },
      { type: 'system' },
      on('2026-03-04 08:00'),
    );

    expect(first?.stage).toBe('1-day');
    if (!nudged.ok) throw new Error(nudged.reason);
    expect(nudges([nudged.ticket], on('2026-03-04 09:00'))).toEqual([]);
    expect(nudges([nudged.ticket], on('2026-03-05 09:00'))).toMatchObject([{ stage: 'today' }]);
  });

  it('is given again after an extension', () => {
    const story = [
      entry({ act: 'nudge', text: 'Còn 1 ngày làm việc', at: at('2026-03-04 08:00') }),
      entry({ act: 'extend', at: at('2026-03-04 10:00') }),
    ];

    expect(nudges([open({ timeline: story })], on('2026-03-04 11:00'))).toHaveLength(1);
  });
});

describe('what the clock does', () => {
  const answer = { text: 'Đã lấp hố', at: at('2026-03-02 10:00'), by };

  it('closes what was answered as long ago as the commune set', () => {
    const answered = open({ state: 'answered', answer });

    expect(dueActs([answered], on('2026-03-17 08:00'))).toEqual([]);
    expect(dueActs([answered], on('2026-03-18 08:00'))).toEqual([
      { code: answered.code, act: { name: 'close' } },
    ]);
  });

  it('forgets who sent what after the retention time, once', () => {
    const timeline = [entry({ act: 'close', at: at('2026-03-18 08:00') })];
    const closed = open({ state: 'closed', answer, timeline });
    const forgotten = open({
      state: 'closed',
      timeline: [...timeline, entry({ act: 'anonymise' })],
    });

    expect(dueActs([closed], on('2028-03-17 08:00'))).toEqual([]);
    expect(dueActs([closed, forgotten], on('2028-03-19 08:00'))).toEqual([
      { code: closed.code, act: { name: 'anonymise' } },
    ]);
  });

  it('never forgets who sent a report that is still open', () => {
    const acts = dueActs([open()], on('2030-01-01 08:00'));

    expect(acts.map(({ act }) => act.name)).toEqual(['nudge']);
  });
});
