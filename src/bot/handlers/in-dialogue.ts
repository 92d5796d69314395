import type { TextEvent } from '../../model/event.ts';
import type {
  ForgetConfirmSession,
  ReportConfirmSession,
  ReportContentSession,
} from '../../model/session.ts';
import type { Handler } from '../turn.ts';
import { forgetResident, keepData } from './forget.ts';
import { confirmReport, dropReport, sendReport } from './report.ts';

const MOST_CONTENT = 2000; // Zalo's own limit for a message

/** The resident was asked what the matter is: whatever they write is it, unless they call it off. */
export const continueReport: Handler<TextEvent, ReportContentSession> = (turn) => {
  const { event, session, here } = turn;
  const { intent, band, hits } = here.search(event.text);
  if (intent === 'cancel') return dropReport(turn);
  const content = event.text.trim().slice(0, MOST_CONTENT);
  if (content === '' || intent === 'menu' || intent === 'help') return undefined;
  const isDanger = band === 'answer' && hits[0]?.id === 'danger';
  if (isDanger || hits[0]?.id === 'denunciation') return undefined;
  return confirmReport(turn, { ...session.draft, content });
};

/** The report was read back: yes files it, no drops it, anything longer is added to it. */
export const decideReport: Handler<TextEvent, ReportConfirmSession> = (turn) => {
  const { event, session, here } = turn;
  const { intent, hasSubject } = here.search(event.text);
  if (intent === 'yes' || intent === 'thanks') return sendReport(turn, session.draft);
  if (intent === 'cancel' || intent === 'no') return dropReport(turn);
  if (!hasSubject || intent !== undefined) return undefined;
  const content = `${session.draft.content}\n${event.text.trim()}`.slice(0, MOST_CONTENT);
  return confirmReport(turn, { ...session.draft, content });
};

/** Deletes on a clear yes only; everything else keeps the data. */
export const confirmForget: Handler<TextEvent, ForgetConfirmSession> = (turn) =>
  turn.here.search(turn.event.text).intent === 'yes' ? forgetResident(turn) : keepData(turn);
