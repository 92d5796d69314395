import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/search/lexicon.ts';
import { tokenize } from '../../src/search/token.ts';

/** One item a line, its texts parted by "|". */
function lexiconOf(...items: readonly string[]): Lexicon {
  return new Lexicon(items.map((item) => item.split('|').map((text) => tokenize(text))));
}

describe('the words of the catalogue', () => {
  it('weigh more the fewer items have them', () => {
    const lexicon = lexiconOf('đăng ký khai sinh', 'đăng ký kết hôn', 'đăng ký tạm trú');

    expect(lexicon.weight('sinh')).toBeGreaterThan(lexicon.weight('dang'));
  });

  it('count once an item, however many of its texts have them', () => {
    const lexicon = lexiconOf('khai sinh|làm khai sinh|giấy khai sinh', 'khai tử');

    expect(lexicon.documentCount('khai')).toBe(2);
  });

  it('are known without their marks', () => {
    const lexicon = lexiconOf('đăng ký kết hôn');

    expect([lexicon.knows('hon'), lexicon.knows('hôn'), lexicon.knows('sinh')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('weigh as the rarest do when nobody has them', () => {
    const lexicon = lexiconOf('khai sinh', 'khai tử');

    expect(lexicon.weight('sầu riêng')).toBe(lexicon.weight('sinh'));
  });

  it('remember which stand side by side, in their order', () => {
    const lexicon = lexiconOf('đăng ký khai sinh|khai sinh lưu động', 'khai tử');

    expect(lexicon.pairCount('khai', 'sinh')).toBe(2);
    expect(lexicon.pairCount('sinh', 'khai')).toBe(0);
  });
});
