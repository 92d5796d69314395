import { describe, expect, it } from 'vitest';
import type { TicketEntry } from '../../src/model/ticket.ts';
import { does, NOW, ticket } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();
const CODE = 'ND-2611-0007';
const photo = does('image', { urls: ['https://photo.zadn.vn/a.jpg'], text: '' });
const place = does('location', { latitude: 22.65, longitude: 104.55 });
const [ASKED, ADDED, LONG_AGO] = [minutes(-60), minutes(-2), minutes(-60 * 24)];

function minutes(after: number): Date {
  return new Date(NOW.getTime() + after * 60_000);
}

const entry = { from: 'received', text: '', audience: 'public', messageIds: [] } as const;
const asked: TicketEntry = {
  ...entry,
  at: ASKED,
  by: { type: 'officer', id: 'o', name: 'Hoa' },
  act: 'ask-resident',
  to: 'awaiting-resident',
};
const added: TicketEntry = {
  ...entry,
  at: ADDED,
  by: { type: 'resident' },
  act: 'add',
  to: 'received',
};

/** A resident who was asked back an hour ago and answered two minutes ago. */
function afterFirstAnswer(): Talk {
  const talk = new Talk(here);
  talk.tickets = [ticket({ state: 'received', createdAt: LONG_AGO, timeline: [asked, added] })];
  return talk;
}

/** A resident who sent a report two minutes ago. */
function afterFiling(): Talk {
  const talk = new Talk(here);
  talk.tickets = [ticket({ createdAt: ADDED })];
  return talk;
}

describe('words after the first answer to an officer', () => {
  it.each([
    'ở trước nhà bà Lan ấy',
    'hôm qua lại có thêm một xe máy ngã nữa',
    'xe chở học sinh qua đường đó nhiều lắm, hố sâu nửa mét',
  ])('are added too: %s', (text) => {
    expect(afterFirstAnswer().says(text).effects?.act).toMatchObject({
      code: CODE,
      act: { name: 'add', text },
    });
  });

  it('are added after a picture, and after thanks', () => {
    const talk = afterFirstAnswer();
    talk.sends(photo);
    talk.says('cảm ơn');

    expect(talk.says('ở trước nhà bà Lan ấy').effects?.act?.code).toBe(CODE);
  });

  it('are no longer added when a procedure was asked about meanwhile', () => {
    const talk = afterFirstAnswer();
    talk.says('khai sinh lệ phí bao nhiêu');

    expect(talk.says('còn thời hạn?').handler).toBe('procedure');
    expect(talk.says('ở trước nhà bà Lan ấy').effects?.act).toBeUndefined();
  });

  it('are no longer added a quarter of an hour later', () => {
    const talk = afterFirstAnswer();
    talk.now = minutes(14);

    expect(talk.says('ở trước nhà bà Lan ấy').effects?.act).toBeUndefined();
  });

  it.each(['khai sinh lệ phí bao nhiêu', 'đăng ký kết hôn', 'khai sinh', 'menu', 'cháy nhà rồi'])(
    'are answered when they plainly are about something else: %s',
    (text) => {
      const outcome = afterFirstAnswer().says(text);

      expect(outcome.effects?.act).toBeUndefined();
      expect(outcome.handler).not.toBe('do-not-know');
    },
  );

  it('that only ask how long are told how far the report has come', () => {
    expect(textOf(afterFirstAnswer().says('bao lâu ạ'))).toContain(`Phản ánh ${CODE}`);
  });
});

describe('a resident who has just sent a report', () => {
  it('adds a picture to it by just sending it', () => {
    expect(afterFiling().sends(photo)?.effects?.act).toMatchObject({
      code: CODE,
      act: { attachments: [{ kind: 'image' }] },
    });
  });

  it('adds a place on the map likewise, which officers can open', () => {
    expect(afterFiling().sends(place)?.effects?.act).toMatchObject({
      code: CODE,
      act: { text: expect.stringContaining('maps?q=22.65,104.55') as string },
    });
  });

  it('adds words likewise', () => {
    expect(afterFiling().says('ở trước nhà bà Lan ấy').effects?.act?.code).toBe(CODE);
  });

  it('is asked whether another matter is a report of its own', () => {
    const talk = afterFiling();
    const another = 'Rác chất đống cả tuần nay không ai thu gom, hôi lắm';

    const which = talk.says(another);
    const begun = talk.taps('Gửi phản ánh khác');

    expect(which.effects?.act).toBeUndefined();
    expect(titlesOf(which)).toContain(`Bổ sung cho ${CODE}`);
    expect(begun.session).toMatchObject({ draft: { content: another } });
  });

  it('may have said more of the same matter, with one tap', () => {
    const talk = afterFiling();
    const more = 'Rác chất đống cả tuần nay không ai thu gom, hôi lắm';
    talk.says(more);

    expect(talk.taps(`Bổ sung cho ${CODE}`).effects?.act?.act).toMatchObject({ text: more });
  });

  it('does not lose what is being written to a button of an older message', () => {
    const talk = afterFiling();
    talk.says('tôi muốn phản ánh');
    talk.says('Rác chất đống cả tuần nay không ai thu gom, hôi lắm');

    expect(talk.says(`#add-to:${CODE}`).effects?.act).toBeUndefined();
  });
});
