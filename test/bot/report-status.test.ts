import { describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/model/ticket.ts';
import { ticket } from '../helpers/build.ts';
import { Talk, textOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();

function talkWith(...tickets: ReturnType<typeof ticket>[]): Talk {
  const talk = new Talk(here);
  talk.tickets = tickets;
  return talk;
}

describe('the code of a report', () => {
  it.each([
    ...['ND-2611-0007', 'nd-2611-0007', 'Nd 2611 0007', 'ND2611-0007', 'nd 2611 7', 'ND.2611.0007'],
    ...['ND26110007', 'ND–2611–0007', 'mã nd-2611-0007 đến đâu rồi em', 'ND-2611-0007.'],
  ])('is understood however it is typed: %s', (typed) => {
    expect(textOf(talkWith(ticket()).says(typed))).toContain('Phản ánh ND-2611-0007');
  });

  it.each<[TicketState, string]>([
    ['new', 'đã ghi nhận, chờ cán bộ tiếp nhận'],
    ['received', 'cán bộ đã tiếp nhận'],
    ['in-progress', 'đang xử lý'],
    ['answered', 'đã trả lời'],
    ['closed', 'đã kết thúc'],
  ])('tells how far it has come: %s', (state, words) => {
    const text = textOf(talkWith(ticket({ state })).says('ND-2611-0007'));

    expect(text).toContain(`(gửi ngày 21/11/2026): ${words}.`);
  });

  it('of somebody else tells nothing but that it is not theirs', () => {
    const text = textOf(talkWith(ticket({ code: 'ND-2611-0001' })).says('ND-2611-0007'));

    expect(text).toContain('không thấy phản ánh ND-2611-0007 của anh/chị');
    expect(text).not.toContain('Đường thôn 3');
  });

  it.each(['TP-2611-0007', 'NDX-2611-0007', 'ND 2023 5', 'nd 1234', 'nghị định 1232020'])(
    'is not seen in something else: %s',
    (text) => {
      expect(talkWith(ticket()).says(text).handler).not.toBe('report-status');
    },
  );

  it('shows the day of Viet Nam, not that of the server', () => {
    const late = ticket({ createdAt: new Date('2026-11-21T18:30:00Z') });

    expect(textOf(talkWith(late).says('ND-2611-0007'))).toContain('22/11/2026');
  });
});

describe('“phản ánh của tôi”', () => {
  it.each(['phản ánh của tôi', 'phản ánh của tôi đến đâu rồi', 'xem phản ánh'])(
    'lists the resident’s own reports, newest first: %s',
    (words) => {
      const older = ticket({ code: 'ND-2610-0003', createdAt: new Date('2026-10-02T02:00:00Z') });

      const text = textOf(talkWith(older, ticket()).says(words));

      expect(text).toMatch(/ND-2611-0007.*\n.*ND-2610-0003/);
    },
  );

  it('lists no more than five', () => {
    const tickets = Array.from({ length: 8 }, (_, i) => ticket({ code: `ND-2611-000${i}` }));

    const text = textOf(talkWith(...tickets).says('phản ánh của tôi'));

    expect(text.split('\n')).toHaveLength(5);
  });

  it('says so when there are none', () => {
    expect(textOf(talkWith().says('phản ánh của tôi'))).toContain('chưa gửi phản ánh nào');
  });
});
