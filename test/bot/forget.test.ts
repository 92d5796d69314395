import { beforeEach, describe, expect, it } from 'vitest';
import { Talk, textOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();

describe('a resident who wants to be forgotten', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says('đăng ký kết hôn');
    talk.says('xóa dữ liệu của tôi');
  });

  it.each(['xóa dữ liệu của tôi', 'xoá dữ liệu', 'xoa du lieu cua toi', 'quên tôi đi'])(
    'is asked whether they are sure: %s',
    (words) => {
      const outcome = new Talk(here).says(words);

      expect(textOf(outcome)).toContain('chắc chắn xóa');
      expect(outcome.effects).toBeUndefined();
    },
  );

  it.each([
    ...['đồng ý', 'có', 'có ạ', 'vâng', 'vâng ạ', 'ừ', 'chính xác'],
    ...['1', 'xóa hết', 'Xoá hết', 'đồng ý ạ'],
  ])('is forgotten on a clear yes: %s', (yes) => {
    const outcome = talk.says(yes);

    expect(outcome.effects).toEqual({ forget: true });
    expect(outcome.session).toMatchObject({ step: 'idle', topic: undefined, offered: [] });
    expect(textOf(outcome)).toContain('đã xóa');
  });

  it.each([
    ...['không', 'thôi', '2', 'giữ lại', 'có được không', 'có sao không ạ', 'phải làm sao'],
    ...['để em nghĩ đã', 'xóa thì có mất phản ánh không', '👍', '', 'cảm ơn', 'menu', '3'],
  ])('is not forgotten on anything else: "%s"', (text) => {
    const outcome = talk.says(text);

    expect(outcome.effects?.forget).toBeUndefined();
    expect(outcome.session.step).toBe('idle');
  });

  it('is not forgotten by a yes that comes too late', () => {
    talk.says('không');

    expect(talk.says('đồng ý').effects?.forget).toBeUndefined();
  });

  it('is not forgotten by an old button of that question', () => {
    expect(new Talk(here).says('đồng ý').effects).toBeUndefined();
  });
});
