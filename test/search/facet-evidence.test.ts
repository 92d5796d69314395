import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '../../src/knowledge/vocabulary.ts';
import { atOnce } from '../../src/lib/sliced.ts';
import { FacetEvidence } from '../../src/search/facet-evidence.ts';
import type { Heard } from '../../src/search/facet-rules.ts';
import { tokenize } from '../../src/search/token.ts';

type Entries = Vocabulary['facetQuestions']['entries'];

const UNHEARD: Heard = { facet: undefined, isSure: false };
const QUESTIONS: Entries = {
  fees: often('sao y một bản ngốn mấy xu', 'tách khẩu có tốn xu nào không'),
  where: often('sao y thì gặp ông nào', 'tách khẩu gõ cửa phòng nào'),
  none: often('tui tính tách khẩu', 'muốn sao y cái bằng'),
};

// The more is said of other things, the more telling is a word of one facet alone.
const NAMES = Array.from({ length: 300 }, (_, i) => [
  tokenize(`Khai báo tạm vắng a${i} b${i} c${i}`),
]);

/** A few ways to ask, as if many residents had asked so. */
function often(...questions: readonly string[]): string[] {
  return questions.flatMap((question) => Array.from({ length: 40 }, () => question));
}

function facetOf(question: string, heard = UNHEARD, entries = QUESTIONS): string | undefined {
  const facets = atOnce(FacetEvidence.of({ entries }, NAMES));
  return facets.find(tokenize(question), heard);
}

describe('what a question asks about', () => {
  it.each([
    ['nhập khẩu ngốn mấy xu', 'fees'],
    ['nhập khẩu thì gõ cửa phòng nào', 'where'],
    ['tui tính nhập khẩu', undefined],
  ])('is told by how others have asked: "%s"', (question, facet) => {
    expect(facetOf(question)).toBe(facet);
  });

  it('is told by its end, where the same words ask for something else', () => {
    const entries = {
      ...{ fees: often('bao lâu mấy tiền'), time: often('mấy tiền bao lâu') },
      none: often('không hỏi gì'),
    };

    expect(facetOf('lâu mấy tiền', UNHEARD, entries)).toBe('fees');
    expect(facetOf('tiền bao lâu', UNHEARD, entries)).toBe('time');
  });

  it('is what a rule says where the words speak for nothing, and a sure rule outweighs some words', () => {
    expect(facetOf('chuyển hộ', { facet: 'fees', isSure: false })).toBe('fees');
    expect(facetOf('tách khẩu mà mấy ông', { facet: 'fees', isSure: true })).toBe('fees');
  });

  it('is what the rules say where nobody has given examples', () => {
    expect(facetOf('ngốn mấy xu', { facet: 'time', isSure: false }, {})).toBe('time');
    expect(facetOf('ngốn mấy xu', UNHEARD, {})).toBeUndefined();
  });

  it('is nothing in the name of a procedure', () => {
    const entries = { ...QUESTIONS, time: often('khai báo bao lâu') };

    expect(facetOf('khai báo tạm vắng', UNHEARD, entries)).toBeUndefined();
  });

  it('is learned from the question of a story, not from the story', () => {
    const entries = {
      fees: often('Ông nào cũng bảo đi. Ngốn mấy xu?'),
      where: often('thì gặp ông nào'),
      none: often('không hỏi gì'),
    };

    expect(facetOf('ông nào cũng bảo', UNHEARD, entries)).toBe('where');
  });
});
