import { fromPayload } from './bot/action.ts';
import type { Outcome, Turn } from './bot/turn.ts';
import type { BotEvent } from './model/event.ts';
import { callState, type OfficerCall, withLine } from './model/officer-call.ts';

/** The call of a conversation that is not over, the newest if there are several. */
export function openCall(
  calls: readonly OfficerCall[],
  { oaId, userId }: Pick<OfficerCall, 'oaId' | 'userId'>,
  now: Date,
): OfficerCall | undefined {
  return calls.findLast(
    (call) => call.oaId === oaId && call.userId === userId && callState(call, now) !== 'ended',
  );
}

/** What a turn does to the conversation with officers; undefined when it has nothing to do with one. Pure. */
export function callAfter(
  { event, session, now }: Turn,
  outcome: Outcome,
  { open, communeSlug }: { open: OfficerCall | undefined; communeSlug: string },
): OfficerCall | undefined {
  if (outcome.session.step !== 'with-officer') {
    const wasQuiet = session.step === 'with-officer' && now < session.until;
    return wasQuiet ? open && { ...open, endedAt: now } : undefined;
  }
  const { until } = outcome.session;
  const { id, oaId, userId } = event;
  const call = open ?? { id, oaId, userId, communeSlug, requestedAt: now, until, lines: [] };
  const text = wordsOf(event);
  const by = event.type === 'staff-message' ? 'officer' : 'resident';
  const kept = text === undefined ? call : withLine(call, { at: now, by, text });
  return { ...kept, until, ...(by === 'officer' && { answeredAt: call.answeredAt ?? now }) };
}

/** What officers read in place of the event; undefined for a tapped choice, which says nothing of its own. */
function wordsOf(event: BotEvent): string | undefined {
  switch (event.type) {
    case 'text':
      return fromPayload(event.text) === undefined ? event.text : undefined;
    case 'staff-message':
      return event.text;
    case 'image':
      return `[Ảnh, xem trong Zalo] ${event.text}`.trim();
    case 'file':
      return '[Tệp, xem trong Zalo]';
    case 'location':
      return '[Vị trí, xem trong Zalo]';
    case 'media':
      return '[Tin thoại, video hoặc nhãn dán, xem trong Zalo]';
    default:
      return undefined;
  }
}
