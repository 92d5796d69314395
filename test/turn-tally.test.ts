import { describe, expect, it } from 'vitest';
import { bot } from '../src/bot/bot.ts';
import type { Outcome, Turn } from '../src/bot/turn.ts';
import { newSession, type Session } from '../src/model/session.ts';
import { tallyOf } from '../src/turn-tally.ts';
import {
  answer,
  does,
  marriage,
  NOW,
  plan,
  procedure,
  says,
  TODAY,
  turn,
} from './helpers/build.ts';
import { realHere } from './helpers/real.ts';
import { smallHere } from './helpers/vocabulary.ts';

const here = smallHere({
  procedures: [procedure(), marriage()],
  answers: [answer()],
  plans: [plan()],
});

/** Says one thing after another and gives what each turn adds to the figures. */
function talliesOf(...texts: string[]) {
  let session: Session = newSession(NOW);
  return texts.map((text) => {
    const asked: Turn = turn(says(text), { here, session });
    const outcome = told(asked);
    session = outcome.session;
    return tallyOf(asked, outcome);
  });
}

function told(asked: Turn): Outcome {
  const outcome = bot(asked);
  if (outcome === undefined) throw new Error('the bot says nothing');
  return outcome;
}

describe('what a turn adds to the figures', () => {
  it.each([
    ['a procedure', 'đăng ký khai sinh', 'answered', ['1.001193']],
    ['a written answer', 'quét mã để trả tiền', 'answered', ['tra-tien']],
  ])('a question about %s counts with what was shown', (_, text, asked, shown) => {
    const [entry] = talliesOf(text);

    expect(entry).toEqual({ communeSlug: 'nam-dan', day: TODAY, asked, missed: false, shown });
  });

  it('a question that the bot does not know counts as such', () => {
    const asked = turn(says('thuê khinh khí cầu'), { here: realHere() });

    expect(tallyOf(asked, told(asked))).toMatchObject({ asked: 'unknown', shown: [] });
  });

  it.each(['xin chào', 'cảm ơn', 'tôi muốn phản ánh', '👍', 'menu'])(
    '"%s" is no question',
    (text) => {
      expect(talliesOf(text)).toEqual([undefined]);
    },
  );

  it('a typed question about a part of what is on the screen is a question again', () => {
    const [, entry] = talliesOf('đăng ký khai sinh', 'còn lệ phí?');

    expect(entry).toMatchObject({ asked: 'answered', shown: ['1.001193'] });
  });

  it('tapping a part of what is on the screen asks nothing new', () => {
    const tapped = talliesOf('đăng ký khai sinh', 'Lệ phí', '1');

    expect(tapped.slice(1)).toEqual([undefined, undefined]);
  });

  it('tapping one of several that are offered shows it, and is no second question', () => {
    const [, both, chosen] = talliesOf('xin chào', 'đăng ký khai sinh và làm giấy kết hôn', '2');

    expect(both).toMatchObject({ asked: 'answered', shown: ['1.001193', '1.000894'] });
    expect(chosen).toMatchObject({ asked: undefined, shown: ['1.000894'] });
  });

  it('a resident who says that it was not meant is noted, not counted again', () => {
    const [, entry] = talliesOf('đăng ký khai sinh', 'không phải cái này');

    expect(entry).toMatchObject({ asked: undefined, missed: true, shown: [] });
  });

  it('following the account counts nothing', () => {
    const followed = turn(does('follow', {}), { here });

    expect(tallyOf(followed, told(followed))).toBeUndefined();
  });
});
