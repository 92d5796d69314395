import type { TextEvent } from '../../model/event.ts';
import type { Intent } from '../../knowledge/vocabulary.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';

/** Answers when the whole message spells one intent, such as "menu" or "cảm ơn". */
export function whenAsked(
  intent: Intent,
  handler: (turn: Turn<TextEvent>) => Outcome,
): Handler<TextEvent> {
  return (turn) =>
    turn.here.search(turn.event.text).intent === intent ? handler(turn) : undefined;
}
