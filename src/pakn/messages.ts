import { excerpt, oneLine } from '../lib/excerpt.ts';
import { formatDay, vietnamDay } from '../lib/clock.ts';
import type { FeedbackPolicy, MessageTemplate, TemplateName } from '../model/feedback.ts';
import type { Ticket, TicketCategory } from '../model/ticket.ts';
import { limitRow } from './deadline.ts';
import { hourOf } from './working-calendar.ts';

const EXCERPT_LENGTH = 80;

type Filling = {
  ticket: Ticket;
  values: Readonly<Record<string, string>>;
  policy: FeedbackPolicy;
};

/** The public sentence for something that happened to a ticket; undefined when the commune sends none. */
export function messageFor(name: TemplateName, filling: Filling): string | undefined {
  const { ticket, values, policy } = filling;
  const template = templateOf(name, ticket.category, policy);
  if (template?.send !== true) return undefined;
  return fill(template.text, {
    ma: ticket.code,
    noi_dung: excerpt(oneLine(ticket.content), EXCERPT_LENGTH),
    ngay_gui: formatDay(vietnamDay(ticket.createdAt)),
    han: deadlineSentence(ticket, policy),
    ...values,
  });
}

/** By when the report will be answered, as the resident is told; empty where no limit runs. */
export function deadlineSentence(ticket: Ticket, policy: FeedbackPolicy): string {
  const { dueAt, category } = ticket;
  const row = limitRow(ticket, 'answer', policy);
  if (dueAt === undefined || row === undefined) return '';
  const name = row.confirmed ? 'deadline-by-rule' : 'deadline-aim';
  const template = templateOf(name, category, policy);
  return fill(template?.text ?? '', {
    gio_han: hourOf(dueAt),
    ngay_han: formatDay(vietnamDay(dueAt)),
    can_cu: row.basis,
  });
}

/** The question to a resident who left a report unfinished. */
export function draftReminder(content: string, policy: FeedbackPolicy): string | undefined {
  const template = templateOf('draft-reminder', 'unsorted', policy);
  return template?.send === true
    ? fill(template.text, { noi_dung: excerpt(oneLine(content), EXCERPT_LENGTH) })
    : undefined;
}

function templateOf(
  name: TemplateName,
  category: TicketCategory,
  { messages }: FeedbackPolicy,
): MessageTemplate | undefined {
  return messages.find((one) => one.name === name && one.categories.includes(category));
}

/** Values are put in once, so that braces in a resident's words stay what they are. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
