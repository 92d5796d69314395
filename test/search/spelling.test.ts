import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/search/lexicon.ts';
import { soundOf, Speller } from '../../src/search/spelling.ts';
import { tokenize } from '../../src/search/token.ts';

function lexiconOf(...texts: readonly string[]): Lexicon {
  return new Lexicon(texts.map((text) => [tokenize(text)]));
}

function suggest(typed: string, ...catalogue: readonly string[]): string[] {
  return new Speller(lexiconOf(...catalogue)).suggest(typed);
}

describe('a misspelt word', () => {
  it.each([
    ['a letter too many', 'sinhh', 'sinh'],
    ['a letter too few', 'snh', 'sinh'],
    ['a wrong letter', 'sunh', 'sinh'],
    ['two letters swapped', 'sihn', 'sinh'],
  ])('is mended when it has %s', (_, typed, meant) => {
    expect(suggest(typed, 'khai sinh')).toContain(meant);
  });

  it.each([
    ['xinh', 'sinh'],
    ['chứng'.normalize('NFD').replace(/\p{M}/gu, ''), 'trung'],
    ['lam', 'nam'],
    ['thuon', 'thuong'],
    ['giay', 'day'],
    ['cac', 'cat'],
    ['ki', 'ky'],
  ])('is mended when it sounds alike: %s for %s', (typed, meant) => {
    expect(soundOf(typed)).toBe(soundOf(meant));
  });

  it.each([
    ['sinh', 'tử'],
    ['hon', 'khai'],
    ['tam', 'thuong'],
  ])('does not sound like any other: %s, %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it.each(['k', 'tu', 'xn'])('is never mended when it is as short as %s', (typed) => {
    expect(suggest(typed, 'khai tử', 'tự nguyện', 'xin')).toEqual([]);
  });

  it('is mended to at most three words, the commonest first', () => {
    const words = suggest('tam', 'tạm trú', 'tạm vắng', 'tám', 'tâm', 'tan', 'tán', 'tai', 'tao');

    expect(words).toHaveLength(3);
    expect(words[0]).toBe('tam');
  });

  it('is only ever mended to a word of the catalogue', () => {
    expect(suggest('nghieng', 'khai sinh', 'kết hôn')).toEqual([]);
  });

  it('is mended by the word beside it, when both sound like a pair of the catalogue', () => {
    const speller = new Speller(lexiconOf('giấy khai sinh', 'tạm trú'));

    expect(speller.pairLike('day', 'khai')).toEqual(['giay', 'khai']);
    expect(speller.pairLike('tam', 'chu')).toEqual(['tam', 'tru']);
  });

  it('is left beside a word that it is known to stand beside', () => {
    const speller = new Speller(lexiconOf('giấy khai sinh', 'dạy khai trương'));

    expect(speller.pairLike('giay', 'khai')).toBeUndefined();
    expect(speller.pairLike('khai', 'tru')).toBeUndefined();
  });
});
