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

  it('keeps digits, signs and the length of what has no marks', () => {
    expect(fold('Mã 1.001193 (tờ khai)?')).toBe('ma 1.001193 (to khai)?');
  });
});
