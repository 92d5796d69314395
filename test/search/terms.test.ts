import { describe, expect, it } from 'vitest';
import { Terms } from '../../src/search/terms.ts';
import { tokenize } from '../../src/search/token.ts';
import { WordIds } from '../../src/search/word-ids.ts';

function termsOf(...texts: readonly string[]): Terms {
  const terms = new Terms(new WordIds());
  terms.add(texts.map((text) => tokenize(text)));
  return terms;
}

function found(terms: Terms, question: string): number {
  return terms.weigh(tokenize(question), [1, 1]).size;
}

describe('the terms of a text', () => {
  it('are its words, two that are neighbours or nearly so, and its words with their marks', () => {
    expect(termsOf('khai sinh').size).toBe(3);
    expect(termsOf('xin khai sinh').size).toBe(6);
    expect(termsOf('mất sổ').size).toBe(5);
  });

  it('are each there once, and the same in every text', () => {
    const terms = termsOf('khai sinh', 'khai sinh');

    expect(terms.size).toBe(3);
    expect(terms.add([tokenize('khai khai sinh')])).toHaveLength(5);
  });

  it('are found again without their marks, but for the spelling', () => {
    const terms = termsOf('mất sổ');

    expect(found(terms, 'mat so')).toBe(3);
    expect(found(terms, 'mất sổ')).toBe(5);
  });

  it('are not found where no text had them', () => {
    expect(found(termsOf('khai sinh'), 'kết hôn')).toBe(0);
  });

  it('are found though another word stands between', () => {
    const terms = termsOf('đổi cái bằng');

    expect(found(terms, 'đổi giùm bằng')).toBe(found(terms, 'đổi') + found(terms, 'bằng') + 1);
  });

  it('weigh less as neighbours, which say much of what their words say', () => {
    const weights = [...termsOf('khai sinh').weigh(tokenize('khai sinh'), [1, 1]).values()];

    expect(weights.filter((weight) => weight === Math.max(...weights))).toHaveLength(2);
  });

  it('keep what their words keep of their weight', () => {
    const terms = termsOf('khai sinh');
    const [word = 0, pair = 0] = [...terms.weigh(tokenize('khai sinh'), [1, 1]).values()].sort();
    const halved = [...terms.weigh(tokenize('khai sinh'), [0.5, 0.5]).values()].sort();

    expect(halved.slice(0, 2)).toEqual([word / 2, pair / 2]);
  });
});
