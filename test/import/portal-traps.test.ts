import { describe, expect, it } from 'vitest';
import { portalMethod } from './portal-record.ts';
import { importOne } from './world.ts';

/** Imports a record with this one way of filing. */
async function importMethod(overrides: Readonly<Record<string, unknown>>) {
  const { draft } = await importOne({ executionMethods: [portalMethod('DIRECT', overrides)] });
  return draft;
}

describe("the portal's traps", () => {
  it('does not take an amount of 0 for free', async () => {
    const draft = await importMethod({ fees: [{ name: 'Phí', amount: 0 }] });

    expect(draft.fees).toMatchObject([{ kind: 'portal-zero', what: 'Phí' }]);
  });

  it('leaves the amount to the province when the text says so, and quotes the exemptions', async () => {
    const description =
      'Mức thu do Hội đồng nhân dân cấp tỉnh quyết định. Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật.';
    const draft = await importMethod({ fees: [{ type: 'FEE', value: 0, description }] });

    expect(draft.fees).toMatchObject([
      {
        kind: 'province',
        note: 'Mức thu do Hội đồng nhân dân cấp tỉnh quyết định.',
      },
    ]);
    expect(draft.feeExemptions).toEqual([
      'Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật.',
    ]);
  });

  it.each([
    [
      { value: 20, description: '20.000 vnđ/tờ khai' },
      'Cổng ghi 20 đồng, phần giải thích ghi: “20.000 vnđ/tờ khai”.',
    ],
    [
      { value: 5000, description: 'Thu 7.000 đồng' },
      'Cổng ghi 5.000 đồng, phần giải thích ghi: “Thu 7.000 đồng”.',
    ],
    [
      { value: 0, description: '15.000 đồng/lần' },
      'Cổng ghi 0 đồng, phần giải thích ghi: “15.000 đồng/lần”.',
    ],
    [{ value: null, description: 'Theo Thông tư 85/2019' }, 'Theo Thông tư 85/2019'],
    [{ name: 'Lệ phí', amount: 50 }, 'Cổng ghi 50 đồng, con số có vẻ thiếu.'],
  ])('takes no side when amount and explanation disagree: %j', async (fee, note) => {
    const draft = await importMethod({ fees: [fee] });

    expect(draft.fees).toMatchObject([{ kind: 'other', note }]);
  });

  it('takes what an amount is for from the explanation that agrees with it', async () => {
    const fee = { value: 70000, description: '70.000 đồng/Giấy chứng nhận' };
    const draft = await importMethod({ fees: [fee] });

    expect(draft.fees).toMatchObject([{ kind: 'fixed', vnd: 70000, per: 'Giấy chứng nhận' }]);
    expect(draft.unknown).toEqual([]);
  });

  it('keeps a fee apart that is for one way of filing only', async () => {
    const online = portalMethod('ONLINE', { fees: [{ name: 'Lệ phí', amount: '4.000' }] });
    const { draft } = await importOne({ executionMethods: [portalMethod('DIRECT'), online] });

    expect(draft.fees).toMatchObject([
      { vnd: 8000, channel: 'in-person' },
      { kind: 'fixed', vnd: 4000, channel: 'online' },
    ]);
  });

  it('guesses no unit, even when the online service has one', async () => {
    const { draft } = await importOne({
      executionMethods: [portalMethod('DIRECT', { processingTime: '1', processingTimeUnit: '' })],
      cases: [{ code: '9.000001.01', processingDay: { qty: 3, type: 'WORKING_DAY' } }],
    });

    expect(draft.processingTime).toEqual([{ channel: 'any', value: 1, unit: null }]);
    expect(draft.unknown).toContain('Nguồn ghi thời hạn là 1 nhưng không ghi đơn vị.');
    expect(draft.unknown).toContain(
      'Dịch vụ trực tuyến trên Cổng lại ghi 3 ngày làm việc; cần hỏi lại.',
    );
  });

  it.each([
    [{ processingTime: 2, processingTimeUnit: 'FORTNIGHT' }, 2, 'Nguồn ghi đơn vị là “FORTNIGHT”.'],
    [{ processingTime: 0, processingTimeUnit: 'HOUR' }, null, 'Nguồn ghi: “0 HOUR”.'],
    [
      { processingTime: 'Không quy định', processingTimeUnit: null },
      null,
      'Nguồn ghi: “Không quy định”.',
    ],
  ])('quotes a time it cannot use: %j', async (time, value, note) => {
    const draft = await importMethod(time);

    expect(draft.processingTime).toEqual([{ channel: 'any', value, unit: null, note }]);
  });

  it('mentions a way of filing that it does not know', async () => {
    const { draft } = await importOne({
      executionMethods: [portalMethod('DIRECT'), portalMethod('PIGEON')],
    });

    expect(draft.channels).toEqual([{ kind: 'in-person' }]);
    expect(draft.unknown).toContain('Chưa rõ cách nộp mà Cổng ghi là “PIGEON”.');
  });
});
