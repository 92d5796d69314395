import { describe, expect, it } from 'vitest';
import { realHere, realKnowledge } from '../helpers/real.ts';
import { choicesOf, Talk, textOf, titlesOf } from '../helpers/talk.ts';

const here = realHere();

describe('the knowledge that is delivered', () => {
  it('has cards that fit one message of Zalo, with at most five choices', () => {
    const talk = new Talk(here);
    const codes = [...realKnowledge.procedures.keys()];

    const cards = codes.map((code) => ({ code, outcome: talk.says(`#procedure:${code}`) }));

    const wrong = cards.filter(
      ({ outcome }) => textOf(outcome).length > 2000 || titlesOf(outcome).length > 5,
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
    expect(cards.every(({ outcome }) => outcome.handler === 'procedure')).toBe(true);
  });

  it('ends every card with its source, or points to a successor', () => {
    const talk = new Talk(here);

    const texts = [...realKnowledge.procedures.keys()].map((code) =>
      textOf(talk.says(`#procedure:${code}`)),
    );

    const SOURCE = /Nguồn: .* \(mã \d\.\d{6}\)\. Kiểm tra ngày \d\d\/\d\d\/\d{4}\.$|đã bãi bỏ/;
    expect(texts.filter((text) => !SOURCE.test(text))).toEqual([]);
  });

  it('has fields and pages that fit one message', () => {
    const talk = new Talk(here);
    const { offered } = talk.says('menu').session;

    const pages = offered.map(({ send }) => textOf(talk.says(send)));

    expect(offered.length).toBeGreaterThan(15);
    expect(pages.filter((page) => page.length > 2000 || page === '')).toEqual([]);
  });

  it('warns of the new law of civil status in March 2027, not before', () => {
    const payload = '#procedure:1.001193';

    const [before, after] = ['2027-02-28', '2027-03-01'].map((day) =>
      textOf(new Talk({ ...here, day }).says(payload)),
    );

    expect(before).not.toContain('Luật Hộ tịch mới');
    expect(after).toContain('Luật Hộ tịch mới');
  });

  it.each(['2.000986', '2.001023', '2.002621', '2.002622'])(
    'names the successor of the abolished %s',
    (code) => {
      const outcome = new Talk(here).says(`#procedure:${code}`);

      expect(textOf(outcome)).toMatch(/đã bãi bỏ.*Thủ tục thay thế:.*\(mã \d\.\d{6}\)/s);
    },
  );
});

describe('a vague question', () => {
  it.each([
    'giấy tờ',
    'đăng ký',
    'cấp lại',
    'hộ tịch',
    'trợ cấp',
    'căn cước',
    'nước ngoài',
    'cán bộ xã',
    'phản ánh cán bộ tố cáo',
    'giấy chứng nhận',
    'hỗ trợ người yếu thế',
  ])('offers at most five choices, all different: %s', (question) => {
    const choices = choicesOf(new Talk(here).says(question));

    const titles = choices.map(({ title }) => title);
    expect(choices.length).toBeLessThanOrEqual(5);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
