import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../src/lib/mask.ts';

const BETWEEN_DIGITS = ['', '', ' ', '.', '-', '  ', ' - ', '. ', '–', '\u00a0'];
const SIGNS = /[\s.()+–-]/g;

/** Nine digits or more, written the ways people write phone and identity numbers. */
const longNumber = fc
  .record({
    country: fc.constantFrom('', '+84', '+84 ', '(+84) ', '84-'),
    digits: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...BETWEEN_DIGITS)), {
      minLength: 9,
      maxLength: 24,
    }),
  })
  .map(
    ({ country, digits }) => country + digits.map(([digit, sign]) => `${digit}${sign}`).join(''),
  );

const words = fc.constantFrom('', 'gọi em ', 'số cccd: ', 'thôn 3, ', 'ok ', 'nhé');

describe('a question kept for staff', () => {
  it('shows no number of nine digits or more, however it is written', () => {
    fc.assert(
      fc.property(words, longNumber, words, (before, number, after) => {
        const masked = maskPersonalData(before + number + after);

        expect(masked.replace(SIGNS, '')).not.toMatch(/\d{9}/);
        expect(masked).toContain('[số đã che]');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '0912-345-678',
    '0912 - 345 - 678',
    '+84 912 345 678',
    '(+84) 912 345 678',
    '001 085 012 345',
    '1903 4567 8901 2345 678',
  ])('hides %s', (number) => {
    expect(maskPersonalData(`Số của tôi là ${number} nhé`)).not.toMatch(/\d/);
  });

  it('hides a mail address', () => {
    expect(maskPersonalData('gửi về lan.nguyen+xa@thu.gov.vn giúp em')).toBe(
      'gửi về [email đã che] giúp em',
    );
  });

  it.each([
    'Thủ tục 1.001193 mất bao lâu?',
    'Nộp 10.000 đồng ngày 21/11/2026 được không?',
    'Theo Nghị định 123/2015/NĐ-CP thì sao?',
    'Năm học 2026 - 2027 thôn 3 có 12 cháu',
  ])('leaves alone what names nobody: %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('stays quick on a page of digits', () => {
    const started = performance.now();

    maskPersonalData('1 2-3.'.repeat(20_000));

    expect(performance.now() - started).toBeLessThan(500);
  });
});
