import { answer, idle } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { WithOfficerSession } from '../../model/session.ts';
import { firstOf, type Handler, inStep, type Outcome, type Turn } from '../turn.ts';
import type { BotEvent, StaffMessageEvent } from '../../model/event.ts';
import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { hourOf, isWorkingMoment, nextOpening, weekday } from '../../pakn/working-calendar.ts';
import { spell, tokenize } from '../../search/token.ts';
import { fromPayload } from '../action.ts';

const TO_MENU = new Set(['menu', 'danh muc']);
const BACK_TO_BOT = new Set(['quay lai', 'gap bot', 'tro ly']);

/** Calls an officer: the bot keeps quiet for the set time, which the shell shows to staff as a call. */
export function callOfficer(turn: Turn): Outcome {
  const { officerMinutes } = turn.here;
  const until = minutesFrom(turn.now, officerMinutes);
  const replies = [{ text: texts.officerCalled(officerMinutes, openingWords(turn)) }];
  return {
    handler: 'officer',
    kind: 'help',
    replies,
    session: { ...idle(turn, replies, turn.session.topic), step: 'with-officer', until },
  };
}

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** "07:30 thứ Hai, 23/11/2026": when somebody is at work again; undefined while somebody is. */
function openingWords({ here, now }: Turn): string | undefined {
  const { calendar } = here.local;
  if (isWorkingMoment(calendar, now)) return undefined;
  const opening = nextOpening(calendar, now);
  if (opening === undefined) return undefined;
  const day = vietnamDay(opening);
  return `${hourOf(opening)} ${WEEKDAYS[weekday(day)] ?? ''}, ${formatDay(day)}`;
}

/** Lets a handler speak only while no officer has the conversation. */
export function unlessWithOfficer<E extends BotEvent>(handler: Handler<E>): Handler<E> {
  return firstOf(inStep('with-officer', stayQuiet), handler);
}

/** Says nothing while an officer has the conversation, unless the time is over or the resident calls the bot back. */
const stayQuiet: Handler<BotEvent, WithOfficerSession> = (turn) => {
  const { session, now, event } = turn;
  if (now >= session.until) return undefined;
  const text = event.type === 'text' ? event.text : '';
  const words = spell(tokenize(text));
  if (TO_MENU.has(words) || fromPayload(text) !== undefined) return undefined;
  return BACK_TO_BOT.has(words)
    ? answer(turn, [{ text: texts.botIsBack }], { handler: 'bot-is-back', kind: 'help' })
    : { handler: 'with-officer', kind: 'help', replies: [], session };
};

/** An officer answered in Zalo's own tool: the conversation is theirs for the set time. */
export const officerSpoke: Handler<StaffMessageEvent> = (turn) => ({
  handler: 'officer-spoke',
  kind: 'help',
  replies: [],
  session: {
    ...idle(turn, [], turn.session.topic),
    step: 'with-officer',
    until: minutesFrom(turn.now, turn.here.officerMinutes),
  },
});

function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
