import { describe, expect, it } from 'vitest';
import { FacetRules } from '../../src/search/facet-rules.ts';
import { spell, tokenize } from '../../src/search/token.ts';
import { without } from '../../src/search/phrase-finder.ts';

const rules = new FacetRules({
  words: { GÌ: ['gì', 'chi'], TIỀN: ['tiền', 'đồng'], 'BAO-NHIÊU': ['bao nhiêu', 'mấy'] },
  particles: ['những', 'theo'],
  rules: [
    { asks: 'none', when: ['giá trị … BAO-NHIÊU'] },
    { asks: 'result', when: ['(trợ cấp) BAO-NHIÊU'] },
    { asks: 'fees', when: ['BAO-NHIÊU TIỀN', 'phí'] },
    { asks: 'documents', when: ['mang GÌ', 'cần … GÌ'] },
    { asks: 'steps', when: ['hướng dẫn'], weak: true },
  ],
  not: ['học phí'],
});

describe('the rules of facets', () => {
  it.each([
    ['mang gì', 'documents'],
    ['mang theo những gì', 'documents'],
    ['tách hộ mấy đồng', 'fees'],
    ['cần đem tới xã cái chi', 'documents'],
    ['mang gì, phí thế nào', 'fees'],
  ])('hear classes, particles and gaps: "%s" asks for %s', (question, facet) => {
    expect(rules.find(tokenize(question)).facet).toBe(facet);
  });

  it.each([
    ['words apart', 'mang giấy khai sinh gì'],
    ['too wide a gap', 'cần một hai ba bốn năm sáu bảy tám chín gì'],
    ['a phrase that only looks alike', 'miễn giảm học phí'],
    ['a question that a rule turns away', 'giá trị trong bao nhiêu tiền'],
    ['other marks', 'mang gỉ'],
  ])('hear nothing in %s', (_, question) => {
    expect(rules.find(tokenize(question)).facet).toBeUndefined();
  });

  it('take out the words that ask, and leave those of the matter', () => {
    const question = tokenize('trợ cấp người già bao nhiêu tiền, trợ cấp bao nhiêu');

    const { words } = rules.find(question);

    expect(spell(without(question, words))).toBe('tro cap nguoi gia tro cap');
  });

  it('tell what is asked from what may be asked', () => {
    expect(rules.find(tokenize('mang gì')).isSure).toBe(true);
    expect(rules.find(tokenize('hướng dẫn tách hộ'))).toMatchObject({
      facet: 'steps',
      isSure: false,
    });
  });

  it('can ask for more than one word', () => {
    expect(rules.find(tokenize('phí tách hộ'), 2).facet).toBeUndefined();
    expect(rules.find(tokenize('mấy đồng'), 2).facet).toBe('fees');
  });
});
