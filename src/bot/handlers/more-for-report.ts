import type { TextEvent } from '../../model/event.ts';
import type { Ticket } from '../../model/ticket.ts';
import { isEnded } from '../../pakn/urgency.ts';
import type { Understanding } from '../../search/search.ts';
import { draftOf } from '../../model/report.ts';
import type { Handler, Turn } from '../turn.ts';
import { isPressing } from './care.ts';
import { askForWhich } from './report.ts';
import { myReports } from './report-status.ts';
import { addToTicket } from './ticket-words.ts';

const TALKED_OF_MS = 15 * 60_000;
const SHORT_QUESTION_WORDS = 8; // longer ones without "bao nhiêu", "ở đâu"… tell rather than ask
const BARE_SUBJECT_WORDS = 4;
const SURE = 0.6;

/** Words that go on about a report: what an officer asked for, or more right after it was sent or added to. */
export const takeMore: Handler<TextEvent> = (turn) => {
  const spoken = reportSpokenOf(turn);
  if (spoken === undefined) return undefined;
  const understanding = turn.here.search(turn.event.text);
  if (understanding.intent !== undefined) return undefined;
  if (understanding.facet !== undefined && !understanding.hasSubject) return myReports(turn);
  if (isAnotherMatter(understanding)) return undefined;
  const text = turn.event.text.trim();
  const { code } = spoken;
  // Another thing to report may be meant; an officer's question leaves no doubt.
  return isReport(understanding) && !wasAskedBack(spoken)
    ? askForWhich(turn, draftOf(text), code)
    : addToTicket(turn, code, { text });
};

/**
 * The report that words or pictures without another purpose belong to: the one whose officer waits for them, else the
 * one that was sent, added to or written about in the last quarter of an hour, unless a procedure was asked about since.
 */
export function reportSpokenOf({ tickets, session, now }: Turn): Ticket | undefined {
  const awaited = tickets.filter(({ state }) => state === 'awaiting-resident');
  if (awaited.length > 0) return awaited.length === 1 ? awaited[0] : undefined;
  if (session.topic !== undefined) return undefined;
  const open = tickets.filter((ticket) => !isEnded(ticket));
  const [latest] = open.sort((a, b) => spokenAt(b) - spokenAt(a));
  const isFresh = latest !== undefined && now.getTime() - spokenAt(latest) <= TALKED_OF_MS;
  return isFresh ? latest : undefined;
}

/** Whether a question is the last thing that an officer said of it. */
function wasAskedBack({ timeline }: Ticket): boolean {
  return timeline.findLast(({ by }) => by.type === 'officer')?.act === 'ask-resident';
}

/** When its resident last wrote of it, or was written to. */
function spokenAt({ createdAt, timeline }: Ticket): number {
  const last = timeline.findLast(
    ({ act, messageIds }) => act === 'add' || act === 'reopen' || messageIds.length > 0,
  );
  return (last?.at ?? createdAt).getTime();
}

/** A question that is plainly about something else, or what must not wait. A story that only touches on it is not. */
function isAnotherMatter({ hits, band, facet, question }: Understanding): boolean {
  const [best] = hits;
  if (best === undefined || band === 'none') return false;
  if (isPressing(best)) return true;
  const words = question.trim().split(/\s+/).length;
  if (best.kind === 'intent') {
    return best.id !== 'report' && band === 'answer' && best.score >= SURE;
  }
  if (band !== 'answer') return words <= BARE_SUBJECT_WORDS;
  return facet !== undefined || words <= SHORT_QUESTION_WORDS;
}

function isReport({ hits: [best], band }: Understanding): boolean {
  return band === 'answer' && best?.id === 'report' && best.score >= SURE;
}
