import { describe, expect, it } from 'vitest';
import { localityIn, namesPlace, villageIn } from '../../src/pakn/place.ts';

describe('the thôn that a text names', () => {
  it.each([
    ['đường thôn 3 bị sụt', 'Thôn 3'],
    ['thon so 12', 'Thôn 12'],
    ['Xóm 5 mất nước', 'Xóm 5'],
    ['ở thôn Nấm Chanh, sau trạm y tế', 'Thôn Nấm Chanh'],
    ['tổ dân phố 4', 'Tổ 4'],
    ['bản Lùng Cháng có rác', 'Bản Lùng Cháng'],
    ['ngõ 12 thôn 3 tối om', 'Thôn 3'],
    ['thôn em mất điện', undefined],
    ['đội 3 thiếu nước', undefined],
    ['đường dây hotline 1022', undefined],
  ])('in "%s" is %s', (text, expected) => {
    expect(villageIn(text)?.name).toBe(expected);
  });

  it.each(['thôn số 3', 'Thôn 3', 'thon 3', 'THÔN 3'])(
    'is counted as one when written: %s',
    (text) => {
      expect(villageIn(text)?.key).toBe('thon 3');
    },
  );
});

describe('the place that a text names', () => {
  it.each([
    ['Đường thôn Nấm Chanh bị sụt hố to', 'thôn Nấm Chanh'],
    ['Đèn đường ngõ 12 tắt cả tháng nay', 'ngõ 12'],
    ['duong thon 3 bi sut', 'thon 3'],
    ['đường ngập', undefined],
  ])('in "%s" is, as it stands there, %s', (text, expected) => {
    expect(localityIn(text)?.said).toBe(expected);
  });

  it.each(['cống trước cổng trường bị vỡ', 'sạt ở km 12', 'quốc lộ 4C sụt', 'ngo 5 bi ngap'])(
    'need not be asked for: %s',
    (text) => {
      expect(namesPlace(text)).toBe(true);
    },
  );

  it('must be asked for when nothing is said of it', () => {
    expect(namesPlace('đường ngập hết rồi')).toBe(false);
  });
});
