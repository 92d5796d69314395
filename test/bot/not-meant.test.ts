import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';

const here = realHere();

describe('a resident who was misunderstood', () => {
  it.each([
    'không phải cái đó',
    'ko phai cai nay',
    'Không phải việc này ạ',
    'không đúng ý tôi',
    'ý em không phải vậy',
    'sai rồi',
    'em hiểu sai rồi',
    'không phải vậy đâu',
  ])('and says so is asked to say it otherwise, and staff are shown the question: %s', (words) => {
    const talk = new Talk(here);
    talk.says('làm giấy khai sinh');

    const outcome = talk.says(words);

    expect(outcome.effects?.unanswered).toMatchObject({
      text: 'làm giấy khai sinh',
      missed: true,
    });
    expect(outcome.effects?.unanswered?.nearest).toContain('1.001193');
    expect(textOf(outcome)).toContain('xin lỗi');
    expect(titlesOf(outcome)).toContain('Gặp cán bộ');
  });

  it('can tap that it is none of what was offered', () => {
    const talk = new Talk(here);
    const offered = titlesOf(talk.says('đổi giấy'));
    expect(offered).toContain('Không phải các việc trên');

    const outcome = talk.taps('Không phải các việc trên');

    expect(outcome.effects?.unanswered).toMatchObject({
      text: 'đổi giấy',
      missed: true,
    });
    expect(outcome.effects?.unanswered?.nearest.length).toBeGreaterThan(0);
  });

  it('is noted once for a question, however often it is said', () => {
    const talk = new Talk(here);
    talk.says('làm giấy khai sinh');
    talk.says('không phải cái đó');

    expect(talk.says('không phải cái đó').effects?.unanswered?.missed).toBeUndefined();
  });

  it('has numbers in the question hidden from staff', () => {
    const talk = new Talk(here);
    talk.says('làm giấy khai sinh, gọi tôi 0912 345 678');

    const outcome = talk.says('không phải cái đó');

    expect(outcome.effects?.unanswered?.text).not.toMatch(/345|678/);
  });
});

describe('words that only sound like a misunderstanding', () => {
  it.each(['không phải đóng tiền à', 'không đúng hẹn thì sao', 'em không phải người ở đây'])(
    'are a question of their own: %s',
    (words) => {
      const talk = new Talk(here);
      talk.says('làm giấy khai sinh');

      expect(talk.says(words).handler).not.toBe('not-meant');
    },
  );
});
