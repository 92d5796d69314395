import { type Action, toPayload } from '../action.ts';
import type { Outcome, Turn } from '../turn.ts';
import {
  askAgain,
  askForReport,
  continueReport,
  dropReport,
  lastReporter,
  openDraft,
  sendReport,
  skip,
} from './report.ts';
import { addToTicket, askForWords, rate } from './ticket-words.ts';

/** Does what a tapped choice says about a report; undefined when it says nothing of one. */
export function tappedInReport(turn: Turn, action: Action): Outcome | undefined {
  switch (action.do) {
    case 'cancel':
      return dropReport(turn);
    case 'report':
      return restartReport(turn);
    case 'send-report':
    case 'go-on':
    case 'same-contact':
    case 'skip':
    case 'ask-again':
      return tappedInDraft(turn, action);
    case 'add-to':
    case 'reopen':
    case 'satisfied':
    case 'not-satisfied':
      return tappedOnTicket(turn, action);
    default:
      return undefined;
  }
}

type DraftAction = Extract<
  Action,
  { do: 'send-report' | 'go-on' | 'same-contact' | 'skip' | 'ask-again' }
>;

/** A tap from an old message, when nothing is being written any more, starts a report. */
function tappedInDraft(turn: Turn, action: DraftAction): Outcome {
  const draft = openDraft(turn.session);
  if (draft === undefined || draft.content === '') return askForReport(turn, draft);
  switch (action.do) {
    case 'send-report':
      return sendReport(turn, draft);
    case 'go-on':
      return continueReport(turn, draft);
    case 'same-contact':
      return continueReport(turn, { ...draft, reporter: lastReporter(turn) ?? draft.reporter });
    case 'skip':
      return skip(turn, draft, action.question);
    case 'ask-again':
      return askAgain(turn, draft, action.question);
  }
}

type TicketAction = Extract<Action, { do: 'add-to' | 'reopen' | 'satisfied' | 'not-satisfied' }>;

/** Only the resident's own reports can be touched; another's code leads nowhere. */
function tappedOnTicket(turn: Turn, { do: name, code }: TicketAction): Outcome | undefined {
  const ticket = turn.tickets.find((one) => one.code === code);
  if (ticket === undefined) return undefined;
  switch (name) {
    case 'add-to': {
      const draft = openDraft(turn.session);
      const { imageUrls = [], fileUrls = [], content = '' } = draft ?? {};
      const hasSent = imageUrls.length + fileUrls.length > 0 || content !== '';
      return draft !== undefined && hasSent && isOffered(turn, { do: name, code })
        ? addToTicket(turn, code, { ...draft, text: draft.content })
        : askForWords(turn, code, 'add');
    }
    case 'reopen':
      return askForWords(turn, code, 'reopen');
    case 'satisfied':
    case 'not-satisfied':
      return rate(turn, code, name === 'satisfied');
  }
}

/** Whether the last reply offered it. A button of an older message must not take what is being written elsewhere. */
function isOffered({ session }: Turn, action: Action): boolean {
  return session.offered.some(({ send }) => send === toPayload(action));
}

/** Starts over with the words, keeping what was already sent along. */
function restartReport(turn: Turn): Outcome {
  const draft = openDraft(turn.session);
  return askForReport(turn, draft && { ...draft, content: '' });
}
