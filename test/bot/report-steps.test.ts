import { beforeEach, describe, expect, it } from 'vitest';
import { does, ticket } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();
const NOWHERE = 'Rác chất đống cả tuần nay không ai thu gom, hôi lắm';

describe('a report that does not say where', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says(NOWHERE);
  });

  it('has the place asked for, and pictures', () => {
    expect(talk.session.step).toBe('report-place');
    expect(textOf(talk.last)).toMatch(/ở đâu.*ảnh/s);
  });

  it.each(['gần chợ Nấm Dẩn', 'thôn Nấm Chanh', 'nha van hoa thon 5'])('takes it: %s', (place) => {
    talk.says(place);

    expect(talk.files().effects?.report?.draft).toMatchObject({ content: NOWHERE, place });
  });

  it('takes a place on the map', () => {
    talk.sends(does('location', { latitude: 22.6, longitude: 104.5 }));

    expect(talk.session.step).toBe('report-contact');
  });

  it.each(['không', 'bỏ qua', 'thôi', 'Bỏ qua', '1', 'không biết nữa thôi'])(
    'goes on without it: %s',
    (text) => {
      expect(talk.says(text).session.step).toBe('report-contact');
    },
  );

  it.each(['không gửi nữa', 'hủy', '2'])('is dropped when told so: %s', (text) => {
    expect(talk.says(text).handler).toBe('report-dropped');
  });

  it('gives way to danger', () => {
    expect(talk.says('cháy nhà rồi cứu với').handler).toBe('danger');
  });
});

describe('what is said before name and phone are given', () => {
  const asked = (consent: string) => {
    const { local } = here;
    const talk = new Talk({
      ...here,
      local: { ...local, feedback: { ...local.feedback, consent } },
    });
    talk.says(NOWHERE);
    return textOf(talk.says('thôn 5'));
  };

  it("is the commune's own word on why, and who will see it", () => {
    expect(asked('Chỉ chị Hoa ở Một cửa xem.')).toMatch(
      /báo kết quả\.\nChỉ chị Hoa ở Một cửa xem\.$/,
    );
  });

  it('is the usual one where the commune has written none', () => {
    expect(asked('')).toContain('Chỉ cán bộ xử lý của xã xem được');
  });
});

describe('a report that says where', () => {
  it.each([
    ['Đường thôn Nấm Chanh bị sụt hố to', 'thôn Nấm Chanh'],
    ['Đèn đường ngõ 12 tắt cả tháng nay', 'ngõ 12'],
  ])('is filed under that place: %s', (content, place) => {
    const talk = new Talk(here);
    talk.says('tôi muốn phản ánh');
    talk.says(content);

    expect(talk.session).toMatchObject({ step: 'report-contact', draft: { place } });
  });
});

describe('a report whose sender is not known', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says(NOWHERE);
    talk.says('thôn 5');
  });

  it.each([
    ['Lan 0912345678', 'Lan', '0912345678'],
    ['tên tôi là Nguyễn Văn Bình, sđt 0912.345.678', 'Nguyễn Văn Bình', '0912345678'],
    ['Hoàng Thị Mai +84 912 345 678', 'Hoàng Thị Mai', '0912345678'],
  ])('has name and phone taken from one line: %s', (text, name, phone) => {
    const readBack = talk.says(text);

    expect(readBack.session.step).toBe('report-confirm');
    expect(readBack.session).toMatchObject({ draft: { reporter: { name, phone } } });
    expect(textOf(readBack)).not.toContain(phone);
    expect(textOf(readBack)).toContain(name);
  });

  it('has the one asked for that is missing', () => {
    expect(textOf(talk.says('Lan'))).toContain('số điện thoại của Lan');
    expect(talk.says('0912345678').session).toMatchObject({
      step: 'report-confirm',
      draft: { reporter: { name: 'Lan', phone: '0912345678' } },
    });
  });

  it("takes it from Zalo's own form", () => {
    talk.sends(does('contact-shared', { name: 'Lan', phone: '84912345678', address: undefined }));

    expect(talk.session).toMatchObject({ step: 'report-confirm' });
  });

  it('is told that without them it is a note only, and may send it so', () => {
    const readBack = talk.taps('Bỏ qua');

    expect(textOf(readBack)).toContain('tin tham khảo');
    expect(textOf(talk.says('gửi'))).toContain('tin tham khảo');
  });

  it('may tell more of the matter instead', () => {
    talk.says('mấy con chó còn bới ra khắp đường đi học của tụi nhỏ');

    expect(talk.session).toMatchObject({ step: 'report-contact' });
    expect(talk.files().effects?.report?.draft.content).toContain('bới ra khắp đường');
  });

  it('is offered to be the same as the last time', () => {
    const again = new Talk(here);
    const reporter = { name: 'Lan', phone: '0912345678', address: undefined };
    again.tickets = [ticket({ reporter, createdAt: new Date('2026-10-01T03:00:00Z') })];
    again.says(`${NOWHERE} ở thôn 3`);

    expect(again.taps('Vẫn là Lan').session).toMatchObject({ draft: { reporter } });
  });
});

describe('a report that was read back', () => {
  it('can have its place and its contact changed', () => {
    const talk = new Talk(here);
    talk.says(NOWHERE);
    talk.says('thôn 5');
    talk.says('Lan 0912345678');

    talk.taps('Sửa nơi xảy ra');
    talk.says('thôn 6');
    talk.taps('Sửa liên hệ');
    talk.says('Mai 0987654321');

    expect(talk.says('gửi').effects?.report?.draft).toMatchObject({
      place: 'thôn 6',
      reporter: { name: 'Mai', phone: '0987654321' },
    });
  });
});

describe('a report left unfinished', () => {
  const SIX_HOURS = 6 * 3_600_000;

  it('is asked about when the resident comes back much later', () => {
    const talk = new Talk(here);
    talk.says(NOWHERE);
    talk.now = new Date(talk.now.getTime() + SIX_HOURS);

    const outcome = talk.says('làm giấy khai sinh cần gì');

    expect(textOf(outcome)).toContain('viết dở phản ánh');
    expect(titlesOf(outcome)).toEqual(['Viết tiếp', 'Không gửi nữa']);
    expect(talk.taps('Viết tiếp').session.step).toBe('report-place');
  });

  it('goes on as if nothing had been when they come back soon', () => {
    const talk = new Talk(here);
    talk.says(NOWHERE);
    talk.now = new Date(talk.now.getTime() + SIX_HOURS - 1);

    expect(talk.says('thôn 5').session.step).toBe('report-contact');
  });
});
