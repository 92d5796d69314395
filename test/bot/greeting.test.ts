import { describe, expect, it } from 'vitest';
import { does } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();

describe('a resident who comes in', () => {
  it('is greeted by the commune’s assistant, told what to ask and who answers for it', () => {
    const talk = new Talk(here);

    const outcome = talk.sends(does('follow', {}));

    expect(textOf(outcome)).toContain('xã Nấm Dẩn');
    expect(textOf(outcome)).toContain('tự động');
    expect(textOf(outcome)).toContain('cán bộ tại quầy');
    expect(titlesOf(outcome)).toContain('Xem danh mục');
  });

  it.each(['xin chào', 'chào em', 'Hello', 'alo', 'ad ơi', 'chào ad ạ', 'CHÀO BUỔI SÁNG'])(
    'is greeted back: %s',
    (hello) => {
      expect(new Talk(here).says(hello).handler).toBe('greet');
    },
  );

  it('is answered at once when the greeting brings a question', () => {
    const outcome = new Talk(here).says('xin chào, cho hỏi đăng ký kết hôn cần gì');

    expect(textOf(outcome)).toContain('Đăng ký kết hôn');
  });

  it('is told what the assistant can do', () => {
    const outcome = new Talk(here).says('hướng dẫn sử dụng');

    expect(outcome.kind).toBe('help');
    expect(textOf(outcome)).toMatch(/menu.*gặp cán bộ/s);
  });
});

describe('a resident who is polite', () => {
  it.each(['cảm ơn', 'cảm ơn em nhiều nhé', 'ok', 'vâng ạ', 'dạ vâng ạ', 'tốt quá', 'bye'])(
    'gets a kind word, not an answer: %s',
    (words) => {
      const outcome = new Talk(here).says(words);

      expect(outcome.kind).toBe('smalltalk');
      expect(outcome.effects).toBeUndefined();
    },
  );

  it.each(['không ạ', 'dạ không', 'thôi', 'có ạ', 'đồng ý'])(
    'is not asked about a procedure when nothing was asked of them: %s',
    (words) => {
      expect(new Talk(here).says(words).kind).toBe('smalltalk');
    },
  );

  it('may chat a little and is led back to the matter', () => {
    const outcome = new Talk(here).says('bạn có phải người thật không');

    expect(outcome.kind).toBe('smalltalk');
    expect(textOf(outcome)).toContain('thủ tục');
  });

  it('is thanked for sharing a contact, and the conversation goes on where it was', () => {
    const talk = new Talk(here);
    talk.says('đăng ký khai sinh');

    talk.sends(does('contact-shared', { name: 'Lan', phone: '0912345678', address: undefined }));
    const next = talk.says('lệ phí bao nhiêu');

    expect(textOf(next)).toContain('Đăng ký khai sinh');
  });
});

describe('a resident who sends no words', () => {
  it.each([
    ['nothing at all', '', 'chưa thấy chữ'],
    ['blanks', '   \n ', 'chưa thấy chữ'],
    ['emoji', '👍👍', 'chỉ đọc được chữ'],
    ['marks', '???', 'chỉ đọc được chữ'],
  ])('is asked for words: %s', (_, text, reply) => {
    expect(textOf(new Talk(here).says(text))).toContain(reply);
  });

  it.each([
    ['sticker', 'nhãn dán'],
    ['audio', 'tin nhắn thoại'],
    ['video', 'video'],
    ['gif', 'ảnh động'],
    ['link', 'đường dẫn'],
    ['business-card', 'danh thiếp'],
  ] as const)('is told that a %s cannot be read', (media, name) => {
    const outcome = new Talk(here).sends(does('media', { media, text: '' }));

    expect(textOf(outcome)).toContain(`chưa đọc được ${name}`);
  });

  it('is asked whether a file is for a report', () => {
    const file = does('file', { url: 'https://f.example/a.pdf', name: 'a.pdf', sizeBytes: 9 });

    expect(textOf(new Talk(here).sends(file))).toContain('gửi làm phản ánh');
  });

  it('does not lose the thread by a sticker', () => {
    const talk = new Talk(here);
    talk.says('đăng ký kết hôn');

    talk.sends(does('media', { media: 'sticker', text: '' }));

    expect(textOf(talk.says('nộp ở đâu'))).toContain('Đăng ký kết hôn');
  });
});

describe('a resident who leaves', () => {
  it('hears nothing', () => {
    expect(new Talk(here).sends(does('unfollow', {}))).toBeUndefined();
  });

  it.each([
    does('receipt', { receipt: 'seen', messageIds: ['m1'] }),
    does('unsupported', { zaloName: 'user_reacted_message' }),
  ] as const)(
    'or only reads, or does what we do not know, hears nothing either: $type',
    (event) => {
      expect(new Talk(here).sends(event)).toBeUndefined();
    },
  );

  it('and withdraws consent is forgotten without a word', () => {
    const outcome = new Talk(here).sends(does('withdraw', {}));

    expect(outcome?.effects).toEqual({ forget: true });
    expect(outcome?.replies).toEqual([]);
  });
});
