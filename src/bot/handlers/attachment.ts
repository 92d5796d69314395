import type {
  ContactSharedEvent,
  FileEvent,
  ImageEvent,
  LocationEvent,
} from '../../model/event.ts';
import { draftOf, type ReportDraft } from '../../model/report.ts';
import type { Ticket } from '../../model/ticket.ts';
import { findPhone } from '../../pakn/contact.ts';
import { reportTexts } from '../report-texts.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { reportSpokenOf } from './more-for-report.ts';
import { askForWhich, continueReport, offerReport, openDraft } from './report.ts';
import { addToTicket } from './ticket-words.ts';

const MOST_ATTACHMENTS = 10;

/** Takes a picture into the report being written or the one it was asked for, or offers to start one with it. */
export const takeImages: Handler<ImageEvent> = (turn) => {
  const { urls, text } = turn.event;
  return take(turn, { imageUrls: urls, fileUrls: [], text });
};

/** Takes a file likewise. What it holds is looked at when it is fetched, not here. */
export const takeFile: Handler<FileEvent> = (turn) =>
  take(turn, { imageUrls: [], fileUrls: [turn.event.url], text: '' });

/** Takes a place into the report being written or the one it was asked for, or offers to start one with it. */
export const takeLocation: Handler<LocationEvent> = (turn) => {
  const { latitude, longitude } = turn.event;
  const open = openDraft(turn.session);
  const code = open === undefined ? askedFor(turn) : undefined;
  if (code !== undefined) {
    return addToTicket(turn, code, { text: reportTexts.onMap(latitude, longitude) });
  }
  const draft: ReportDraft = { ...(open ?? draftOf('')), location: { latitude, longitude } };
  return open === undefined ? offerReport(turn, draft) : continueReport(turn, draft);
};

/** A contact shared through Zalo's own form answers the question for name and phone. */
export const takeContact: Handler<ContactSharedEvent> = (turn) => {
  const { event, session } = turn;
  const draft = openDraft(session);
  if (draft === undefined) {
    const replies = [{ text: texts.contactReceived }];
    return { handler: 'contact', kind: 'smalltalk', replies, session };
  }
  const phone = event.phone === undefined ? undefined : findPhone(event.phone);
  const reporter = {
    name: event.name ?? draft.reporter.name,
    phone: phone ?? draft.reporter.phone,
    address: event.address ?? draft.reporter.address,
  };
  return continueReport(turn, { ...draft, reporter });
};

type Taken = { imageUrls: readonly string[]; fileUrls: readonly string[]; text: string };

function take(turn: Turn, taken: Taken): Outcome {
  const open = openDraft(turn.session);
  if (open !== undefined) return continueReport(turn, withAttachments(open, taken));
  const code = askedFor(turn);
  if (code !== undefined) return addToTicket(turn, code, taken);
  const draft = withAttachments(draftOf(''), taken);
  if (draft.content !== '') return continueReport(turn, draft);
  const current = turn.tickets.filter(isCurrent).at(-1);
  return current === undefined ? offerReport(turn, draft) : askForWhich(turn, draft, current.code);
}

/** The report that more was asked for, or that was just spoken of. */
function askedFor(turn: Turn): string | undefined {
  const { session } = turn;
  const isAsked = session.step === 'ticket-words' && session.purpose === 'add';
  return isAsked ? session.code : reportSpokenOf(turn)?.code;
}

function withAttachments(draft: ReportDraft, { imageUrls, fileUrls, text }: Taken): ReportDraft {
  return {
    ...draft,
    content: [draft.content, text.trim()].filter((words) => words !== '').join('\n'),
    imageUrls: [...draft.imageUrls, ...imageUrls].slice(0, MOST_ATTACHMENTS),
    fileUrls: [...draft.fileUrls, ...fileUrls].slice(0, MOST_ATTACHMENTS),
  };
}

function isCurrent({ state }: Ticket): boolean {
  return !['closed', 'forwarded', 'refused', 'duplicate'].includes(state);
}
