import fc from 'fast-check';
import { atOnce } from '../../src/lib/sliced.ts';
import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '../../src/knowledge/vocabulary.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { habitsOf, Reader } from '../../src/search/reading.ts';
import { spell, tokenize } from '../../src/search/token.ts';
import { vocabulary } from '../helpers/build.ts';
import { realVocabulary } from '../helpers/vocabulary.ts';

const catalogue = ['đăng ký khai sinh', 'đăng ký kết hôn', 'đăng ký tạm trú', 'xóa thường trú'];
const texts = catalogue.map((text) => tokenize(text));
const lexicon = new Lexicon(texts.map((words) => [words]));
const MOST_READINGS = 12;

function readingsOf(question: string, words: Vocabulary = vocabulary()): string[] {
  return atOnce(Reader.of(habitsOf(words), lexicon, texts))
    .read(tokenize(question))
    .map(spell);
}

describe('a question read', () => {
  it('stays as typed when it is plain', () => {
    expect(readingsOf('đăng ký khai sinh')).toEqual(['dang ky khai sinh']);
  });

  it('has an abbreviation spelled out', () => {
    const words = vocabulary({ abbreviations: { ks: ['khai sinh'] } });

    expect(readingsOf('đăng ký ks', words)).toContain('dang ky khai sinh');
  });

  it('has every meaning of an abbreviation as an alternative', () => {
    const words = vocabulary({ abbreviations: { tt: ['thường trú', 'tạm trú'] } });

    const readings = readingsOf('xin tt', words);

    expect(readings).toEqual(expect.arrayContaining(['xin thuong tru', 'xin tam tru']));
  });

  it('has chat spelling undone', () => {
    const words = vocabulary({ chat: { ko: ['không'], j: ['gì'] } });

    expect(readingsOf('cần j ko', words)).toEqual(['can gi khong']);
  });

  it('keeps both meanings of a word that is chat and abbreviation', () => {
    const words = vocabulary({ chat: { kh: ['không'] }, abbreviations: { kh: ['kết hôn'] } });

    const readings = readingsOf('đăng ký kh', words);

    expect(readings).toEqual(expect.arrayContaining(['dang ky ket hon', 'dang ky khong']));
  });

  it('has everyday words put into those of the catalogue, and as they stand', () => {
    const words = vocabulary({ concepts: [{ says: ['cưới'], means: ['kết hôn'] }] });

    expect(readingsOf('giấy cưới', words)).toEqual(['giay cuoi', 'giay ket hon']);
  });

  it('keeps a bare word that is at home beside its neighbour: the "tru" of "tam tru" is no "trụ"', () => {
    const words = vocabulary({ concepts: [{ says: ['trụ'], means: ['cột điện'] }] });

    expect(readingsOf('xin tam tru', words).join()).not.toContain('cot dien');
    expect(readingsOf('xin dung tru', words)).toContain('xin dung cot dien');
    expect(readingsOf('xin dựng trụ', words)).toContain('xin dung cot dien');
  });

  it.each([
    ['Telex', 'ddawng kys khai sinh'],
    ['VNI', 'd9a8ng ky1 khai sinh'],
    ['joined words', 'dangky khaisinh'],
  ])('has %s undone', (_, typed) => {
    expect(readingsOf(typed)).toContain('dang ky khai sinh');
  });

  it('has a misspelt word mended, and as typed', () => {
    expect(readingsOf('khai xinh')).toEqual(expect.arrayContaining(['khai xinh', 'khai sinh']));
  });

  it('leaves a word that bears marks alone when it can be a word', () => {
    expect(readingsOf('xịnh')).toEqual(['xinh']);
  });

  it('has no reading twice', () => {
    const words = vocabulary({ abbreviations: { ks: ['khai sinh', 'khai sinh'] } });

    expect(readingsOf('ks', words)).toEqual(['khai sinh']);
  });
});

describe('a question made to explode', () => {
  const meanings = ['thường trú', 'tạm trú', 'thủ tục', 'thị trấn'];
  const words = vocabulary({
    abbreviations: { tt: meanings, cc: ['căn cước', 'công chứng'], kt: ['khai tử', 'kinh tế'] },
    concepts: [{ says: ['khai tử'], means: ['đăng ký khai tử', 'báo tử'] }],
  });

  it.each([
    ['one abbreviation a hundred times', 'tt '.repeat(100)],
    ['many abbreviations', 'tt cc kt '.repeat(60)],
    ['many misspelt words', 'khai xinh kett honn '.repeat(30)],
    ['one run of letters', 'dangky'.repeat(100)],
    ['Telex without end', `${'aw'.repeat(290)}s`],
  ])('has at most twelve readings: %s', (_, question) => {
    expect(readingsOf(question, words).length).toBeLessThanOrEqual(MOST_READINGS);
  });

  it('has between one and twelve readings, whatever is typed', () => {
    const reader = atOnce(Reader.of(habitsOf(realVocabulary), lexicon, texts));
    const pieces = fc.constantFrom('tt', 'cc', 'kt', 'ks', 'xinh', 'dangky', 'ddawng', 'đi', '1');

    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 80 }),
        (parts) => {
          const { length } = reader.read(tokenize(parts.join(' ')));

          expect(length).toBeGreaterThanOrEqual(1);
          expect(length).toBeLessThanOrEqual(MOST_READINGS);
        },
      ),
    );
  });
});
