import type { FileEvent, ImageEvent, LocationEvent } from '../../model/event.ts';
import type { Reply } from '../../model/reply.ts';
import type { ReportDraft, Session } from '../../model/session.ts';
import { answer, idle, message, offeredIn, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';

const EMPTY_DRAFT: ReportDraft = { content: '', imageUrls: [], location: undefined };
const MOST_IMAGES = 10;
const MOST_CONTENT = 2000; // Zalo's own limit for a message

/** Asks what the matter is. */
export function askForReport(turn: Turn, draft: ReportDraft = EMPTY_DRAFT, text?: string): Outcome {
  const replies = [message(text ?? texts.reportAsk, [say(texts.reportCancel, { do: 'cancel' })])];
  return reporting(turn, replies, { step: 'report-content', draft });
}

/** Reads the report back and asks before anything is filed. */
export function confirmReport(turn: Turn, written: ReportDraft): Outcome {
  const draft = { ...written, content: written.content.slice(0, MOST_CONTENT) };
  const attachments = [
    draft.imageUrls.length === 0 ? '' : texts.reportImages(draft.imageUrls.length),
    draft.location === undefined ? '' : texts.reportLocation,
  ].join('');
  const replies = [
    message(texts.reportReadBack(draft.content, attachments), [
      say(texts.reportSend, { do: 'send-report' }),
      say(texts.reportRewrite, { do: 'report' }),
      say(texts.reportCancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-confirm', draft });
}

/** Files the report: the shell gives it a code and sends the receipt. */
export function sendReport(turn: Turn, draft: ReportDraft): Outcome {
  return answer(turn, [], {
    handler: 'report-sent',
    kind: 'pakn',
    effects: { report: { draft, confirm: (ticket) => ({ text: texts.reportKept(ticket) }) } },
  });
}

/** Drops the report that was being written. */
export function dropReport(turn: Turn): Outcome {
  return answer(turn, [{ text: texts.reportDropped }], { handler: 'report-dropped', kind: 'pakn' });
}

/** The report being written, if any. */
export function draftOf(session: Session): ReportDraft | undefined {
  if (session.step === 'report-content' || session.step === 'report-confirm') return session.draft;
  return undefined;
}

/** Takes a picture into the report, or offers to start one with it. */
export const takeImages: Handler<ImageEvent> = (turn) => {
  const draft = draftOf(turn.session) ?? EMPTY_DRAFT;
  const imageUrls = [...draft.imageUrls, ...turn.event.urls].slice(0, MOST_IMAGES);
  return withAttachment(turn, { ...draft, imageUrls }, turn.event.text);
};

/** Takes a place into the report, or offers to start one with it. */
export const takeLocation: Handler<LocationEvent> = (turn) => {
  const { latitude, longitude } = turn.event;
  const draft = draftOf(turn.session) ?? EMPTY_DRAFT;
  return withAttachment(turn, { ...draft, location: { latitude, longitude } }, '');
};

/** Files are not kept: they may hold anything, and a report needs words first. */
export const refuseFile: Handler<FileEvent> = ({ session }) => ({
  handler: 'file',
  kind: 'help',
  replies: [{ text: texts.cannotRead('tệp đính kèm') }],
  session,
});

function withAttachment(turn: Turn, draft: ReportDraft, caption: string): Outcome {
  const content = [draft.content, caption.trim()].filter((words) => words !== '').join('\n');
  if (content !== '') return confirmReport(turn, { ...draft, content });
  if (draftOf(turn.session) !== undefined) return askForReport(turn, draft, texts.reportAttached);
  const replies = [
    message(texts.reportOffer, [
      say('Gửi phản ánh', { do: 'report' }),
      say(texts.reportCancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-content', draft });
}

type ReportStep =
  { step: 'report-content'; draft: ReportDraft } | { step: 'report-confirm'; draft: ReportDraft };

function reporting(turn: Turn, replies: readonly Reply[], step: ReportStep): Outcome {
  const session = {
    ...idle(turn, replies, turn.session.topic),
    offered: offeredIn(replies),
    ...step,
  };
  return { handler: step.step, kind: 'pakn', replies, session };
}
