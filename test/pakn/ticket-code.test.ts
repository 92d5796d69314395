import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketCode } from '../../src/model/ticket.ts';
import { codeSeries, findTicketCode } from '../../src/pakn/ticket-code.ts';

describe('the code of a report', () => {
  it.each([
    ['2026-11-21T02:00:00Z', 'ND-2611'],
    ['2026-11-30T17:30:00Z', 'ND-2612'],
    ['2026-12-31T16:59:59Z', 'ND-2612'],
    ['2026-12-31T17:00:00Z', 'ND-2701'],
  ])('carries the month of Viet Nam, not of the server: %s', (at, series) => {
    expect(codeSeries('ND', new Date(at))).toBe(series);
  });

  it.each([
    ['ND-2611-0007', 'ND-2611-0007'],
    ['nd 2611 7', 'ND-2611-0007'],
    ['nd26110007', 'ND-2611-0007'],
    ['nd2611-12345', 'ND-2611-12345'],
    ['xin hỏi TP–2601–0100 ạ', 'TP-2601-0100'],
  ])('is found as typed: %s', (typed, code) => {
    expect(findTicketCode(typed)).toBe(code);
  });

  it.each([
    '',
    'ND',
    'ND-2611',
    'ND-2613-0001',
    'ND-2600-0001',
    '2611-0007',
    'nd 2611',
    '0912345678',
  ])('is not found in: "%s"', (text) => {
    expect(findTicketCode(text)).toBeUndefined();
  });

  it('is found again in any spelling of itself', () => {
    const separator = fc.constantFrom('-', ' ', '.', '–', ' - ', '_');
    const number = fc.integer({ min: 1, max: 99_999 });
    const month = fc.integer({ min: 1, max: 12 });

    fc.assert(
      fc.property(number, month, separator, (count, inMonth, between) => {
        const code = ticketCode(`ND-26${String(inMonth).padStart(2, '0')}`, count);

        expect(findTicketCode(code.toLowerCase().replaceAll('-', between))).toBe(code);
      }),
    );
  });

  it('is looked for without trouble, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(() => findTicketCode(text)).not.toThrow();
      }),
    );
  });
});
