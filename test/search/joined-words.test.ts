import { describe, expect, it } from 'vitest';
import { splitJoined } from '../../src/search/joined-words.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { tokenize } from '../../src/search/token.ts';

const catalogue = [
  'đăng ký khai sinh',
  'đăng ký kết hôn',
  'đăng ký tạm trú',
  'xin giấy xác nhận độc thân',
  'chứng thực bản sao',
];
const lexicon = new Lexicon(catalogue.map((text) => [tokenize(text)]));

describe('words typed without spaces', () => {
  it.each([
    ['dangkykhaisinh', 'dang ky khai sinh'],
    ['dangkykethon', 'dang ky ket hon'],
    ['tamtru', 'tam tru'],
    ['giayxacnhan', 'giay xac nhan'],
    ['bansao', 'ban sao'],
  ])('are parted: %s', (typed, parted) => {
    expect(splitJoined(typed, lexicon)?.join(' ')).toBe(parted);
  });

  it('are parted where the catalogue has the two side by side', () => {
    const parted = splitJoined('dangkytamtru', lexicon);

    expect(parted).toEqual(['dang', 'ky', 'tam', 'tru']);
  });

  it.each([
    ['a single word', 'khai'],
    ['words the catalogue does not have', 'contrauden'],
    ['no syllables', 'zxcvbnm'],
    ['too few letters', 'aba'],
    ['digits among them', 'khai2sinh'],
    ['a run longer than any question', 'khaisinh'.repeat(40)],
  ])('are left alone when they are %s', (_, typed) => {
    expect(splitJoined(typed, lexicon)).toBeUndefined();
  });
});
