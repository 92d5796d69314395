import { idle } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { WithOfficerSession } from '../../model/session.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import type { StaffMessageEvent, TextEvent } from '../../model/event.ts';
import { tokenize } from '../../search/token.ts';

const BACK_TO_BOT = new Set(['menu', 'danh muc', 'quay lai', 'gap bot', 'tro ly']);

/** Calls an officer: staff are told and the bot keeps quiet for the set time. */
export function callOfficer(turn: Turn): Outcome {
  const { officerMinutes } = turn.here;
  const until = minutesFrom(turn.now, officerMinutes);
  const replies = [{ text: texts.officerCalled(officerMinutes) }];
  return {
    handler: 'officer',
    kind: 'help',
    replies,
    session: { ...idle(turn, replies, turn.session.topic), step: 'with-officer', until },
    effects: { callOfficer: { until } },
  };
}

/** Says nothing while an officer has the conversation, unless the time is over or the resident calls the bot back. */
export const stayQuiet: Handler<TextEvent, WithOfficerSession> = (turn) => {
  const { session, now, event } = turn;
  if (now >= session.until) return undefined;
  const words = tokenize(event.text)
    .map(({ syllable }) => syllable)
    .join(' ');
  if (BACK_TO_BOT.has(words) || event.text.startsWith('#')) return undefined;
  return { handler: 'with-officer', kind: 'help', replies: [], session };
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
