import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { SearchItem } from '../../src/search/item.ts';
import { learn, type Learned, learnUnhurried, type Lessons } from '../../src/search/learned.ts';
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

function lessons(examples: Readonly<Record<string, string[]>> = {}): Lessons {
  return { items: [death, pigs, rare], examples: new Map(Object.entries(examples)) };
}

function scoreOf(learned: Learned, one: SearchItem, question: string): number {
  const place = learned.place(one);
  return place === undefined ? NaN : (learned.scores(tokenize(question))[place] ?? NaN);
}

describe('what is learned from all ways of saying things', () => {
  const learned = learn(lessons());

  it('finds in a story the words that tell, and not the one word that another item is known by', () => {
    const story = 'đàn lợn nhà tôi chết mất mười con vì dịch tả';

    expect(scoreOf(learned, pigs, story)).toBeGreaterThan(scoreOf(learned, death, story));
  });

  it('speaks for what was said in these very words, clearly before all others', () => {
    const [ofDeath, ofPigs] = [death, pigs].map((one) => scoreOf(learned, one, 'bố tôi mất'));

    expect(ofDeath).toBeGreaterThan((ofPigs ?? 0) + 0.9);
  });

  it('says nothing of an item that can be said in few ways only, nor for words that it never saw', () => {
    expect(learned.place(rare)).toBeUndefined();
    expect(learned.scores(tokenize('xyz')).every((score) => score === 0)).toBe(true);
  });

  it('hears of words in the questions that residents asked', () => {
    const taught = learn(lessons({ 'khai-tu': ['nội tui quy tiên hồi hôm'] }));
    const question = 'bà nội quy tiên rồi';

    expect(scoreOf(taught, death, question)).toBeGreaterThan(scoreOf(learned, death, question));
  });

  it('is the same each time, whether learned at one go or in slices', async () => {
    const words = tokenize('lợn chết');

    expect(learn(lessons()).scores(words)).toEqual(learned.scores(words));
    expect((await learnUnhurried(lessons(), setImmediate)).scores(words)).toEqual(
      learned.scores(words),
    );
  });

  it('takes the plans of all communes for one', () => {
    const plan = (id: string): SearchItem => ({
      ...item(id, ['a b', 'c d', 'e', 'f', 'g', 'h', 'i', 'k']),
      kind: 'plan',
    });
    const ofPlans = learn({ items: [plan('mot'), plan('hai'), death], examples: new Map() });

    expect(ofPlans.place(plan('mot'))).toBe(ofPlans.place(plan('hai')));
  });
});
