import { newSession } from '../../model/session.ts';
import { answer, idle, message } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Outcome, Turn } from '../turn.ts';

/** Asks whether everything shall really be deleted. */
export function askToForget(turn: Turn): Outcome {
  const replies = [
    message(texts.forgetAsk, [
      { kind: 'say', title: texts.forgetYes, send: 'đồng ý' },
      { kind: 'say', title: texts.forgetNo, send: 'không' },
    ]),
  ];
  return {
    handler: 'forget-confirm',
    kind: 'help',
    replies,
    session: { ...idle(turn, replies), step: 'forget-confirm' },
  };
}

/** Deletes what is known of the resident. */
export function forgetResident(turn: Turn): Outcome {
  const replies = turn.event.type === 'withdraw' ? [] : [{ text: texts.forgotten }];
  return {
    handler: 'forget',
    kind: 'help',
    replies,
    session: newSession(turn.now),
    effects: { forget: true },
  };
}

/** Keeps everything: the resident thought better of it. */
export function keepData(turn: Turn): Outcome {
  return answer(turn, [{ text: texts.kept }], { handler: 'forget-declined', kind: 'help' });
}
