import { daysBetween, vietnamDay } from '../lib/clock.ts';
import { fold } from '../lib/fold.ts';
import { maskPersonalData } from '../lib/mask.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Act, Performer, Rules } from './acts.ts';
import { limitRow } from './deadline.ts';
import { refusals } from './refusals.ts';
import { isEnded } from './urgency.ts';

/** Letters of one text that an act takes. */
export const TEXT_LIMIT = 5000;
const LONGEST_EXTENSION_DAYS = 30;

type Circumstances = { ticket: Ticket; by: Performer; rules: Rules };

/** What an act itself lacks, in Vietnamese; undefined when nothing. Who may and when is the table's matter. */
export function objectionTo(act: Act, circumstances: Circumstances): string | undefined {
  return textObjection(act) ?? specialObjection(act, circumstances);
}

/** The words that an act cannot do without. */
function textObjection(act: Act): string | undefined {
  for (const [what, text] of neededTexts(act)) {
    if (text.trim() === '') return refusals.empty(what);
    if (text.length > TEXT_LIMIT) return refusals.tooLong(what, TEXT_LIMIT);
  }
  return undefined;
}

function neededTexts(act: Act): (readonly [string, string])[] {
  switch (act.name) {
    case 'classify':
      return [['lĩnh vực', act.field]];
    case 'assign':
      return [['người phụ trách', act.to]];
    case 'ask-resident':
      return [['điều cần hỏi người dân', act.text]];
    case 'submit':
    case 'approve':
    case 'answer':
      return [['nội dung trả lời', act.text]];
    case 'note':
    case 'called':
      return [['nội dung', act.text]];
    case 'return':
    case 'refuse':
    case 'extend':
    case 'resume':
      return [['lý do', act.reason]];
    case 'forward':
      return [
        ['cơ quan nhận', act.to],
        ['lý do', act.reason],
      ];
    case 'merge':
      return [['mã phản ánh gộp vào', act.into]];
    case 'publish':
      return [
        ['nội dung công khai', act.matter],
        ['kết quả công khai', act.result],
      ];
    default:
      return [];
  }
}

function specialObjection(act: Act, { ticket, by, rules }: Circumstances): string | undefined {
  switch (act.name) {
    case 'classify':
      return act.category === 'unsorted' ? refusals.unsorted : undefined;
    case 'assign':
      return act.to === ticket.assignee ? refusals.sameOfficer : undefined;
    case 'add':
      return act.text.trim() === '' && act.attachments.length === 0 ? refusals.onlyAdd : undefined;
    case 'identify':
      return isKnown(act.reporter) ? undefined : refusals.nobody;
    case 'merge':
      return act.into === ticket.code ? refusals.intoItself : undefined;
    case 'reopen':
      return by.type === 'resident' ? tooLate(ticket, rules) : undefined;
    case 'extend':
      return extensionObjection(act.days, ticket, rules);
    case 'call-needed':
      return ticket.callNeeded ? refusals.callIsNoted : undefined;
    case 'publish':
      return namesPerson(`${act.matter}\n${act.result}`, ticket) ? refusals.showsPerson : undefined;
    default:
      return undefined;
  }
}

function isKnown({ name, phone, address }: Ticket['reporter']): boolean {
  return name !== undefined && (phone !== undefined || address !== undefined);
}

function extensionObjection(days: number, ticket: Ticket, { policy }: Rules): string | undefined {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_EXTENSION_DAYS) return refusals.badDays;
  return limitRow(ticket, 'answer', policy) === undefined ? refusals.noLimit : undefined;
}

function tooLate(ticket: Ticket, { now, policy }: Rules): string | undefined {
  const ended = ticket.timeline.findLast(
    ({ from, to }) => isEnded({ state: to }) && !isEnded({ state: from }),
  );
  const days = daysBetween(vietnamDay(ended?.at ?? ticket.createdAt), vietnamDay(now));
  return days > policy.reopenDays ? refusals.tooLateToReopen(policy.reopenDays) : undefined;
}

/** Whether words for everybody to read hold the reporter's name, or any phone number or mail address. */
function namesPerson(text: string, { reporter }: Ticket): boolean {
  if (maskPersonalData(text) !== text) return true;
  const name = reporter.name?.trim() ?? '';
  if (name === '') return false;
  // A name of one word ("Hoa") is a common word too when written small.
  return name.includes(' ') ? fold(text).includes(fold(name)) : hasWord(text, name);
}

function hasWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{M}]+/u).includes(word);
}
