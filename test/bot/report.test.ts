import { beforeEach, describe, expect, it } from 'vitest';
import { denouncing, marriage, procedure } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere({ procedures: [procedure(), marriage(), denouncing()] });
const MATTER = 'Đường thôn 3 bị sụt một hố to, xe ngã hoài';

describe('a resident with something to report', () => {
  it('is asked what the matter is, and where a complaint or denunciation goes', () => {
    const outcome = new Talk(here).says('tôi muốn phản ánh');

    expect(outcome.session.step).toBe('report-content');
    expect(textOf(outcome)).toMatch(/chuyện gì, ở đâu.*khiếu nại.*tố cáo/s);
  });

  it('is heard first, then asked who they are, with the reason, before anything is filed', () => {
    const outcome = new Talk(here).says(MATTER);

    expect(outcome.session.step).toBe('report-contact');
    expect(textOf(outcome)).toContain(`“${MATTER}”`);
    expect(textOf(outcome)).toMatch(/họ tên và số điện thoại.*Chỉ cán bộ xử lý/s);
    expect(outcome.effects?.report).toBeUndefined();
  });

  it('files it with a tap, and gets a code', () => {
    const talk = new Talk(here);
    talk.says('tôi muốn phản ánh');
    talk.says(MATTER);
    talk.skips();

    const outcome = talk.taps('Gửi phản ánh');

    expect(outcome.effects?.report?.draft.content).toBe(MATTER);
    expect(textOf(outcome)).toContain('ND-2611-0001');
  });
});

describe('a report that was read back', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says('gửi phản ánh');
    talk.says(MATTER);
    talk.skips();
  });

  it.each([
    ...['gửi', 'gửi đi', 'Gửi luôn', 'đồng ý', 'có', 'ừ', 'ok', 'OK em', 'vâng', 'vâng ạ'],
    ...['dạ vâng ạ', 'có ạ', 'đúng rồi', 'đồng ý nhé em', 'gui di', '1', 'số 1', 'gửi phản ánh'],
  ])('is filed on a yes: %s', (yes) => {
    expect(talk.says(yes).effects?.report?.draft.content).toBe(MATTER);
  });

  it.each(['không', 'không ạ', 'thôi', 'hủy', 'huỷ', 'đừng gửi', 'không gửi nữa', 'dạ thôi', '5'])(
    'is dropped on a no: %s',
    (no) => {
      const outcome = talk.says(no);

      expect(outcome.handler).toBe('report-dropped');
      expect(outcome.session.step).toBe('idle');
    },
  );

  it.each(['cảm ơn em', 'được không ạ', '👍', '???', 'bao lâu?', 'chào em'])(
    'is neither filed nor lost on anything that is neither: %s',
    (text) => {
      const outcome = talk.says(text);

      expect(outcome.effects?.report).toBeUndefined();
      expect(textOf(outcome)).toContain(`“${MATTER}”`);
      expect(talk.says('gửi').effects?.report?.draft.content).toBe(MATTER);
    },
  );

  it('has more added to it, and is read back again', () => {
    const outcome = talk.says('cả đèn đường ở đó cũng hỏng');

    expect(textOf(outcome)).toContain(`“${MATTER}\ncả đèn đường ở đó cũng hỏng”`);
  });

  it('has more added to it even when that is a report by itself', () => {
    const outcome = talk.says('cống bị tắc');

    expect(textOf(outcome)).toContain(`${MATTER}\ncống bị tắc`);
  });

  it('is written anew on asking to', () => {
    talk.taps('Viết lại');
    talk.says('Rác ở chợ không ai dọn cả tuần nay');

    const outcome = talk.files();

    expect(outcome.effects?.report?.draft.content).toBe('Rác ở chợ không ai dọn cả tuần nay');
  });

  it('is filed once, however often the button is tapped', () => {
    talk.says('#send-report');

    expect(talk.says('#send-report').effects?.report).toBeUndefined();
  });

  it.each([
    'menu',
    'gặp cán bộ',
    'hướng dẫn',
    'phản ánh của tôi',
    'giờ làm việc',
    '#procedure:1.000894',
  ])('gives way to another wish: %s', (wish) => {
    const outcome = talk.says(wish);

    expect(outcome.handler).not.toMatch(/^report-(confirm|sent|content)$/);
  });

  it('gives way to danger', () => {
    const outcome = talk.says('cháy nhà rồi cứu với');

    expect(textOf(outcome)).toMatch(/GỌI NGAY 11[345]/);
  });
});

describe('a resident who is asked what the matter is', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says('tôi muốn phản ánh');
  });

  it('has whatever they write read back', () => {
    expect(textOf(talk.says('lăng tẩm gì kỳ quá'))).toContain('“lăng tẩm gì kỳ quá”');
  });

  it.each(['có', 'vâng ạ', 'ok', 'chào em', 'cảm ơn', '👍', '...'])(
    'is asked again when they tell nothing: %s',
    (text) => {
      const outcome = talk.says(text);

      expect(outcome.session.step).toBe('report-content');
      expect(textOf(outcome)).toContain('chuyện gì, ở đâu');
    },
  );

  it.each(['thôi', 'không', 'hủy', 'không gửi nữa', '1'])('may call it off: %s', (text) => {
    expect(talk.says(text).handler).toBe('report-dropped');
  });

  it.each([
    ['menu', 'menu'],
    ['gặp cán bộ', 'officer'],
    ['giờ làm việc', 'office'],
    ['xóa dữ liệu của tôi', 'forget-confirm'],
    ['hướng dẫn', 'help'],
  ])('may turn to something else: %s', (wish, handler) => {
    expect(talk.says(wish).handler).toBe(handler);
  });

  it('is told the emergency numbers when in danger', () => {
    expect(talk.says('có người bị đánh, cứu tôi với').handler).toBe('danger');
  });

  it('is told not to denounce here', () => {
    const outcome = talk.says('tôi muốn tố cáo cán bộ nhận hối lộ');

    expect(textOf(outcome)).toContain('không nhận tố cáo qua tin nhắn');
    expect(outcome.effects?.report).toBeUndefined();
  });
});

describe('a very long message', () => {
  const story = 'Kính thưa các anh chị, tôi xin trình bày sự việc như sau. '.repeat(30).trim();

  it('is offered to be filed as it stands', () => {
    const talk = new Talk(here);

    const outcome = talk.says(story);

    expect(textOf(outcome)).toContain('khá dài');
    talk.taps('Gửi phản ánh');
    expect(talk.files().effects?.report?.draft.content).toBe(story);
  });

  it('is let go when it was no report', () => {
    const talk = new Talk(here);
    talk.says(story);

    expect(titlesOf(talk.last)).toContain('Không gửi nữa');
    expect(talk.taps('Không gửi nữa').session.step).toBe('idle');
  });

  it('is cut to what one message of Zalo holds when it is told as the matter', () => {
    const talk = new Talk(here);
    talk.says('tôi muốn phản ánh');

    talk.says(story.repeat(2));

    expect(talk.files().effects?.report?.draft.content.length).toBe(2000);
  });
});
