import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/search/token.ts';
import { Tongue } from '../../src/search/tongue.ts';

const catalogue = [
  'giấy phép xây dựng',
  'giấy phép lái xe',
  'giấy xác nhận độc thân',
  'đăng ký khai sinh',
  'đăng ký thường trú',
];
const { initials } = new Tongue(
  catalogue.map((text) => tokenize(text)),
  'text',
);

function likeliest(letters: string): string | undefined {
  return initials.expand(letters)[0]?.words.join(' ');
}

describe('letters that no list explains', () => {
  it.each([
    ['first letters', 'gpxd', 'giấy phép xây dựng'],
    ['a first letter and a word', 'dthan', 'độc thân'],
    ['first consonants', 'khs', 'khai sinh'],
    ['first letters and a word in the middle', 'gxacn', 'giấy xác nhận'],
  ])('are spelled out by what stands side by side in the catalogue: %s', (_, letters, words) => {
    expect(likeliest(letters)).toBe(words);
  });

  it.each(['gsx', 'zz', 'a1', 'gpxdgpxdgpxdgpxd'])('stay unexplained: %s', (letters) => {
    expect(initials.expand(letters)).toEqual([]);
  });

  it('are a single word where it fits between two others', () => {
    const words = initials.between('đăng', 'k', 'khai').map((one) => one.words[0]);

    expect(words).toContain('ký');
  });
});
