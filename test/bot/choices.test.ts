import { describe, expect, it } from 'vitest';
import { answer, hereWith, marriage, plan, procedure } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { realVocabulary as vocabulary, smallHere } from '../helpers/vocabulary.ts';

const referral = answer({ id: 'ho-chieu', kind: 'referral', title: 'Làm hộ chiếu' });
const small = smallHere({ answers: [referral], plans: [plan()] });

describe('a question that may mean several things', () => {
  const cinema = ['Mở rạp chiếu phim nhỏ', 'Mở rạp chiếu phim lớn', 'Mở rạp chiếu phim vừa'];
  const procedures = cinema.map((title, i) =>
    procedure({
      code: `1.00000${i}`,
      name: title,
      shortName: title,
      aliases: [title, `${title} ở xã`],
    }),
  );
  const here = hereWith({ procedures, vocabulary });

  it('is answered with a question back, that names what it may be', () => {
    const outcome = new Talk(here).says('mở rạp chiếu phim');

    expect(outcome.kind).toBe('choose');
    expect(titlesOf(outcome)).toEqual(expect.arrayContaining(cinema));
    expect(titlesOf(outcome)).toContain('Không phải các việc trên');
  });

  it('is settled by a tap', () => {
    const talk = new Talk(here);
    talk.says('mở rạp chiếu phim');

    expect(textOf(talk.taps('Mở rạp chiếu phim lớn'))).toContain('Mở rạp chiếu phim lớn (Hộ tịch)');
  });

  it('is settled by a number, and by the words on the button', () => {
    const [byNumber, byTitle] = [new Talk(here), new Talk(here)];
    const [, second = ''] = titlesOf(byNumber.says('mở rạp chiếu phim'));
    byTitle.says('mở rạp chiếu phim');

    const [one, other] = [byNumber.says('2'), byTitle.says(second.toUpperCase())];

    expect(textOf(one)).toContain(second);
    expect(other).toEqual(one);
  });

  it('keeps the aspect that was asked about', () => {
    const talk = new Talk(here);
    talk.says('mở rạp chiếu phim lệ phí thế nào');

    expect(textOf(talk.taps(cinema[0] ?? ''))).toContain('lệ phí:');
  });

  it('owns up to not knowing when it was none of these', () => {
    const talk = new Talk(here);
    talk.says('mở rạp chiếu phim');

    expect(talk.taps('Không phải các việc trên').kind).toBe('none');
  });

  it('is forgotten when something else is asked', () => {
    const talk = new Talk(hereWith({ procedures: [...procedures, marriage()], vocabulary }));
    talk.says('mở rạp chiếu phim');

    expect(textOf(talk.says('đăng ký kết hôn'))).toContain('Đăng ký kết hôn');
  });
});

describe('a choice of an old message', () => {
  it('still opens its procedure', () => {
    expect(textOf(new Talk(small).says('#procedure:1.000894'))).toContain('Đăng ký kết hôn');
  });

  it('still opens its aspect', () => {
    const outcome = new Talk(small).says('#procedure:1.000894:fees');

    expect(outcome.facet).toBe('fees');
  });

  it('still opens its answer, its plan, its field, its page', () => {
    const talk = new Talk(small);
    const payloads = ['#answer:ho-chieu', '#plan:ke-hoach-2026', '#field:ho-tich:0'];

    const handlers = payloads.map((payload) => talk.says(payload).handler);

    expect(handlers).toEqual(['referral', 'plan', 'field']);
  });

  it.each([
    '#procedure:9.999999',
    '#procedure:',
    '#answer:khong-con',
    '#plan:khong-con',
    '#plan:khong-con:pl-1',
  ])('that is no longer there is met kindly: %s', (payload) => {
    const outcome = new Talk(small).says(payload);

    expect(textOf(outcome)).toContain('không còn trong danh mục');
    expect(outcome.effects).toBeUndefined();
  });

  it.each([
    ['a draft', procedure({ status: 'draft' })],
    ['out of force', procedure({ effectiveTo: '2026-11-20' })],
  ])('that leads to what is now %s is met kindly, too', (_, gone) => {
    const outcome = new Talk(hereWith({ procedures: [gone] })).says('#procedure:1.001193');

    expect(textOf(outcome)).toContain('không còn trong danh mục');
  });

  it('that leads to an answer taken back is met kindly, too', () => {
    const answers = [answer({ status: 'draft' })];

    const outcome = new Talk(hereWith({ answers })).says('#answer:tra-tien');

    expect(textOf(outcome)).toContain('không còn trong danh mục');
  });

  it.each(['#field:khong-co:0', '#gì đó', '#'])('that nobody made is read as words: %s', (text) => {
    expect(new Talk(small).says(text).handler).not.toBe('retired-choice');
  });

  it('far beyond the last page leads back to the menu', () => {
    expect(new Talk(small).says('#field:cu-tru:99').handler).toBe('menu');
  });
});

describe('an abolished procedure', () => {
  const old = procedure({
    code: '2.000986',
    name: 'Liên thông khai sinh cũ',
    shortName: 'Liên thông khai sinh (cũ)',
    aliases: ['liên thông khai sinh cũ', 'khai sinh một cửa cũ'],
    status: 'abolished',
    replacedBy: ['1.001193'],
  });

  it('points to its successor and opens it on a tap', () => {
    const talk = new Talk(hereWith({ procedures: [old, procedure()], vocabulary }));

    const outcome = talk.says('#procedure:2.000986');
    const next = talk.taps('Đăng ký khai sinh');

    expect(textOf(outcome)).toContain('đã bãi bỏ');
    expect(textOf(outcome)).toContain('Thủ tục đăng ký khai sinh (mã 1.001193)');
    expect(textOf(next)).toContain('Giấy chứng sinh');
  });

  it('says no more than that when there is no successor', () => {
    const orphan = procedure({ ...old, replacedBy: [] });

    const outcome = new Talk(hereWith({ procedures: [orphan] })).says('#procedure:2.000986');

    expect(textOf(outcome)).toContain('đã bãi bỏ');
    expect(textOf(outcome)).not.toContain('thay thế');
  });
});
