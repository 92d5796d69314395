import { atOnce } from '../../src/lib/sliced.ts';
import { describe, expect, it } from 'vitest';
import { Mender } from '../../src/search/mender.ts';
import { tokenize } from '../../src/search/token.ts';

const catalogue = [
  'đăng ký khai sinh',
  'làm giấy khai sinh cho con',
  'cấp lại giấy khai sinh',
  'xin giấy phép xây dựng nhà ở',
  'sửa ngày sinh trên giấy khai sinh',
  'con đi bộ đội',
  'người dân tộc',
  'tách hộ khẩu',
];
const mender = atOnce(
  Mender.of(
    catalogue.map((text) => tokenize(text)),
    ({ syllable }) => (syllable === 'gks' ? [tokenize('giấy khai sinh')] : undefined),
  ),
);

function mended(question: string): string[] {
  return mender.mend(tokenize(question)).map((words) => words.map(({ text }) => text).join(' '));
}

describe('a message with slips', () => {
  it.each([
    ['a word that is none', 'đăng ký khia sihn', 'đăng ký khai sinh'],
    ['a word that is another', 'cấp nại giấy khai sinh', 'cấp lại giấy khai sinh'],
    ['sounds that are alike', 'giấy khai xinh', 'giấy khai sinh'],
    ['a word cut in two', 'giấy kh ai sinh', 'giấy khai sinh'],
    ['the keys of chat', 'làm zấy khai sinh', 'làm giấy khai sinh'],
    ['first letters', 'xin gpxd nhà ở', 'xin giấy phép xây dựng nhà ở'],
    ['no marks at all', 'dang ky kai sinh', 'dang ky khai sinh'],
  ])('is mended by what stands beside them: %s', (_, typed, meant) => {
    expect(mended(typed)).toContain(meant);
  });

  it('comes first as it was typed', () => {
    expect(mended('đăng ký khai xinh')[0]).toBe('đăng ký khai xinh');
  });

  it('loses the marks that contradict what stands beside them', () => {
    expect(mended('sữa ngày sinh')[0]).toBe('sua ngày sinh');
  });

  it('is parted where words were joined, listed abbreviations and numbers among them', () => {
    expect(mended('lamgkschocon 2026')[0]).toBe('lam gks cho con 2026');
  });
});

describe('a message without slips', () => {
  it.each(['đăng ký khai sinh cho con', 'cấp lại giấy khai sinh'])(
    'stays as it is: %s',
    (typed) => {
      expect(mended(typed)).toEqual([typed]);
    },
  );
});
