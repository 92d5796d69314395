import { describe, expect, it } from 'vitest';
import {
  duration,
  feeAmount,
  feePeriod,
  feeScope,
  paperCondition,
  paperQuantity,
  timeScope,
} from '../../src/knowledge/procedure-wording.ts';

const fee = { what: 'Lệ phí đăng ký', channel: 'any' } as const;

describe('a fee in words', () => {
  it.each([
    [{ ...fee, kind: 'free' }, 'không thu'],
    [{ ...fee, kind: 'fixed', vnd: 7000, per: 'lần' }, '7.000 đồng/lần'],
    [{ ...fee, kind: 'fixed', vnd: 1_500_000, per: 'hồ sơ' }, '1.500.000 đồng/hồ sơ'],
    [{ ...fee, kind: 'province' }, 'do HĐND cấp tỉnh quy định'],
    [{ ...fee, kind: 'portal-zero' }, 'Cổng Dịch vụ công quốc gia ghi 0 đồng'],
    [{ ...fee, kind: 'other', note: 'theo giá thỏa thuận' }, 'theo giá thỏa thuận'],
  ] as const)('%o is "%s"', (given, expected) => {
    expect(feeAmount(given)).toBe(expected);
  });

  it('names whom and which way of filing it is for', () => {
    expect(feeScope({ ...fee, kind: 'free' })).toBe('');
    expect(feeScope({ ...fee, kind: 'free', who: 'trẻ em' })).toBe('trẻ em');
    const online = { ...fee, kind: 'free', channel: 'online' } as const;
    expect(feeScope({ ...online, who: 'trẻ em' })).toBe('trẻ em, nộp trực tuyến');
    expect(feeScope({ ...online, who: 'hộ nộp trực tuyến' })).toBe('hộ nộp trực tuyến');
    expect(feeScope({ ...fee, kind: 'free', channel: 'online' })).toBe('nộp trực tuyến');
    expect(feeScope({ ...fee, kind: 'free', who: 'trẻ em', channel: 'post' })).toBe(
      'trẻ em, gửi bưu điện',
    );
  });

  it('names its days as they are written in Viet Nam', () => {
    const [effectiveFrom, effectiveTo] = ['2027-01-01', '2027-06-30'];

    expect(feePeriod({ ...fee, kind: 'free' })).toBe('');
    expect(feePeriod({ ...fee, kind: 'free', effectiveFrom })).toBe('từ 01/01/2027');
    expect(feePeriod({ ...fee, kind: 'free', effectiveTo })).toBe('đến hết 30/06/2027');
    expect(feePeriod({ ...fee, kind: 'free', effectiveFrom, effectiveTo })).toBe(
      'từ 01/01/2027 đến hết 30/06/2027',
    );
  });
});

describe('a processing time in words', () => {
  it.each([
    [{ value: 3, unit: 'working-day' }, '3 ngày làm việc'],
    [{ value: 15, unit: 'day' }, '15 ngày'],
    [{ value: 0.5, unit: 'working-day' }, '0,5 ngày làm việc'],
    [{ value: 4, unit: 'working-hour' }, '4 giờ làm việc'],
    [{ value: 24, unit: 'hour' }, '24 giờ'],
    [{ value: 2, unit: 'month' }, '2 tháng'],
  ] as const)('%o is "%s"', (time, expected) => {
    expect(duration(time)).toBe(expected);
  });

  it('says so when the source gives no unit, and does not guess one', () => {
    expect(duration({ value: 1, unit: null })).toBe('nguồn chỉ ghi "1", không rõ là ngày hay giờ');
  });

  it('says so when the source gives no figure', () => {
    expect(duration({ value: null, unit: 'day' })).toBe('nguồn không ghi thời hạn');
    expect(duration({ value: null, unit: null })).toBe('nguồn không ghi thời hạn');
  });

  it('names the case and the way of filing it is for', () => {
    const time = { value: 1, unit: 'day' } as const;

    expect(timeScope({ ...time, channel: 'any' })).toBe('');
    expect(timeScope({ ...time, channel: 'online', case: 'phải xác minh' })).toBe(
      'phải xác minh, nộp trực tuyến',
    );
  });
});

describe('a paper in words', () => {
  it('names copies and form, and nothing that the source does not', () => {
    const paper = { name: 'Tờ khai', need: 'submit' } as const;

    expect(paperQuantity(paper)).toBe('');
    expect(paperQuantity({ ...paper, originals: 1, copies: 2, form: 'CT01' })).toBe(
      '1 bản chính, 2 bản sao, mẫu CT01',
    );
    expect(paperQuantity({ ...paper, originals: 0, copies: 1 })).toBe('1 bản sao');
  });

  it.each([
    ['Trẻ bị bỏ rơi', 'trường hợp trẻ bị bỏ rơi'],
    ['Khi nộp trực tiếp', 'khi nộp trực tiếp'],
    ['Chỉ khi cán bộ không tra được', 'chỉ khi cán bộ không tra được'],
    ['Trừ trẻ dưới 6 tuổi', 'trừ trẻ dưới 6 tuổi'],
    ['Nếu nhờ người làm thay', 'nếu nhờ người làm thay'],
    ['Đối với người dưới 14 tuổi', 'đối với người dưới 14 tuổi'],
    ['Trường hợp có tranh chấp', 'trường hợp có tranh chấp'],
  ])('needed "%s" is needed "%s"', (when, expected) => {
    expect(paperCondition(when)).toBe(expected);
  });
});
