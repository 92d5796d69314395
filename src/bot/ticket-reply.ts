import type { Reply } from '../model/reply.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Tell } from '../pakn/acts.ts';
import { message, say } from './outcome.ts';
import { reportTexts } from './report-texts.ts';

/** What a resident is told of their report, with what they may tap: to rate an answer, or to add what was asked. */
export function ticketReply({ template, text }: Tell, { code, state }: Ticket): Reply {
  if (template === 'answered' && state === 'answered') {
    return message(text, [
      say(reportTexts.satisfied, { do: 'satisfied', code }),
      say(reportTexts.notSatisfied, { do: 'not-satisfied', code }),
      say(reportTexts.reopen, { do: 'reopen', code }),
    ]);
  }
  if (template === 'awaiting-resident') {
    return message(text, [say(reportTexts.addMore, { do: 'add-to', code })]);
  }
  return message(text);
}

/** Reminds of a report that was begun and not sent. */
export function draftReply(text: string): Reply {
  return message(text, [
    say(reportTexts.goOn, { do: 'go-on' }),
    say(reportTexts.cancel, { do: 'cancel' }),
  ]);
}
