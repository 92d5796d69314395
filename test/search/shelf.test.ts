import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/search/catalogue.ts';
import type { SearchItem } from '../../src/search/item.ts';
import { Shelf } from '../../src/search/shelf.ts';
import { tokenize } from '../../src/search/token.ts';

function item(id: string, ...texts: readonly [string, ...string[]]): SearchItem {
  return {
    kind: 'procedure',
    id,
    title: texts[0],
    texts: texts.map((text) => ({ text })),
  };
}

const birth = item('1', 'Đăng ký khai sinh', 'giấy khai sinh');
const death = item('2', 'Đăng ký khai tử');

function found(catalogue: Catalogue, question: string, limit = 10): string[] {
  return catalogue.candidates([tokenize(question)], limit).map((one) => one.item.id);
}

describe('the shelf that communes share', () => {
  it('keeps what is the same in two communes once', () => {
    const shelf = new Shelf();

    expect(shelf.put(birth)).toBe(shelf.put(structuredClone(birth)));
    expect(shelf.items).toHaveLength(1);
  });

  it('keeps what one commune says differently beside it', () => {
    const shelf = new Shelf();
    const [shared, own] = [
      shelf.put(birth),
      shelf.put(item('1', 'Đăng ký khai sinh', 'cháu mới đẻ')),
    ];

    expect(shared).not.toBe(own);
    expect(shelf.textsWith('sinh')).toHaveLength(3);
    expect(shelf.textsWith('de')).toEqual([3]);
  });

  it('knows the texts of a word that came after the word was first looked up', () => {
    const shelf = new Shelf();
    shelf.put(birth);
    expect(shelf.textsWith('khai')).toHaveLength(2);

    shelf.put(death);

    expect(shelf.textsWith('khai')).toHaveLength(3);
  });

  it('has no text for a word that nobody wrote', () => {
    expect(new Shelf().textsWith('constructor')).toEqual([]);
  });
});

describe('the catalogue of a commune', () => {
  it('finds the items that share a word with the question, however it is written', () => {
    expect(found(new Catalogue([birth, death]), 'khai sinhh')).toEqual(['1', '2']);
  });

  it('keeps those that share most, and none that shares little of what another has', () => {
    const catalogue = new Catalogue([death, birth]);

    expect(found(catalogue, 'dang ky khai', 1)).toEqual(['2']);
    expect(found(catalogue, 'lam giay khai sinh')).toEqual(['1']);
  });

  it('keeps some for each reading', () => {
    const catalogue = new Catalogue([birth, death]);
    const readings = ['khai sinh', 'khai tử'].map((text) => tokenize(text));

    expect(catalogue.candidates(readings, 1).map((one) => one.item.id)).toEqual(['1', '2']);
  });

  it('never finds what only another commune has', () => {
    const shelf = new Shelf();
    const here = new Catalogue([birth], shelf);
    const there = new Catalogue([birth, death], shelf);

    expect([found(here, 'khai tử'), found(there, 'khai tử')]).toEqual([['1'], ['2']]);
  });

  it('forgets one question before the next', () => {
    const catalogue = new Catalogue([birth, death]);

    expect([found(catalogue, 'sinh'), found(catalogue, 'tử')]).toEqual([['1'], ['2']]);
  });
});
