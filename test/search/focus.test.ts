import { describe, expect, it } from 'vitest';
import { questionIn, wishIn } from '../../src/search/focus.ts';
import { tokenize } from '../../src/search/token.ts';

describe('the question of a story', () => {
  it('is its last sentence that ends in a question mark', () => {
    const story = 'Nhà em mất mấy hôm nay. Làm sao đây? Giấy nộp ở đâu ạ? Em cảm ơn.';

    expect(
      questionIn(story)
        ?.map(({ text }) => text)
        .join(' '),
    ).toBe('giấy nộp ở đâu ạ');
  });

  it.each(['Giấy nộp ở đâu?', 'Em mất giấy. Em muốn làm lại.', '', '???'])(
    'is not told from the rest where there is but one sentence, or no question: "%s"',
    (message) => {
      expect(questionIn(message)).toBeUndefined();
    },
  );
});

describe('the wish of a story', () => {
  const wishOf = (message: string) =>
    (wishIn(message, tokenize(message)) ?? []).map(({ text }) => text).join(' ');

  it('is what follows the last word of wishing', () => {
    expect(wishOf('bố em mới mất tuần trước, giờ muốn đưa tên mẹ lên làm chủ hộ')).toBe(
      'muốn đưa tên mẹ lên làm chủ hộ',
    );
  });

  it('is not looked for in a short message', () => {
    expect(wishOf('muốn làm giấy khai sinh')).toBe('');
  });
});
