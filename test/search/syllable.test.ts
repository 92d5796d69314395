import { describe, expect, it } from 'vitest';
import { isSyllable } from '../../src/search/syllable.ts';
import { isMarked, tokenize } from '../../src/search/token.ts';
import { realVocabulary } from '../helpers/vocabulary.ts';

describe('the form of a Vietnamese syllable', () => {
  it.each('nghieng khuyu giay quyen ruou an y oanh khoang xoong gi gin'.split(' '))(
    'is that of %s',
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  it.each('ddawng dangky zalo vneid online cccd wifi dd ng nghiengg a1 ks'.split(' '))(
    'is not that of %s',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );

  it('is that of every word with marks in the words of residents and offices', () => {
    const { concepts, abbreviations } = realVocabulary;
    const phrases = [
      ...concepts.entries.flatMap(({ says, means }) => [...says, ...means]),
      ...Object.values(abbreviations.entries).flat(),
    ];
    const words = phrases.flatMap((phrase) => tokenize(phrase)).filter(isMarked);

    const strange = words.filter(
      ({ syllable }) => /[aeiouy]/.test(syllable) && !isSyllable(syllable),
    );

    expect(words.length).toBeGreaterThan(500);
    expect(strange.map(({ text }) => text)).toEqual([]);
  });
});
