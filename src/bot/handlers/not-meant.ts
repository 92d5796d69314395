import type { TextEvent } from '../../model/event.ts';
import { spell, tokenize } from '../../search/token.ts';
import { fromPayload } from '../action.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { help } from './courtesy.ts';

/** What tells that the answer missed, marks stripped. */
const MISSED =
  /\b(?:(?:khong|ko|hong|hok|k) (?:phai|dung)|(?:hieu|tra loi) (?:sai|nham)|sai roi|nham roi)\b/;
/** Words that may stand around it; with any other the message is a question of its own. */
const AROUND = new Set(
  'da a u y cai viec cau thu tuc dieu do nay kia vay the toi em minh tui chau hoi muon hieu tra loi roi dau nha nhe ban'.split(
    ' ',
  ),
);

/** The resident says in words that the last answer was not what they had asked. */
export const notWhatWasMeant: Handler<TextEvent> = (turn) => {
  if (turn.session.asked === undefined) return undefined;
  const words = spell(tokenize(turn.event.text));
  const rest = words.replace(MISSED, '').split(' ');
  const saysNothingElse = rest.every((word) => word === '' || AROUND.has(word));
  return MISSED.test(words) && saysNothingElse ? noneOfThese(turn) : undefined;
};

/** Nothing that was offered is what the resident meant: staff are shown the question, without who asked it. */
export function noneOfThese(turn: Turn): Outcome {
  const { asked } = turn.session;
  if (asked === undefined) return help(turn);
  const choices = [
    say('Xem danh mục', { do: 'menu' }),
    say('Gửi phản ánh', { do: 'report' }),
    say('Gặp cán bộ', { do: 'officer' }),
  ];
  return {
    ...answer(turn, [message(texts.notMeant, choices)], {
      handler: 'not-meant',
      kind: 'none',
    }),
    effects: { unanswered: { text: asked, nearest: offeredBefore(turn), missed: true } },
  };
}

/** What the bot had taken the question for. */
function offeredBefore({ session }: Turn): string[] {
  const offered = session.offered.flatMap(({ send }) => {
    const action = fromPayload(send);
    if (action?.do === 'procedure') return [action.code];
    return action?.do === 'answer' ? [action.id] : [];
  });
  const topic = session.topic?.kind === 'procedure' ? [session.topic.code] : [];
  return [...new Set([...topic, ...offered])].slice(0, MOST_NEAREST);
}

const MOST_NEAREST = 3;
