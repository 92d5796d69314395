import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, MAX_QUESTION_LENGTH, spell, token, tokenize } from '../../src/search/token.ts';

describe('a question cut into words', () => {
  it('is the same whether the phone composes its letters or not', () => {
    const question = 'Đăng ký tạm trú ở Nấm Dẩn, cần những giấy tờ gì ạ?';

    expect(tokenize(question.normalize('NFD'))).toEqual(tokenize(question.normalize('NFC')));
  });

  it('is the same in capitals', () => {
    expect(tokenize('ĐĂNG KÝ KẾT HÔN')).toEqual(tokenize('đăng ký kết hôn'));
  });

  it('loses its punctuation and emoji', () => {
    const words = tokenize('Ơ… khai sinh?! 👶🏻 (cho cháu)');

    expect(words.map(({ text }) => text)).toEqual(['ơ', 'khai', 'sinh', 'cho', 'cháu']);
  });

  it.each([
    ['đi làm điiiii', 'di lam di'],
    ['emmmm ơiiii', 'em oi'],
    ['alooooo', 'alo'],
  ])('reads drawn-out letters as one: %s', (typed, read) => {
    expect(spell(tokenize(typed))).toBe(read);
  });

  it.each(['quy iii', 'the ky xiii', 'cap iii'])('keeps Roman numerals: %s', (typed) => {
    expect(spell(tokenize(typed))).toBe(typed);
  });

  it('keeps doubled letters, which are how Telex writes marks', () => {
    expect(spell(tokenize('ddawng tuoongf'))).toBe('ddawng tuoongf');
  });

  it.each(['1.001193', '2.000815', '10.000', '1,5'])('keeps the number %s whole', (code) => {
    const words = tokenize(`thủ tục ${code} là gì`);

    expect(words.map(({ text }) => text)).toContain(code);
  });

  it('keeps letters and digits of a form together', () => {
    expect(spell(tokenize('mẫu CT07'))).toBe('mau ct07');
  });

  it('is read up to its 600th character only', () => {
    const words = tokenize(`${'xin '.repeat(MAX_QUESTION_LENGTH)}khai sinh`);

    expect(words).toHaveLength(MAX_QUESTION_LENGTH / 'xin '.length);
  });

  it.each(['', '   ', '🙏🙏', '?!…', '\n\t'])('has no words when nothing is said: %j', (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  it('has the letter đ as d, like every other mark', () => {
    expect(token('đường').syllable).toBe('duong');
  });

  it('never holds a mark in what is compared, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(spell(tokenize(text))).not.toMatch(/\p{M}/u);
      }),
    );
  });
});

describe('a typed word and a word of ours', () => {
  it.each([
    ['tử', 'tử', true],
    ['tự', 'tử', false],
    ['tu', 'tử', true],
    ['tu', 'tự', true],
    ['sinh', 'sinh', true],
    ['sính', 'sinh', false],
    ['đăng', 'đang', false],
  ])('%s may be %s: %s', (typed, ours, expected) => {
    expect(agrees(token(typed), token(ours))).toBe(expected);
  });

  it('takes a bare word at its word among words with marks', () => {
    const [gia] = tokenize('gia đình tôi làm giấy tờ').map((word) => word);
    const bare = tokenize('gia dinh toi lam giay to')[0];

    expect(gia && agrees(gia, token('giá'))).toBe(false);
    expect(bare && agrees(bare, token('giá'))).toBe(true);
  });

  it.each([
    ['hoà', 'hòa'],
    ['khoá', 'khóa'],
    ['xoá', 'xóa'],
    ['khoẻ', 'khỏe'],
    ['uỷ', 'ủy'],
    ['thuỷ', 'thủy'],
    ['huỷ', 'hủy'],
  ])('is one word in both ways to place the tone: %s, %s', (late, early) => {
    expect(token(late)).toEqual(token(early));
  });

  it.each(['quý', 'quỹ', 'hoàn', 'toán', 'khuỷu'])('is left as it is: %s', (word) => {
    expect(token(word).text).toBe(word);
  });
});
