import { describe, expect, it } from 'vitest';
import { atOnce, unhurried } from '../../src/lib/sliced.ts';
import type { SearchItem } from '../../src/search/item.ts';
import { learn, type Learned } from '../../src/search/learned.ts';
import { Shelf } from '../../src/search/shelf.ts';
import { tokenize } from '../../src/search/token.ts';

function item(id: string, texts: readonly string[]): SearchItem {
  return { kind: 'procedure', id, title: id, texts: texts.map((text) => ({ text })) };
}

const death = item('khai-tu', [
  'đăng ký khai tử',
  'bố tôi mất',
  'ông bà qua đời',
  'báo tử',
  'làm giấy chứng tử',
  'người nhà chết ở viện',
  'mẹ mất hôm qua',
  'xóa tên người chết',
]);
const pigs = item('lon-dich', [
  'lợn chết dịch',
  'heo bị dịch tả',
  'hỗ trợ đàn lợn',
  'tiêu hủy lợn',
  'đàn heo chết hàng loạt',
  'đền bù lợn dịch',
  'trâu bò chết rét',
  'gà chết dịch cúm',
]);
const rare = item('viec-hiem', ['cấp phép nuôi voi', 'nuôi voi']);

/** What was learned of some items, asked in words. */
class Taught {
  readonly learned: Learned;
  readonly #shelf: Shelf;

  constructor(items: readonly SearchItem[], examples: Readonly<Record<string, string[]>> = {}) {
    this.#shelf = shelf(items, examples);
    this.learned = atOnce(learn(this.#shelf.items));
  }

  scores(question: string, learned = this.learned): Float32Array {
    return learned.scores(tokenize(question).map(({ syllable }) => this.#shelf.ids.find(syllable)));
  }

  scoreOf(one: SearchItem, question: string): number {
    const place = this.learned.place(one);
    return place === undefined ? NaN : (this.scores(question)[place] ?? NaN);
  }
}

function shelf(items: readonly SearchItem[], examples: Readonly<Record<string, string[]>>): Shelf {
  const filled = new Shelf(new Map(Object.entries(examples)));
  for (const one of items) filled.put(one);
  return filled;
}

describe('what is learned from all ways of saying things', () => {
  const all = [death, pigs, rare];
  const taught = new Taught(all);

  it('finds in a story the words that tell, and not the one word that another item is known by', () => {
    const story = 'đàn lợn nhà tôi chết mất mười con vì dịch tả';

    expect(taught.scoreOf(pigs, story)).toBeGreaterThan(taught.scoreOf(death, story));
  });

  it('speaks for what was said in these very words, clearly before all others', () => {
    const [ofDeath = 0, ofPigs = 0] = [death, pigs].map((one) => taught.scoreOf(one, 'bố tôi mất'));

    expect(ofDeath).toBeGreaterThan(ofPigs + 0.5);
  });

  it('says nothing of an item that can be said in few ways only, nor for words that it never saw', () => {
    expect(taught.learned.place(rare)).toBeUndefined();
    expect(taught.scores('xyz').every((score) => score === 0)).toBe(true);
  });

  it('hears of words in the questions that residents asked', () => {
    const more = new Taught(all, { 'khai-tu': ['nội tui quy tiên hồi hôm'] });
    const question = 'bà nội quy tiên rồi';

    expect(more.scoreOf(death, question)).toBeGreaterThan(taught.scoreOf(death, question));
  });

  it('is the same each time, whether learned at one go or in slices', async () => {
    const inSlices = await unhurried(learn(shelf(all, {}).items));

    expect(taught.scores('lợn chết', inSlices)).toEqual(taught.scores('lợn chết'));
  });

  it('takes the plans of all communes for one', () => {
    const plan = (id: string): SearchItem => ({
      ...item(id, ['a b', 'c d', 'e', 'f', 'g', 'h', 'i', 'k']),
      kind: 'plan',
    });
    const { learned } = new Taught([plan('mot'), plan('hai'), death]);

    expect(learned.place(plan('mot'))).toBe(learned.place(plan('hai')));
  });
});
