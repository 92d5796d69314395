import type { Intent } from '../../knowledge/vocabulary.ts';
import type { TextEvent } from '../../model/event.ts';
import type {
  ForgetConfirmSession,
  ReportConfirmSession,
  ReportContactSession,
  ReportContentSession,
  ReportPlaceSession,
} from '../../model/session.ts';
import { findName, findPhone } from '../../pakn/contact.ts';
import type { ReportDraft } from '../../model/report.ts';
import type { Understanding } from '../../search/search.ts';
import { spell, tokenize } from '../../search/token.ts';
import type { Handler } from '../turn.ts';
import { isPressing } from './care.ts';
import { forgetResident, keepData } from './forget.ts';
import {
  askForReport,
  askWhetherToGoOn,
  continueReport,
  dropReport,
  openDraft,
  sendReport,
  skip,
} from './report.ts';

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

const BREAK_MS = 6 * 3_600_000;
const LONGEST_PLACE = 200;
const ASKS = /\b(khong|chua|sao|nao|gi)\b/;

/** The resident was asked what the matter is: whatever they write is it, unless they call it off. */
export const takeContent: Handler<TextEvent, ReportContentSession> = (turn) => {
  const { event, session, here } = turn;
  const { draft } = session;
  const understanding = here.search(event.text);
  if (callsOff(understanding)) return dropReport(turn);
  if (draft.content !== '' && saysYes(understanding)) return continueReport(turn, draft);
  if (tellsNothing(understanding)) return askForReport(turn, draft);
  if (turnsAway(understanding)) return undefined;
  return continueReport(turn, withMore(draft, event.text));
};

/** The resident was asked where it is. "Không" passes the question over; it does not drop the report. */
export const takePlace: Handler<TextEvent, ReportPlaceSession> = (turn) => {
  const { event, session, here } = turn;
  const { draft } = session;
  const understanding = here.search(event.text);
  if (callsAllOff(understanding)) return dropReport(turn);
  if (passesOver(understanding)) return skip(turn, draft, 'place');
  if (turnsAway(understanding)) return undefined;
  return continueReport(turn, { ...draft, place: event.text.trim().slice(0, LONGEST_PLACE) });
};

/** The resident was asked who they are. Words that are neither name nor number tell more of the matter. */
export const takeContactWords: Handler<TextEvent, ReportContactSession> = (turn) => {
  const { event, session, here } = turn;
  const { draft } = session;
  const understanding = here.search(event.text);
  const phone = findPhone(event.text);
  if (phone === undefined) {
    if (callsAllOff(understanding)) return dropReport(turn);
    if (passesOver(understanding)) return skip(turn, draft, 'contact');
    if (turnsAway(understanding)) return undefined;
  }
  const tellsMore = phone === undefined && understanding.hits[0]?.id === 'report';
  const name = findName(event.text, { onlyCapitalised: tellsMore });
  if (phone === undefined && name === undefined) {
    return continueReport(turn, withMore(draft, event.text));
  }
  const { reporter } = draft;
  return continueReport(turn, {
    ...draft,
    reporter: { ...reporter, name: name ?? reporter.name, phone: phone ?? reporter.phone },
  });
};

/** The report was read back: yes files it, no drops it, anything that tells more is added to it. */
export const decideReport: Handler<TextEvent, ReportConfirmSession> = (turn) => {
  const { event, session, here } = turn;
  const { draft } = session;
  const understanding = here.search(event.text);
  if (saysYes(understanding)) return sendReport(turn, draft);
  if (callsOff(understanding)) return dropReport(turn);
  if (tellsNothing(understanding)) return continueReport(turn, draft);
  if (turnsAway(understanding)) return undefined;
  if (onlyAsks(understanding)) return continueReport(turn, draft);
  return continueReport(turn, withMore(draft, event.text));
};

/** A report left lying for hours: the next message may well be about something else, so it is asked. */
export const afterBreak: Handler<TextEvent> = (turn) => {
  const { session, now, event } = turn;
  const draft = openDraft(session);
  if (draft === undefined || draft.content === '') return undefined;
  if (now.getTime() - session.at.getTime() < BREAK_MS) return undefined;
  const understanding = turn.here.search(event.text);
  if (saysYes(understanding) || callsOff(understanding)) return undefined;
  return askWhetherToGoOn(turn, draft);
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

/** "Thôi" to a question may mean the question alone; "thôi không gửi nữa" means the report. */
function callsAllOff({ intent, question }: Understanding): boolean {
  return intent === 'cancel' && /\b(huy|gui|phan anh)\b/.test(spell(tokenize(question)));
}

/** "Không", "thôi bỏ qua" or "gửi luôn" instead of an answer. */
function passesOver(understanding: Understanding): boolean {
  return callsOff(understanding) || saysYes(understanding) || tellsNothing(understanding);
}

function withMore(draft: ReportDraft, text: string): ReportDraft {
  const content = [draft.content, text.trim()].filter((words) => words !== '').join('\n');
  return { ...draft, content };
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
