import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BotEvent } from '../../src/model/event.ts';
import { does, says } from '../helpers/build.ts';
import { realHere } from '../helpers/real.ts';
import { choicesOf, Talk } from '../helpers/talk.ts';

const here = realHere();

const words = fc.constantFrom(
  ...['đăng ký khai sinh', 'lệ phí?', 'menu', '1', '3', '10', 'vâng ạ', 'không', 'thôi', 'gửi'],
  ...['tôi muốn phản ánh', 'đường hỏng', 'gặp cán bộ', 'xóa dữ liệu của tôi', 'đồng ý', '👍', ''],
  ...['ND-2611-0001', 'quý III làm gì', 'ai phụ trách', '#procedure:1.000894:fees', '#send-report'],
  ...['#field:ho-tich:1', '#plan:cai-cach-hanh-chinh-2026', 'cháy nhà', 'tố cáo', 'giấy tờ'],
  ...['tách hộ và đổi chủ hộ', 'sang tên sổ đỏ', 'giờ làm việc', 'Tôi xin trình bày. '.repeat(90)],
);
const event: fc.Arbitrary<BotEvent> = fc.oneof(
  { weight: 8, arbitrary: words.map(says) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }).map(says) },
  fc.constantFrom<BotEvent>(
    does('image', { urls: ['https://i.example/a.jpg'], text: '' }),
    does('location', { latitude: 22.6, longitude: 104.5 }),
    does('file', { url: 'https://f.example/a.pdf', name: 'a.pdf', sizeBytes: 9 }),
    does('media', { media: 'sticker', text: '' }),
    does('follow', {}),
    does('unfollow', {}),
    does('contact-shared', { name: undefined, phone: undefined, address: undefined }),
    does('staff-message', { text: 'Chào bác' }),
    does('receipt', { receipt: 'seen', messageIds: [] }),
  ),
);
const conversation = fc.array(event, { minLength: 1, maxLength: 8 });

describe('any conversation', () => {
  it('is answered in words, with at most five different choices, and never breaks', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        const talk = new Talk(here);

        for (const one of events) {
          const outcome = talk.sends(one);

          const titles = choicesOf(outcome).map(({ title }) => title);
          expect(titles.length).toBeLessThanOrEqual(5);
          expect(new Set(titles).size).toBe(titles.length);
          for (const { text } of outcome?.replies ?? []) expect(text.trim()).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes the same way when it is had again', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        const [one, other] = [new Talk(here), new Talk(here)];

        for (const each of events) {
          const [first, second] = [one.sends(each), other.sends(each)];

          expect(first?.session).toEqual(second?.session);
          expect(first?.replies).toEqual(second?.replies);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves everybody a text answer, unless an officer has it', () => {
    fc.assert(
      fc.property(conversation, words, (events, text) => {
        const talk = new Talk(here);
        for (const one of events) talk.sends(one);
        const isWithOfficer = talk.session.step === 'with-officer';

        const { replies } = talk.says(text);

        expect(isWithOfficer || replies.length > 0).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
