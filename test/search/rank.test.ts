import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../src/knowledge/procedure.ts';
import { FEATURES, type RankWeights, weightsFor } from '../../src/search/rank.ts';
import { RANK_WEIGHTS } from '../../src/search/weights.ts';
import { dialogueTask, hereWith, plan, procedure, vocabulary } from '../helpers/build.ts';

const TITLES = [
  'Đăng ký khai sinh',
  'Đăng ký lại khai sinh',
  'Đăng ký khai sinh có yếu tố nước ngoài',
  'Đăng ký khai sinh lưu động',
  'Đăng ký khai tử',
  'Đăng ký kết hôn',
  'Đăng ký lại kết hôn',
  'Đăng ký kết hôn có yếu tố nước ngoài',
  'Cấp đổi thẻ căn cước',
  'Cấp lại thẻ căn cước',
  'Gia hạn tạm trú',
  'Đăng ký tạm trú',
  'Xóa đăng ký tạm trú',
];

/** Procedures that are known by their titles alone, numbered in their order. */
function titled(titles: readonly string[]): Procedure[] {
  return titles.map((title, i) =>
    procedure({
      code: `1.${String(i).padStart(6, '0')}`,
      name: title,
      shortName: title,
      aliases: [title, `${title} tại xã`],
      result: [],
    }),
  );
}

const fillers = ['cho hỏi', 'ạ', 'muốn', 'tôi', 'thì', 'thế nào', 'làm', 'cần', 'gì'];
const here = hereWith({
  procedures: titled(TITLES),
  vocabulary: vocabulary({ fillers, kinship: ['con', 'bà', 'vợ'] }),
});

function best(question: string): string | undefined {
  return here.search(question).hits[0]?.title;
}

describe('among siblings, the search puts first', () => {
  it.each([
    ['đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['dang ky ket hon', 'Đăng ký kết hôn'],
    ['đăng ký tạm trú', 'Đăng ký tạm trú'],
  ])('the title that says no more than was asked: %s', (question, title) => {
    expect(best(question)).toBe(title);
  });

  it.each([
    ['đăng ký lại khai sinh', 'Đăng ký lại khai sinh'],
    ['làm lại giấy kết hôn', 'Đăng ký lại kết hôn'],
    ['mất giấy khai sinh', 'Đăng ký lại khai sinh'],
    ['mất thẻ căn cước', 'Cấp lại thẻ căn cước'],
    ['đổi thẻ căn cước', 'Cấp đổi thẻ căn cước'],
  ])('the one that does it again, or does not: %s', (question, title) => {
    expect(best(question)).toBe(title);
  });

  it.each([
    ['khai sinh có yếu tố nước ngoài', 'Đăng ký khai sinh có yếu tố nước ngoài'],
    ['vợ nước ngoài đăng ký kết hôn', 'Đăng ký kết hôn có yếu tố nước ngoài'],
  ])('the foreign one when it is named: %s', (question, title) => {
    expect(best(question)).toBe(title);
  });

  it.each([
    ['gia hạn tạm trú', 'Gia hạn tạm trú'],
    ['xóa tạm trú', 'Xóa đăng ký tạm trú'],
    ['khai sinh lưu động', 'Đăng ký khai sinh lưu động'],
  ])('the one whose action was named: %s', (question, title) => {
    expect(best(question)).toBe(title);
  });

  it.each([
    ['khai tử', 'Đăng ký khai tử'],
    ['khai tu', 'Đăng ký khai tử'],
  ])('the one whose marks agree: %s', (question, title) => {
    expect(best(question)).toBe(title);
  });

  it('the same one, however much filler surrounds the matter', () => {
    const question = 'cho hỏi tôi muốn làm khai tử cho bà thì cần làm gì ạ thế nào ạ';

    expect(best(question)).toBe('Đăng ký khai tử');
  });

  it('the more popular of two that fit equally', () => {
    const procedures = titled(['Đăng ký nuôi trâu', 'Đăng ký nuôi bò']);
    const popular = ['1.000001'];

    const { search } = hereWith({ procedures, vocabulary: vocabulary({ popular }) });

    expect(search('đăng ký nuôi').hits[0]?.title).toBe('Đăng ký nuôi bò');
  });

  it('no more for being popular, when it does not do what was asked', () => {
    const procedures = titled(['Đăng ký nuôi trâu', 'Cấp lại giấy nuôi trâu']);
    const popular = ['1.000000'];
    const { search } = hereWith({ procedures, vocabulary: vocabulary({ popular }) });
    const popularityIn = (question: string) => {
      const { candidates } = search(question).explanation;
      return candidates.find(({ id }) => id === '1.000000')?.features?.['popularity'];
    };

    expect(popularityIn('giấy nuôi trâu')).toBe(1);
    expect(popularityIn('mất giấy nuôi trâu')).toBe(0);
  });
});

describe('the score of a match', () => {
  it('is about 1 for the exact name, and falls with every word that is not in it', () => {
    const [exact, one, two] = [
      'đăng ký khai tử',
      'đăng ký khai tử trâu',
      'đăng ký khai tử trâu bò',
    ].map((question) => here.search(question).hits[0]?.score ?? 0);

    expect(exact).toBeGreaterThan(0.8);
    expect(exact).toBeGreaterThan(one ?? 1);
    expect(one).toBeGreaterThan(two ?? 1);
  });

  it('names the piece of a plan that matched', () => {
    const contest = dialogueTask({ id: 'pl-9', text: 'Tổ chức hội thi vẽ tranh' });

    const { search } = hereWith({ plans: [plan({ tasks: [dialogueTask(), contest] })] });

    expect(search('hội thi vẽ tranh').hits[0]).toMatchObject({ kind: 'plan', part: 'pl-9' });
  });
});

describe('what a sign is worth', () => {
  const signs = (value: number) => Object.fromEntries(FEATURES.map((name) => [name, value]));
  const weights: RankWeights = {
    short: { ...RANK_WEIGHTS.short, ...signs(1) },
    story: { ...RANK_WEIGHTS.story, ...signs(3) },
  };

  it.each([
    [1, 1],
    [7, 1],
    [13, 2],
    [19, 3],
    [200, 3],
  ])('goes from that in a question to that in a story: %i words, %i', (words, worth) => {
    expect(weightsFor(words, weights).match).toBe(worth);
  });
});
