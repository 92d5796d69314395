import { describe, expect, it } from 'vitest';
import { emptyPolicy } from '../../src/model/feedback.ts';
import { plainCalendar } from '../../src/model/calendar.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { findTickets, wantedOf } from '../../src/console/cases/find.ts';
import { countViews } from '../../src/console/cases/views.ts';
import { stagesBy } from '../../src/pakn/urgency.ts';
import { NOW, ticket } from '../helpers/build.ts';

const rules = { now: NOW, policy: emptyPolicy, calendar: plainCalendar };
const standpoint = { officerId: 'hoa', stageOf: stagesBy(rules) };
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const known = { standing: 'official' } as const;

const TICKETS = [
  ticket({ code: 'ND-2611-0001', content: 'Đường thôn 3 bị sụt hố', createdAt: day(-9) }),
  ticket({
    code: 'ND-2611-0002',
    state: 'assigned',
    ...known,
    assignee: 'hoa',
    dueAt: day(1),
    createdAt: day(-8),
  }),
  ticket({
    code: 'ND-2610-0003',
    state: 'assigned',
    ...known,
    assignee: 'pao',
    dueAt: day(-1),
    createdAt: day(-40),
  }),
  ticket({ code: 'ND-2611-0004', state: 'awaiting-resident', createdAt: day(-6) }),
  ticket({ code: 'ND-2611-0005', state: 'awaiting-approval', createdAt: day(-5) }),
  ticket({
    code: 'ND-2611-0006',
    state: 'answered',
    assignee: 'hoa',
    callNeeded: true,
    content: 'Rác ở chợ chưa gom',
    field: 'Môi trường, rác thải',
    place: 'Chợ Nấm Dẩn',
    reporter: { name: 'Giàng A Sử', phone: '0912345678', address: undefined },
    createdAt: day(-4),
  }),
  ticket({ code: 'ND-2611-0007', state: 'reopened', createdAt: day(-3) }),
];

function codes(query: string, tickets: readonly Ticket[] = TICKETS): string[] {
  const wanted = wantedOf(new URLSearchParams(query));
  return findTickets(tickets, wanted, standpoint).tickets.map(({ code }) => code.slice(-4));
}

describe('the views of the inbox', () => {
  it.each([
    ['', ['0001', '0007']],
    ['xem=cua-toi', ['0002']],
    ['xem=sap-han', ['0002']],
    ['xem=qua-han', ['0003']],
    ['xem=cho-dan', ['0004']],
    ['xem=cho-duyet', ['0005']],
    ['xem=goi-dien', ['0006']],
    ['xem=tat-ca', ['0007', '0006', '0005', '0004', '0002', '0001', '0003']],
    ['xem=khong-co', ['0001', '0007']],
  ])('"%s" shows what it says, what is due first at the top', (query, expected) => {
    expect(codes(query)).toEqual(expected);
  });

  it('count what they show', () => {
    const counts = [...countViews(TICKETS, standpoint).values()];

    expect(counts).toEqual([2, 1, 1, 1, 1, 1, 1, 7]);
  });
});

describe('the search of the inbox', () => {
  it.each([
    ['rac cho', ['0006']],
    ['Rác GOM', ['0006']],
    ['giang a su', ['0006']],
    ['678', ['0006']],
    ['0912 345 678', ['0006']],
    ['+84912345678', ['0006']],
    ['nd 2611 6', ['0006']],
    ['345', []],
    ['không có gì như thế', []],
  ])('for "%s" finds %j', (text, expected) => {
    expect(codes(new URLSearchParams({ tim: text }).toString())).toEqual(expected);
  });

  it.each([
    ['linh-vuc=Môi trường, rác thải', ['0006']],
    ['trang-thai=awaiting-resident', ['0004']],
    ['noi=cho nam dan', ['0006']],
    ['thang=2026-10', ['0003']],
    ['loai=urgent', []],
    ['thang=2026-13', ['0001', '0007']],
  ])('keeps to the filter %s', (query, expected) => {
    expect(codes(query)).toEqual(expected);
  });

  it('finds a report by its whole code, whichever view is open', () => {
    const wanted = wantedOf(new URLSearchParams({ tim: 'ND-2611-0006', xem: 'moi' }));

    const { tickets } = findTickets(TICKETS, wanted, standpoint);

    expect(tickets.map(({ code }) => code)).toEqual(['ND-2611-0006']);
  });

  it('turns pages, and stays on the last when asked beyond it', () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      ticket({ code: `ND-2611-${String(i).padStart(4, '0')}`, createdAt: day(-i / 100) }),
    );

    expect(codes('xem=tat-ca&trang=3', many)).toHaveLength(20);
    expect(codes('xem=tat-ca&trang=99', many)).toEqual(codes('xem=tat-ca&trang=3', many));
    expect(codes('xem=tat-ca&trang=-1', many)).toEqual(codes('xem=tat-ca', many));
  });
});
