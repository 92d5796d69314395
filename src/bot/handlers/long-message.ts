import type { TextEvent } from '../../model/event.ts';
import { draftOf } from '../../model/report.ts';
import { idle, message, say } from '../outcome.ts';
import { reportTexts } from '../report-texts.ts';
import { texts } from '../texts.ts';
import type { Handler } from '../turn.ts';

const LONG_CHARACTERS = 1200; // nobody asks a question that long; it is a story, most likely a report

/** Offers to take a very long message as a report, in the resident's own words. */
export const offerToReport: Handler<TextEvent> = (turn) => {
  const content = turn.event.text.trim();
  if (content.length < LONG_CHARACTERS) return undefined;
  const draft = draftOf(content);
  const replies = [
    message(texts.tooLong, [
      say(reportTexts.send, { do: 'go-on' }),
      say(reportTexts.cancel, { do: 'cancel' }),
    ]),
  ];
  const session = {
    ...idle(turn, replies, turn.session.topic),
    step: 'report-content',
    draft,
  } as const;
  return { handler: 'long-message', kind: 'pakn', replies, session };
};
