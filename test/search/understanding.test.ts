import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { TODAY } from '../helpers/build.ts';
import { realHere } from '../helpers/real.ts';

const here = realHere();
const MOST_CPU_MS = 50;

/** Syllables, abbreviations, leftovers and noise in the mixtures that residents and attackers type. */
const pieces = fc.constantFrom(
  ...['khai sinh', 'đăng ký', 'tt', 'cc', 'kt', 'ks', 'hn', 'dangkykhaisinh', 'ddawng', 'd9a8ng'],
  ...['xinh', 'mất', 'ở đâu', 'bao nhiêu', '😀', '1.001193', '...', 'a'.repeat(40), '\u0301\u0301'],
);
const mixed = fc.array(pieces, { maxLength: 600 }).map((parts) => parts.join(' ').slice(0, 5000));
const anything = fc.oneof(
  mixed,
  fc.string({ unit: 'binary', maxLength: 5000 }),
  fc.string({ unit: 'grapheme', maxLength: 1000 }),
);

describe('whatever is typed', () => {
  it('is understood in some way', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { hits, band, question } = here.search(text);

        expect(question).toBe(text);
        expect(['answer', 'choose', 'none']).toContain(band);
        expect(hits.length).toBeLessThanOrEqual(5);
        expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('offers the best first', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const scores = here.search(text).hits.map(({ score }) => score);

        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 30 },
    );
  });

  it('means the same when it is asked again, by anybody', () => {
    const other = createSearch(here.knowledge, here.local, TODAY);

    fc.assert(
      fc.property(anything, (text) => {
        expect(other(text)).toEqual(here.search(text));
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['one word for ever', 'khai '.repeat(1000)],
    ['every word ambiguous', 'tt cc kt hn tc kn dk '.repeat(240)],
    ['no spaces at all', 'dangkykhaisinh'.repeat(350)],
    ['letters drawn out', 'đ'.repeat(5000)],
    ['marks without letters', '\u0301'.repeat(5000)],
    ['digits and stops', '1.0'.repeat(1600)],
    ['slips in every word', 'khai xinh dang kiy ket honn mat giayy '.repeat(130)],
    ['a long complaint', 'Đường trước nhà tôi bị hỏng đã lâu, mong xã xuống xem. '.repeat(90)],
  ])('takes less than 50 ms of the processor: %s', (_, text) => {
    const times = Array.from({ length: 7 }, (_unused, i) => cpuMsOf(`${text}${' '.repeat(i)}`));

    expect(median(times)).toBeLessThan(MOST_CPU_MS);
  });
});

describe('two ways to type one question', () => {
  it.each([
    ['Đăng ký kết hôn ở đâu?', 'đăng ký kết hôn ở đâu'],
    ['ĐĂNG KÝ TẠM TRÚ', 'đăng ký tạm trú'],
    ['hoà giải tranh chấp đất', 'hòa giải tranh chấp đất'],
    ['xoá đăng ký thường trú', 'xóa đăng ký thường trú'],
    ['khai sinhhhhh choooo con', 'khai sinh cho con'],
  ])('mean the same: "%s" and "%s"', (one, other) => {
    const [first, second] = [here.search(one), here.search(other)];

    expect(first.hits).toEqual(second.hits);
    expect(first.band).toBe(second.band);
  });

  it('mean the same composed and decomposed', () => {
    const question = 'thủ tục chuyển mục đích sử dụng đất mất bao lâu ạ';

    const { hits, facet, band } = here.search(question.normalize('NFD'));

    expect({ hits, facet, band }).toEqual(pick(here.search(question.normalize('NFC'))));
  });
});

function pick({ hits, facet, band }: ReturnType<typeof here.search>) {
  return { hits, facet, band };
}

/** Time on the processor, which a busy machine does not lengthen as it does time on the clock. */
function cpuMsOf(text: string): number {
  const before = process.cpuUsage();
  here.search(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
