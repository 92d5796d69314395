import { describe, expect, it } from 'vitest';
import { does, ticket } from '../helpers/build.ts';
import { Talk, textOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();
const PHOTO = 'https://photo.zadn.vn/a.jpg';
const LONG_AGO = new Date('2026-10-01T03:00:00Z');
const photo = does('image', { urls: [PHOTO], text: '' });

function talkAbout(...tickets: Parameters<typeof ticket>[0][]): Talk {
  const talk = new Talk(here);
  talk.tickets = tickets.map((one) => ticket(one));
  return talk;
}

describe('a resident whom an officer asked back', () => {
  it('answers by just writing', () => {
    const talk = talkAbout({ state: 'awaiting-resident' });

    const outcome = talk.says('dạ chỗ ngay cột điện số bảy, cạnh nhà ông Tư');

    expect(outcome.effects?.act).toMatchObject({
      code: 'ND-2611-0007',
      act: { name: 'add', text: 'dạ chỗ ngay cột điện số bảy, cạnh nhà ông Tư' },
    });
    expect(textOf(outcome)).toContain('đã thêm vào phản ánh ND-2611-0007');
  });

  it('answers by just sending a picture', () => {
    const outcome = talkAbout({ state: 'awaiting-resident' }).sends(photo);

    expect(outcome?.effects?.act?.act).toMatchObject({
      name: 'add',
      attachments: [{ kind: 'image', url: PHOTO, state: 'waiting' }],
    });
  });

  it('can still ask about a procedure', () => {
    const outcome = talkAbout({ state: 'awaiting-resident' }).says('khai sinh lệ phí bao nhiêu');

    expect(outcome.effects?.act).toBeUndefined();
  });
});

describe('a resident whose report is being worked on', () => {
  it('is asked which one a picture is for', () => {
    const talk = talkAbout({ state: 'in-progress', createdAt: LONG_AGO });

    expect(talk.sends(photo)?.effects?.act).toBeUndefined();
    expect(talk.taps('Bổ sung cho ND-2611-0007').effects?.act?.act).toMatchObject({
      attachments: [{ url: PHOTO }],
    });
  });

  it('has their later pictures numbered on', () => {
    const talk = talkAbout({ state: 'awaiting-resident' });
    talk.sends(photo);

    const sent = ticket({ state: 'awaiting-resident' });
    const [first] =
      talk.last?.effects?.act?.act.name === 'add' ? talk.last.effects.act.act.attachments : [];
    talk.tickets = [{ ...sent, attachments: first === undefined ? [] : [first] }];
    const again = talk.sends(photo)?.effects?.act?.act;

    expect(again).toMatchObject({ attachments: [{ id: 'image-2' }] });
  });
});

describe('an answered report', () => {
  it('is rated with one tap, and a comment may follow', () => {
    const talk = talkAbout({ state: 'answered' });

    const rated = talk.says('#not-satisfied:ND-2611-0007');
    const rating = { satisfied: false, comment: undefined, at: talk.now };
    talk.tickets = [ticket({ state: 'answered', rating })];
    const commented = talk.says('hố vẫn còn đó');

    expect(rated.effects?.act?.act).toEqual({ name: 'rate', satisfied: false });
    expect(commented.effects?.act?.act).toEqual({
      name: 'rate',
      satisfied: false,
      comment: 'hố vẫn còn đó',
    });
  });

  it('needs no comment', () => {
    const talk = talkAbout({ state: 'answered' });
    talk.says('#satisfied:ND-2611-0007');

    expect(talk.taps('Bỏ qua').session.step).toBe('idle');
  });

  it('is reopened with a reason', () => {
    const talk = talkAbout({ state: 'answered' });
    talk.says('#reopen:ND-2611-0007');

    expect(talk.says('chưa ai đến sửa cả').effects?.act).toEqual({
      code: 'ND-2611-0007',
      act: { name: 'reopen', reason: 'chưa ai đến sửa cả' },
    });
  });

  it('of somebody else is not to be touched', () => {
    const outcome = talkAbout().says('#satisfied:ND-2611-0099');

    expect(outcome.effects?.act).toBeUndefined();
  });
});
