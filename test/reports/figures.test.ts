import { describe, expect, it } from 'vitest';
import type { Ticket, TicketEntry } from '../../src/model/ticket.ts';
import { breakdown } from '../../src/reports/breakdown.ts';
import { figuresOf, inGroup } from '../../src/reports/figures.ts';
import { judge } from '../../src/reports/judged.ts';
import { outcomeOf } from '../../src/reports/outcome.ts';
import { NOW, ticket } from '../helpers/build.ts';

const by = { type: 'system' } as const;
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const answered = (days: number) => ({ text: 'Đã làm', at: day(days), by });

function entry(act: string, days: number, to: Ticket['state']): TicketEntry {
  const rest = { text: undefined, audience: 'public', messageIds: [] } as const;
  return { at: day(days), by, act, from: 'assigned', to, ...rest };
}

/** An official report of twenty days ago. */
function official(change: Partial<Ticket>): Ticket {
  return ticket({ standing: 'official', createdAt: day(-20), ...change });
}

const CASES: [string, Ticket, string][] = [
  [
    'answered before its limit',
    official({ state: 'answered', answer: answered(-6), dueAt: day(-5) }),
    'on-time',
  ],
  [
    'answered in the very second',
    official({ state: 'closed', answer: answered(-5), dueAt: day(-5) }),
    'on-time',
  ],
  [
    'answered after its limit',
    official({ state: 'closed', answer: answered(-4), dueAt: day(-5) }),
    'late',
  ],
  [
    'past its limit without an answer',
    official({ state: 'in-progress', dueAt: day(-1) }),
    'late-open',
  ],
  ['still within its limit', official({ state: 'in-progress', dueAt: day(1) }), 'running'],
  ['waiting for the resident', official({ state: 'awaiting-resident' }), 'running'],
  ['without a limit, open', official({ state: 'assigned' }), 'no-limit'],
  ['without a limit, answered', official({ state: 'answered', answer: answered(-6) }), 'no-limit'],
  [
    'handed on in time',
    official({ state: 'forwarded', timeline: [entry('forward', -6, 'forwarded')], dueAt: day(-5) }),
    'on-time',
  ],
  [
    'refused too late',
    official({ state: 'refused', timeline: [entry('refuse', -4, 'refused')], dueAt: day(-5) }),
    'late',
  ],
  [
    'opened again and late now, though answered in time before',
    official({
      state: 'reopened',
      answer: answered(-15),
      timeline: [entry('reopen', -10, 'reopened')],
      dueAt: day(-1),
    }),
    'late-open',
  ],
  ['withdrawn', official({ state: 'closed', dueAt: day(-1) }), 'uncounted'],
  ['repeated', official({ state: 'duplicate', dueAt: day(-1) }), 'uncounted'],
  ['a note', ticket({ state: 'assigned', standing: 'note' }), 'uncounted'],
];

describe('a report', () => {
  it.each(CASES)('that is %s counts as it should', (_, one, expected) => {
    expect(outcomeOf(one, NOW)).toBe(expected);
  });
});

describe('the figures', () => {
  const tickets = CASES.map(([, one]) => one);
  const figures = figuresOf(tickets.map(judge), NOW);

  it('count what is past its limit without an answer as late', () => {
    expect(figures.count('counted')).toBe(7);
    expect(figures.count('on-time')).toBe(3);
    expect(figures.onTimeRate).toBeCloseTo(3 / 7);
  });

  it('are undefined, not zero or a hundred percent, where nothing can be counted', () => {
    const { onTimeRate, satisfiedRate, medianDays } = figuresOf([], NOW);

    expect([onTimeRate, satisfiedRate, medianDays]).toEqual([undefined, undefined, undefined]);
  });

  it('take the middle of the times, from sending to the last answer', () => {
    expect(figures.medianDays).toBe(14.5); // 14, 15, 16 and 14 days
    expect(figuresOf(tickets.slice(0, 3).map(judge), NOW).medianDays).toBe(15);
  });

  it('take satisfaction of those who said something only', () => {
    const rate = (satisfied: boolean) => ({ satisfied, comment: undefined, at: NOW });
    const rated = [ticket({ rating: rate(true) }), ticket({ rating: rate(false) }), ticket()];

    expect(figuresOf(rated.map(judge), NOW).satisfiedRate).toBe(0.5);
    expect(figuresOf(rated.map(judge), NOW).count('rated')).toBe(2);
  });

  it('are each the number of the rows behind them', () => {
    const rows = tickets.map(judge).filter(inGroup('late-open', NOW));

    expect(rows).toHaveLength(figures.count('late-open'));
    expect(rows).toHaveLength(2);
  });
});

describe('a breakdown', () => {
  it('puts the largest part first, and what has none last', () => {
    const tickets = [
      ticket({ place: 'gần trường' }),
      ticket({ place: 'gần chợ', content: 'Rác' }),
      ticket({ place: 'chợ', content: 'Rác nhiều' }),
      ticket({ place: 'thon 3' }),
      ticket({ place: 'Thôn 3, gần cầu' }),
      ticket({ place: 'thôn Nấm Chanh' }),
    ].map((one) => ({ ...one, content: one.place ?? '' }));

    const slices = breakdown(tickets.map(judge), 'village', NOW);

    expect(slices.map(({ name, figures }) => [name, figures.count('received')])).toEqual([
      ['Thôn 3', 2],
      ['Thôn Nấm Chanh', 1],
      ['', 3],
    ]);
  });

  it('by month goes by the day in Viet Nam', () => {
    const late = ticket({ createdAt: new Date('2026-10-31T17:30:00Z') });

    expect(breakdown([judge(late)], 'month', NOW).map(({ key }) => key)).toEqual(['2026-11']);
  });
});
