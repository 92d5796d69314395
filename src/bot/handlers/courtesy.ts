import type { FollowEvent, MediaEvent, MediaKind, TextEvent } from '../../model/event.ts';
import type { Choice } from '../../model/reply.ts';
import { tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';

const FIRST_CHOICES: readonly Choice[] = [
  say('Xem danh mục', { do: 'menu' }),
  say('Giờ làm việc, liên hệ', { do: 'office' }),
  say('Gửi phản ánh', { do: 'report' }),
];

const MEDIA_NAMES: Readonly<Record<MediaKind, string>> = {
  sticker: 'nhãn dán',
  audio: 'tin nhắn thoại',
  video: 'video',
  link: 'đường dẫn',
  gif: 'ảnh động',
  'business-card': 'danh thiếp',
};

/** Says who is speaking and what can be asked. */
export function greet(turn: Turn): Outcome {
  const reply = message(texts.greeting(turn.here.local.commune), FIRST_CHOICES);
  return answer(turn, [reply], { handler: 'greet', kind: 'smalltalk' });
}

export const greetFollower: Handler<FollowEvent> = (turn) => greet(turn);

export function help(turn: Turn): Outcome {
  return answer(turn, [message(texts.help, FIRST_CHOICES)], { handler: 'help', kind: 'help' });
}

export function thank(turn: Turn): Outcome {
  return answer(turn, [{ text: texts.thanks }], { handler: 'thanks', kind: 'smalltalk' });
}

export function smallTalk(turn: Turn): Outcome {
  const reply = message(texts.smallTalk, FIRST_CHOICES);
  return answer(turn, [reply], { handler: 'small-talk', kind: 'smalltalk' });
}

/** The weather, a joke, an insult: one polite line, and what can be asked instead. Nothing is logged for staff. */
export function stayOnTopic(turn: Turn): Outcome {
  const reply = message(texts.offTopic, FIRST_CHOICES);
  return answer(turn, [reply], { handler: 'off-topic', kind: 'none' });
}

/** A sticker or a voice clip: says politely what can be read. A report being written is still awaited. */
export const cannotRead: Handler<MediaEvent> = ({ session, event }) => ({
  handler: 'media',
  kind: 'help',
  replies: [{ text: texts.cannotRead(MEDIA_NAMES[event.media]) }],
  session,
});

/** An empty message, or one of symbols only. */
export const needsWords: Handler<TextEvent> = (turn) => {
  const { text } = turn.event;
  if (tokenize(text).length > 0) return undefined;
  const reply = text.trim() === '' ? texts.emptyMessage : texts.onlySymbols;
  return answer(turn, [{ text: reply }], { handler: 'needs-words', kind: 'smalltalk' });
};
