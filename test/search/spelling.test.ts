import { describe, expect, it } from 'vitest';
import { soundOf, Speller } from '../../src/search/spelling.ts';
import { tokenize } from '../../src/search/token.ts';

function suggest(typed: string, ...catalogue: readonly string[]): string[] {
  const words = catalogue.flatMap((text) => tokenize(text)).map(({ syllable }) => syllable);
  return new Speller(words).near(typed).map(({ word }) => word);
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

  it('is never mended when it is a single letter', () => {
    expect(suggest('k', 'ký', 'khai')).toEqual([]);
  });

  it('is sooner mended by a sound than by any other letter', () => {
    expect(suggest('xinh', 'kinh tế', 'khai sinh')[0]).toBe('sinh');
  });

  it.each([
    ['zay', 'giấy'],
    ['fai', 'phải'],
    ['tik', 'tích'],
    ['mun', 'muốn'],
  ])('is mended when it is chat: %s for %s', (typed, meant) => {
    expect(suggest(typed, meant)).toEqual(tokenize(meant).map(({ syllable }) => syllable));
  });

  it('is only ever mended to a word of the catalogue', () => {
    expect(suggest('nghieng', 'khai sinh', 'kết hôn')).toEqual([]);
  });
});
