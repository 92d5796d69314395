import type { Intent } from '../../knowledge/vocabulary.ts';
import type { TextEvent } from '../../model/event.ts';
import type {
  ForgetConfirmSession,
  ReportConfirmSession,
  ReportContentSession,
} from '../../model/session.ts';
import type { Understanding } from '../../search/search.ts';
import { spell, tokenize } from '../../search/token.ts';
import type { Handler } from '../turn.ts';
import { isPressing } from './care.ts';
import { forgetResident, keepData } from './forget.ts';
import { askForReport, confirmReport, dropReport, sendReport } from './report.ts';

/** Wishes that end the writing of a report, as "menu" does. */
const LEAVING: ReadonlySet<Intent | undefined> = new Set<Intent>([
  'menu',
  'help',
  'officer',
  'office',
  'report-status',
  'forget',
]);
/** Words of courtesy and consent: they tell nothing of the matter. */
const EMPTY: ReadonlySet<Intent | undefined> = new Set<Intent>([
  'yes',
  'thanks',
  'greeting',
  'smalltalk',
]);

const ASKS = /\b(khong|chua|sao|nao|gi)\b/;

/** The resident was asked what the matter is: whatever they write is it, unless they call it off. */
export const continueReport: Handler<TextEvent, ReportContentSession> = (turn) => {
  const { event, session, here } = turn;
  const understanding = here.search(event.text);
  if (callsOff(understanding)) return dropReport(turn);
  if (tellsNothing(understanding)) return askForReport(turn, session.draft);
  if (turnsAway(understanding)) return undefined;
  return confirmReport(turn, { ...session.draft, content: event.text.trim() });
};

/** The report was read back: yes files it, no drops it, anything that tells more is added to it. */
export const decideReport: Handler<TextEvent, ReportConfirmSession> = (turn) => {
  const { event, session, here } = turn;
  const { draft } = session;
  const understanding = here.search(event.text);
  if (saysYes(understanding)) return sendReport(turn, draft);
  if (callsOff(understanding)) return dropReport(turn);
  if (tellsNothing(understanding)) return confirmReport(turn, draft);
  if (turnsAway(understanding)) return undefined;
  if (onlyAsks(understanding)) return confirmReport(turn, draft);
  return confirmReport(turn, { ...draft, content: `${draft.content}\n${event.text.trim()}` });
};

/** Deletes on a clear yes only; everything else keeps the data. */
export const confirmForget: Handler<TextEvent, ForgetConfirmSession> = (turn) =>
  saysYes(turn.here.search(turn.event.text)) ? forgetResident(turn) : keepData(turn);

/** A clear yes: "gửi đi", but not "gửi được không". */
function saysYes({ intent, question }: Understanding): boolean {
  return intent === 'yes' && !ASKS.test(spell(tokenize(question)));
}

function callsOff({ intent }: Understanding): boolean {
  return intent === 'cancel' || intent === 'no';
}

function turnsAway({ intent, band, hits }: Understanding): boolean {
  return LEAVING.has(intent) || (band === 'answer' && isPressing(hits[0]));
}

function tellsNothing({ intent, question }: Understanding): boolean {
  return EMPTY.has(intent) || tokenize(question).length === 0;
}

/** "Bao lâu?" and "gửi được không ạ" ask about the report; they are no part of it. */
function onlyAsks({ facet, hasSubject, question }: Understanding): boolean {
  return !hasSubject && (facet !== undefined || ASKS.test(spell(tokenize(question))));
}
