import type { TextEvent } from '../../model/event.ts';
import { findTicketCode } from '../../pakn/ticket-code.ts';
import { answer } from '../outcome.ts';
import { reportTexts } from '../report-texts.ts';
import { STATE_WORDS } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';

const SHOWN = 5;

/** Tells how far the report with a code has come. Only the reporter's own are told about. */
export const reportByCode: Handler<TextEvent> = (turn) => {
  const code = findTicketCode(turn.event.text);
  if (!code?.startsWith(`${turn.here.local.commune.ticketPrefix}-`)) return undefined;
  const ticket = turn.tickets.find((candidate) => candidate.code === code);
  const text =
    ticket === undefined
      ? reportTexts.unknownCode(code)
      : reportTexts.status(ticket, STATE_WORDS[ticket.state]);
  return answer(turn, [{ text }], { handler: 'report-status', kind: 'pakn' });
};

/** Lists the resident's own reports, newest first. */
export function myReports(turn: Turn): Outcome {
  const newest = [...turn.tickets].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const lines = newest
    .slice(0, SHOWN)
    .map((ticket) => `• ${reportTexts.status(ticket, STATE_WORDS[ticket.state])}`);
  const text = lines.length === 0 ? reportTexts.none : lines.join('\n');
  return answer(turn, [{ text }], { handler: 'report-status', kind: 'pakn' });
}
