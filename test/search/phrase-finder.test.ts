import { describe, expect, it } from 'vitest';
import { PhraseFinder, without } from '../../src/search/phrase-finder.ts';
import { spell, tokenize } from '../../src/search/token.ts';

function foundIn(text: string, ...phrases: readonly string[]): string[] {
  const finder = new PhraseFinder(phrases.map((phrase) => [phrase, phrase] as const));
  return finder.findAll(tokenize(text)).map(({ value }) => value);
}

describe('a known phrase in a question', () => {
  it('is found as the longest that fits', () => {
    const found = foundIn('mất bao nhiêu tiền vậy', 'bao nhiêu', 'bao nhiêu tiền', 'tiền');

    expect(found).toEqual(['bao nhiêu tiền']);
  });

  it('is found again and again, but never overlapping', () => {
    expect(foundIn('sinh con sinh con', 'sinh con', 'con sinh')).toEqual(['sinh con', 'sinh con']);
  });

  it('is found without its marks', () => {
    expect(foundIn('mat bao lau', 'bao lâu')).toEqual(['bao lâu']);
  });

  it('is not found with other marks', () => {
    expect(foundIn('khai tự', 'khai tử')).toEqual([]);
  });

  it('is told from its sister by the marks', () => {
    expect(foundIn('giấy khai tử', 'khai tự', 'khai tử')).toEqual(['khai tử']);
  });

  it('is not found when its words are apart', () => {
    expect(foundIn('bao giờ thì lâu', 'bao lâu')).toEqual([]);
  });

  it('may be a single word', () => {
    const finder = new PhraseFinder([
      ['ạ', 'polite'],
      ['xin chào', 'greeting'],
    ]);
    const [polite, half] = tokenize('ạ xin');

    expect(polite && finder.find(polite)).toBe('polite');
    expect(half && finder.find(half)).toBeUndefined();
  });

  it('is never an empty one', () => {
    expect(foundIn('khai sinh', '', '…')).toEqual([]);
  });

  it('can be taken out of the question', () => {
    const words = tokenize('khai sinh mất bao lâu ạ');
    const finder = new PhraseFinder([['mất bao lâu', true]]);

    expect(spell(without(words, finder.findAll(words)))).toBe('khai sinh a');
  });
});
