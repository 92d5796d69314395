import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { TODAY } from '../helpers/build.ts';
import { realHere } from '../helpers/real.ts';
import { HOSTILE, LONG_MESSAGE } from './hostile.ts';

const here = realHere();
const MOST_CPU_MS = 50;
const MOST_CPU_MS_OF_STORY = 20;
const ENOUGH_MS = 5; // well within: no need to try again
const TRIES = 7;

/** Syllables, abbreviations, leftovers and noise in the mixtures that residents and attackers type. */
const pieces = fc.constantFrom(
  ...['khai sinh', 'đăng ký', 'tt', 'cc', 'kt', 'ks', 'hn', 'dangkykhaisinh', 'ddawng', 'd9a8ng'],
  ...['xinh', 'mất', 'ở đâu', 'bao nhiêu', '😀', '1.001193', '...', 'a'.repeat(40), '\u0301\u0301'],
);
const mixed = fc.array(pieces, { maxLength: 600 }).map((parts) => parts.join(' ').slice(0, 5000));
const joined = fc
  .array(fc.constantFrom('dang', 'ky', 'khai', 'nghieng', 'aw', 's', 'x', '1'), { maxLength: 1500 })
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  mixed,
  joined,
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

  it.each(HOSTILE)('takes less than 50 ms of the processor: %s', (_, text) => {
    expect(leastCpuMsOf(text)).toBeLessThan(MOST_CPU_MS);
  });

  it('takes less than 20 ms of the processor when it is a story of two thousand letters', () => {
    expect(leastCpuMsOf(LONG_MESSAGE)).toBeLessThan(MOST_CPU_MS_OF_STORY);
  });

  it('takes less than 50 ms of the processor, be it put together by chance', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(leastCpuMsOf(text)).toBeLessThan(MOST_CPU_MS);
      }),
      { numRuns: 40 },
    );
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

/**
 * Time on the processor, which a busy machine lengthens less than time on the clock. The best of some tries, as the
 * compiler and the garbage collector come in between; a little longer each time, as what is asked again is remembered.
 */
function leastCpuMsOf(text: string): number {
  let least = Infinity;
  for (let i = 0; i < TRIES && least > ENOUGH_MS; i++) {
    const before = process.cpuUsage();
    here.search(`${text}${' '.repeat(i)}`);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
