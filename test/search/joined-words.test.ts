import { describe, expect, it } from 'vitest';
import { Fluency } from '../../src/search/fluency.ts';
import { splitJoined } from '../../src/search/joined-words.ts';
import { tokenize } from '../../src/search/token.ts';

const catalogue = [
  'đăng ký khai sinh',
  'đăng ký kết hôn',
  'đăng ký tạm trú',
  'xin giấy xác nhận độc thân',
  'chứng thực bản sao',
];
const pieces = {
  fluency: new Fluency(catalogue.map((text) => tokenize(text).map(({ syllable }) => syllable))),
  meaningOf: (short: string) => (short === 'gks' ? ['giay', 'khai', 'sinh'] : undefined),
};

describe('words typed without spaces', () => {
  it.each([
    ['dangkykhaisinh', 'dang ky khai sinh'],
    ['dangkykethon', 'dang ky ket hon'],
    ['tamtru', 'tam tru'],
    ['giayxacnhan', 'giay xac nhan'],
    ['bansao', 'ban sao'],
    ['xingks', 'xin gks'],
    ['khaisinh2026', 'khai sinh 2026'],
  ])('are parted: %s', (typed, parted) => {
    expect(splitJoined(typed, pieces)?.words.join(' ')).toBe(parted);
  });

  it('are parted where the catalogue has the two side by side', () => {
    const parted = splitJoined('dangkytamtru', pieces)?.words;

    expect(parted).toEqual(['dang', 'ky', 'tam', 'tru']);
  });

  it.each([
    ['a single word', 'khai'],
    ['words the catalogue does not have', 'contrauden'],
    ['no syllables', 'zxcvbnm'],
    ['too few letters', 'aba'],
    ['a run longer than any question', 'khaisinh'.repeat(40)],
  ])('are left alone when they are %s', (_, typed) => {
    expect(splitJoined(typed, pieces)).toBeUndefined();
  });
});
