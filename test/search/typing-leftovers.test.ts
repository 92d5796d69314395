import { describe, expect, it } from 'vitest';
import { decodeTyping } from '../../src/search/typing-leftovers.ts';

describe('a word whose Telex keys were left as typed', () => {
  it.each([
    ['ddawng', 'dang'],
    ['kys', 'ky'],
    ['keets', 'ket'],
    ['hoon', 'hon'],
    ['nhaanj', 'nhan'],
    ['giaays', 'giay'],
    ['giaasy', 'giay'],
    ['toowf', 'to'],
    ['tamj', 'tam'],
    ['trus', 'tru'],
    ['thuwowngf', 'thuong'],
    ['truwowngf', 'truong'],
    ['dduwowngf', 'duong'],
    ['dduwowcj', 'duoc'],
    ['nuwowcs', 'nuoc'],
    ['maats', 'mat'],
    ['soor', 'so'],
    ['ddor', 'do'],
    ['ddaats', 'dat'],
    ['caanf', 'can'],
    ['cuwowcs', 'cuoc'],
    ['nhaatj', 'nhat'],
    ['ngheof', 'ngheo'],
    ['khuyeets', 'khuyet'],
    ['chuwngs', 'chung'],
    ['thuwcj', 'thuc'],
    ['quyeenf', 'quyen'],
    ['xaax', 'xa'],
  ])('is read: %s is %s', (typed, meant) => {
    expect(decodeTyping(typed)).toBe(meant);
  });
});

describe('a word whose VNI keys were left as typed', () => {
  it.each([
    ['d9a8ng', 'dang'],
    ['ky1', 'ky'],
    ['ke6t1', 'ket'],
    ['ho6n', 'hon'],
    ['nha65n', 'nhan'],
    ['gia61y', 'giay'],
    ['to72', 'to'],
    ['ta5m', 'tam'],
    ['tru1', 'tru'],
    ['thu7o7ng2', 'thuong'],
    ['d9u7o7c5', 'duoc'],
    ['ca6n2', 'can'],
    ['cu7o7c1', 'cuoc'],
    ['d9a6t1', 'dat'],
  ])('is read: %s is %s', (typed, meant) => {
    expect(decodeTyping(typed)).toBe(meant);
  });
});

describe('a word that is no leftover', () => {
  it.each(
    'vneid zalo online cccd bhyt ubnd facebook internet karaoke covid photo 2026 1.001193 ct07 qr'.split(
      ' ',
    ),
  )('is left alone: %s', (word) => {
    expect(decodeTyping(word)).toBeUndefined();
  });

  it('is left alone when it is far too long', () => {
    expect(decodeTyping('ddawngkyskhaisinhs')).toBeUndefined();
  });
});
