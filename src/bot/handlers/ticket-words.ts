import type { TextEvent } from '../../model/event.ts';
import type { TicketWords, TicketWordsSession } from '../../model/session.ts';
import { attachments } from '../../model/ticket.ts';
import type { Act } from '../../pakn/acts.ts';
import { perform } from '../../pakn/perform.ts';
import { answer, idle, message, say } from '../outcome.ts';
import { reportTexts } from '../report-texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';

type Words = { text: string; imageUrls?: readonly string[]; fileUrls?: readonly string[] };

/** Asks for the words that belong to a report already sent. */
export function askForWords(turn: Turn, code: string, purpose: TicketWords): Outcome {
  const question = {
    add: reportTexts.askWhatToAdd(code),
    comment: reportTexts.askComment,
    reopen: reportTexts.askWhyReopen(code),
  }[purpose];
  const replies = [message(question, [say(reportTexts.skip, { do: 'menu' })])];
  return {
    handler: `ticket-${purpose}`,
    kind: 'pakn',
    replies,
    session: { ...idle(turn, replies, turn.session.topic), step: 'ticket-words', code, purpose },
  };
}

/** Takes the words that were asked for. */
export const takeWords: Handler<TextEvent, TicketWordsSession> = (turn) => {
  const { session, event } = turn;
  const { code, purpose } = session;
  const { intent } = turn.here.search(event.text);
  if (intent === 'cancel' || intent === 'no' || intent === 'menu') return undefined;
  const text = event.text.trim();
  switch (purpose) {
    case 'add':
      return addToTicket(turn, code, { text });
    case 'comment':
      return commentOn(turn, code, text);
    case 'reopen':
      return actOn(turn, code, { name: 'reopen', reason: text }, reportTexts.reopened(code));
  }
};

/** Adds words, pictures or files to a report already sent. */
export function addToTicket(turn: Turn, code: string, words: Words): Outcome {
  const { text, imageUrls = [], fileUrls = [] } = words;
  const has = turn.tickets.find((one) => one.code === code)?.attachments.length ?? 0;
  const sent = [
    ...attachments('image', imageUrls, has),
    ...attachments('file', fileUrls, has + imageUrls.length),
  ];
  const added = actOn(
    turn,
    code,
    { name: 'add', text, attachments: sent },
    reportTexts.added(code),
  );
  return { ...added, session: { ...added.session, topic: undefined } }; // from now on the report is the topic
}

/** Notes whether the answer satisfied, in one tap; then asks for a comment, which may be left out. */
export function rate(turn: Turn, code: string, satisfied: boolean): Outcome {
  const act: Act = { name: 'rate', satisfied };
  if (refusalOf(turn, code, act) !== undefined) return actOn(turn, code, act, '');
  const asked = askForWords(turn, code, 'comment');
  const replies = [
    message(reportTexts.askComment, [
      satisfied ? undefined : say(reportTexts.reopen, { do: 'reopen', code }),
      say(reportTexts.skip, { do: 'menu' }),
    ]),
  ];
  return { ...asked, replies, effects: { act: { code, act } } };
}

function commentOn(turn: Turn, code: string, comment: string): Outcome {
  const rating = turn.tickets.find((one) => one.code === code)?.rating;
  const act: Act = { name: 'rate', satisfied: rating?.satisfied ?? true, comment };
  return actOn(turn, code, act, reportTexts.commented);
}

/** Does it when the rules allow it; otherwise says why not. */
function actOn(turn: Turn, code: string, act: Act, text: string): Outcome {
  const reason = refusalOf(turn, code, act);
  if (reason !== undefined) {
    const replies = [{ text: reportTexts.cannotNow(reason) }];
    return answer(turn, replies, { handler: 'ticket-refused', kind: 'pakn' });
  }
  return {
    ...answer(turn, [{ text }], { handler: `ticket-${act.name}`, kind: 'pakn' }),
    effects: { act: { code, act } },
  };
}

function refusalOf({ tickets, here, now }: Turn, code: string, act: Act): string | undefined {
  const ticket = tickets.find((one) => one.code === code);
  if (ticket === undefined) return reportTexts.unknownCode(code);
  const { feedback: policy, calendar } = here.local;
  const performed = perform(ticket, act, { type: 'resident' }, { now, policy, calendar });
  return performed.ok ? undefined : performed.reason;
}
