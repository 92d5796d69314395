import type { Reply } from '../../model/reply.ts';
import { draftOf, type ReportDraft, type ReportQuestion } from '../../model/report.ts';
import type { Session } from '../../model/session.ts';
import { localityIn, namesPlace } from '../../pakn/place.ts';
import { answer, idle, message, offeredIn, say } from '../outcome.ts';
import { reportTexts } from '../report-texts.ts';
import type { Outcome, Turn } from '../turn.ts';

const MOST_CONTENT = 2000; // Zalo's own limit for a message

/** Asks what the matter is. */
export function askForReport(turn: Turn, draft: ReportDraft = draftOf(''), text?: string): Outcome {
  const replies = [message(text ?? reportTexts.ask, [say(reportTexts.cancel, { do: 'cancel' })])];
  return reporting(turn, replies, { step: 'report-content', draft });
}

/** Asks for what is still missing, one thing at a time; then reads the report back. Nothing is filed yet. */
export function continueReport(turn: Turn, written: ReportDraft): Outcome {
  const content = written.content.slice(0, MOST_CONTENT);
  const place = written.place ?? localityIn(content)?.said;
  const draft = { ...written, content, place, reminded: false };
  if (draft.content === '') return askForReport(turn, draft, reportTexts.attached);
  if (isPlaceMissing(draft)) return askPlace(turn, draft);
  if (isContactMissing(draft)) return askContact(turn, draft);
  return readBack(turn, draft);
}

/** Passes over one question. */
export function skip(turn: Turn, draft: ReportDraft, question: ReportQuestion): Outcome {
  return continueReport(turn, { ...draft, skipped: [...draft.skipped, question] });
}

/** Asks one question again, forgetting the answer it had. */
export function askAgain(turn: Turn, draft: ReportDraft, question: ReportQuestion): Outcome {
  if (question === 'place') return askPlace(turn, { ...draft, place: undefined });
  return askContact(turn, { ...draft, reporter: draftOf('').reporter });
}

/** Files the report: the shell gives it a code and sends the receipt. */
export function sendReport(turn: Turn, draft: ReportDraft): Outcome {
  const sent = answer(turn, [], {
    handler: 'report-sent',
    kind: 'pakn',
    effects: { report: { draft, confirm: (ticket) => ({ text: reportTexts.kept(ticket) }) } },
  });
  return { ...sent, session: { ...sent.session, topic: undefined } }; // from now on the report is the topic
}

/** Drops the report that was being written. */
export function dropReport(turn: Turn): Outcome {
  const replies = [{ text: reportTexts.dropped }];
  return answer(turn, replies, { handler: 'report-dropped', kind: 'pakn' });
}

/** The report being written, if any. */
export function openDraft(session: Session): ReportDraft | undefined {
  return 'draft' in session ? session.draft : undefined;
}

/** Offers to make a report of a picture, a file or a place that came without words. */
export function offerReport(turn: Turn, draft: ReportDraft): Outcome {
  const replies = [
    message(reportTexts.offer, [
      say(reportTexts.send, { do: 'report' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-content', draft });
}

/** More about a report already sent, most likely; but it may be another matter, so it is asked. */
export function askForWhich(turn: Turn, draft: ReportDraft, code: string): Outcome {
  const replies = [
    message(reportTexts.addToWhich, [
      say(reportTexts.addTo(code), { do: 'add-to', code }),
      say(reportTexts.another, { do: 'go-on' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  const asked = reporting(turn, replies, { step: 'report-content', draft });
  return { ...asked, handler: 'add-to-which' };
}

/** Asks whether a report left unfinished some time ago is still wanted. */
export function askWhetherToGoOn(turn: Turn, draft: ReportDraft): Outcome {
  const replies = [
    message(reportTexts.stillOpen(draft.content), [
      say(reportTexts.goOn, { do: 'go-on' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-content', draft });
}

function isPlaceMissing({ content, place, location, skipped }: ReportDraft): boolean {
  const isKnown = place !== undefined || location !== undefined || namesPlace(content);
  return !isKnown && !skipped.includes('place');
}

function isContactMissing({ reporter, skipped }: ReportDraft): boolean {
  const isKnown = reporter.name !== undefined && reporter.phone !== undefined;
  return !isKnown && !skipped.includes('contact');
}

function askPlace(turn: Turn, draft: ReportDraft): Outcome {
  const replies = [
    message(reportTexts.askPlace(draft.content), [
      say(reportTexts.skip, { do: 'skip', question: 'place' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-place', draft });
}

function askContact(turn: Turn, draft: ReportDraft): Outcome {
  const { name, phone } = draft.reporter;
  const before = lastReporter(turn);
  const isNew = name === undefined && phone === undefined;
  const question =
    name !== undefined
      ? reportTexts.askPhone(name)
      : isNew
        ? reportTexts.askContact(draft.content, turn.here.local.feedback.consent)
        : reportTexts.askName;
  const replies = [
    message(question, [
      isNew && before !== undefined
        ? say(reportTexts.sameContact(before), { do: 'same-contact' })
        : undefined,
      say(reportTexts.skip, { do: 'skip', question: 'contact' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-contact', draft });
}

/** Who the resident said to be when they last reported something. */
export function lastReporter({ tickets }: Turn) {
  const named = tickets.filter(({ reporter }) => reporter.phone !== undefined);
  const [newest] = [...named].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return newest?.reporter;
}

function readBack(turn: Turn, draft: ReportDraft): Outcome {
  const replies = [
    message(reportTexts.readBack(draft), [
      say(reportTexts.send, { do: 'send-report' }),
      say(reportTexts.rewrite, { do: 'report' }),
      say(reportTexts.changePlace, { do: 'ask-again', question: 'place' }),
      say(reportTexts.changeContact, { do: 'ask-again', question: 'contact' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  return reporting(turn, replies, { step: 'report-confirm', draft });
}

type ReportStep = {
  step: 'report-content' | 'report-place' | 'report-contact' | 'report-confirm';
  draft: ReportDraft;
};

function reporting(turn: Turn, replies: readonly Reply[], { step, draft }: ReportStep): Outcome {
  const session = {
    ...idle(turn, replies, turn.session.topic),
    offered: offeredIn(replies),
    step,
    draft,
  };
  return { handler: step, kind: 'pakn', replies, session };
}
