import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold.ts';

describe('a text without its marks', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['XÃ NẤM DẨN', 'xa nam dan'],
    ['Giấy ủy quyền, giấy uỷ quyền', 'giay uy quyen, giay uy quyen'],
    ['đường Ô tô ướt ổ gà', 'duong o to uot o ga'],
  ])('reads %s as %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('is the same whether a phone sends composed or decomposed letters', () => {
    const text = 'Thủ tục đổi thẻ căn cước';

    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
  });

  it('reads any text as it would letter by letter', () => {
    const letter = fc.constantFrom(
      ...Array.from('aAdĐđôỖứỹ '),
      'e\u0302\u0301',
      '\u0301',
      'ﬁ',
      '😀',
      '漢',
      '\u{1D165}',
    );

    fc.assert(
      fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
        const text = letters.join('');
        const plain = text
          .normalize('NFD')
          .replace(/\p{M}+/gu, '')
          .toLowerCase();
        expect(fold(text)).toBe(plain.replaceAll('đ', 'd'));
      }),
    );
  });

  it('keeps digits, signs and the length of what has no marks', () => {
    expect(fold('Mã 1.001193 (tờ khai)?')).toBe('ma 1.001193 (to khai)?');
  });
});
