import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearTexts, Sheet } from '../../src/search/overlap.ts';
import { Shelf } from '../../src/search/shelf.ts';
import { isMarked, tokenize } from '../../src/search/token.ts';

/** Every word weighs 1, and as much as itself in the catalogue; words in capitals tell nothing. */
function compared(text: string, question: string) {
  const shelf = new Shelf();
  const { texts, words: itemWords } = shelf.put({
    kind: 'faq',
    id: '1',
    title: '',
    texts: [{ text }],
  });
  const words = tokenize(question);
  const typed = question.split(' ');
  const ones = words.map(() => 1);
  const telling = words.map((_, i) => typed[i] === typed[i]?.toLowerCase());
  const sheet = new Sheet(
    { words, weights: ones, fullWeights: ones, telling },
    new NearTexts(shelf),
  );
  const [only] = texts;
  const overlap = only && sheet.overlap(only);
  return { ...overlap, ...(overlap && sheet.closeness(only)), coverage: sheet.coverage(itemWords) };
}

describe('a text and a question compared', () => {
  it('share the words that both have, each occurrence in the question', () => {
    expect(compared('đăng ký khai sinh', 'khai sinh khai tử')).toMatchObject({
      matched: 3,
      shared: 2,
      coverage: 3,
    });
  });

  it('share nothing worth looking at but words that tell nothing', () => {
    expect(compared('đăng ký khai sinh', 'ĐĂNG KÝ kết hôn')).toEqual({ coverage: 2 });
  });

  it('share the best stretch of four words', () => {
    const story = 'hôm qua nhà em đi làm giấy khai sinh mà không ai tiếp';

    expect(compared('làm giấy khai sinh', story).window).toBe(1);
    expect(compared('khai sinh', story).window).toBe(0.5);
    expect(compared('khai sinh', 'khai sinh').window).toBe(1);
  });

  it('clash where typed marks say another word', () => {
    expect(compared('tử tuất', 'tự tuất').clashes).toBe(1);
    expect(compared('tử tuất', 'tu tuat').clashes).toBe(0);
  });

  it('never share more than there is', () => {
    const words = fc.constantFrom('khai', 'sinh', 'tử', 'tự', 'tu', 'giấy', 'đăng', 'ký', 'xyz');
    const texts = fc.array(words, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));

    fc.assert(
      fc.property(texts, texts, (text, question) => {
        const asked = tokenize(question);
        const { matched = 0, shared = 0, window = 0, clashes = 0 } = compared(text, question);

        expect(matched).toBe(
          asked.filter(({ syllable }) => tokenize(text).some((one) => one.syllable === syllable))
            .length,
        );
        expect(shared).toBeLessThanOrEqual(matched);
        expect(window).toBeLessThanOrEqual(1);
        expect(window === 0).toBe(matched === 0);
        expect(clashes).toBeLessThanOrEqual(
          asked.filter(isMarked).length + (asked[0]?.isExact === true ? asked.length : 0),
        );
      }),
    );
  });
});
