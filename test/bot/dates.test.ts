import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../src/knowledge/procedure.ts';
import { hereWith, procedure } from '../helpers/build.ts';
import { Talk, textOf } from '../helpers/talk.ts';

/** What is said of a procedure on a day: its card, or one aspect. */
function saidOn(day: string, one: Procedure, facet = ''): string {
  const payload = `#procedure:${one.code}${facet === '' ? '' : `:${facet}`}`;
  return textOf(new Talk(hereWith({ procedures: [one], day })).says(payload));
}

describe('a fee that changes with the year', () => {
  const fee = { kind: 'fixed', what: 'Lệ phí', per: 'lần' } as const;
  const changing = procedure({
    fees: [
      { ...fee, vnd: 10_000, effectiveTo: '2026-12-31' },
      { ...fee, vnd: 25_000, effectiveFrom: '2027-01-01' },
    ],
  });

  it('is the old one on the last day of the year, with the new one announced', () => {
    const fees = saidOn('2026-12-31', changing, 'fees');

    expect(fees).toMatch(/• Lệ phí: 10\.000 đồng\/lần \(đến hết 31\/12\/2026\)/);
    expect(fees).toMatch(/Sắp đổi:\n• Lệ phí: 25\.000 đồng\/lần \(từ 01\/01\/2027\)/);
  });

  it('is the new one on the first day of the next, and the old one is gone', () => {
    const fees = saidOn('2027-01-01', changing, 'fees');

    expect(fees).toContain('25.000 đồng');
    expect(fees).not.toContain('10.000 đồng');
    expect(fees).not.toContain('Sắp đổi');
  });

  it.each([
    ['2026-12-31', 'Lệ phí: 10.000 đồng/lần'],
    ['2027-01-01', 'Lệ phí: 25.000 đồng/lần'],
  ])('is on the card as on that day: %s', (day, line) => {
    expect(saidOn(day, changing)).toContain(line);
  });

  it('is owned up to when the day has none', () => {
    const ended = procedure({ fees: [{ ...fee, vnd: 10_000, effectiveTo: '2026-12-31' }] });

    expect(saidOn('2027-01-01', ended, 'fees')).toContain('Nguồn chưa ghi mức thu');
  });
});

describe('a warning', () => {
  const warned = procedure({
    warnings: [{ from: '2027-03-01', to: '2027-05-31', text: 'Luật mới có hiệu lực.' }],
  });

  it.each([
    ['2027-02-28', false],
    ['2027-03-01', true],
    ['2027-05-31', true],
    ['2027-06-01', false],
  ])('is given from its first day to its last: %s, %s', (day, isGiven) => {
    expect(saidOn(day, warned).includes('Lưu ý: Luật mới có hiệu lực.')).toBe(isGiven);
    expect(saidOn(day, warned, 'documents').includes('Lưu ý:')).toBe(isGiven);
  });
});

describe('a paper that need not be handed in', () => {
  const waived = procedure({
    documents: [
      {
        items: [
          {
            name: 'Căn cước',
            need: 'not-needed',
            database: 'dữ liệu dân cư',
            until: '2027-02-28',
          },
          { name: 'Giấy chứng sinh', need: 'submit' },
        ],
      },
    ],
  });

  it('is said not to be needed up to its last day', () => {
    const papers = saidOn('2027-02-28', waived, 'documents');

    expect(papers).toContain('Căn cước – không phải nộp vì cán bộ tra được trong dữ liệu dân cư');
  });

  it('is needed from the day after', () => {
    expect(saidOn('2027-03-01', waived, 'documents')).not.toContain('không phải nộp');
  });

  it.each([
    ['2027-02-28', 'Giấy tờ chính: Giấy chứng sinh'],
    ['2027-03-01', 'Giấy tờ chính: Căn cước; Giấy chứng sinh'],
  ])('is left out of the card as long: %s', (day, line) => {
    expect(saidOn(day, waived)).toContain(line);
  });
});

describe('a procedure', () => {
  const seasonal = procedure({ effectiveFrom: '2027-01-01', effectiveTo: '2027-06-30' });

  it.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2027-06-30', true],
    ['2027-07-01', false],
  ])('is found only on the days it is in force: %s, %s', (day, isFound) => {
    const { search } = hereWith({ procedures: [seasonal], day });

    expect(search('đăng ký khai sinh').hits.length > 0).toBe(isFound);
  });
});
