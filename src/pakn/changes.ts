import { maskPersonalData } from '../lib/mask.ts';
import { NOBODY, type Reporter } from '../model/report.ts';
import type { Actor, Ticket } from '../model/ticket.ts';
import type { Act, ActName } from './acts.ts';

/** The changes that are the same whatever the act carries. */
const ALWAYS: Partial<Record<ActName, Partial<Ticket>>> = {
  unmerge: { duplicateOf: undefined },
  // A result that no longer stands must not stay on the public page; the new answer is rated anew.
  reopen: { publication: undefined, rating: undefined },
  unpublish: { publication: undefined },
  'call-needed': { callNeeded: true },
  called: { callNeeded: false },
};

/** What an act changes in a ticket besides its state, its pauses and its story. */
export function changesOf(
  act: Act,
  ticket: Ticket,
  { by, at }: { by: Actor; at: Date },
): Partial<Ticket> {
  switch (act.name) {
    case 'classify':
      return { category: act.category, field: act.field };
    case 'assign':
      return { assignee: act.to };
    case 'add':
      return { attachments: [...ticket.attachments, ...act.attachments] };
    case 'identify':
      return { reporter: completed(ticket.reporter, act.reporter), standing: 'official' };
    case 'submit':
      return { draftAnswer: act.text };
    case 'answer':
    case 'approve':
      return { answer: { text: act.text, at, by }, draftAnswer: undefined };
    case 'merge':
      return { duplicateOf: act.into };
    case 'rate':
      return { rating: { satisfied: act.satisfied, comment: act.comment, at } };
    case 'publish':
      return { publication: { matter: act.matter, result: act.result, at, by } };
    case 'extend':
      return {
        extensions: [...ticket.extensions, { days: act.days, reason: act.reason, at, by }],
      };
    case 'anonymise':
      return anonymised(ticket);
    default:
      return ALWAYS[act.name] ?? {};
  }
}

function completed(known: Reporter, given: Reporter): Reporter {
  return {
    name: given.name ?? known.name,
    phone: given.phone ?? known.phone,
    address: given.address ?? known.address,
  };
}

/** What the register and the figures need stays; nothing points to a person any more. */
function anonymised(ticket: Ticket): Partial<Ticket> {
  const { content, answer, rating, timeline, reporter } = ticket;
  const hidden = (text: string) => withoutName(maskPersonalData(text), reporter.name);
  return {
    userId: '',
    content: hidden(content),
    reporter: NOBODY,
    imageUrls: [],
    fileUrls: [],
    attachments: [],
    location: undefined,
    callNeeded: false,
    draftAnswer: undefined,
    answer: answer && { ...answer, text: hidden(answer.text) },
    rating: rating && { ...rating, comment: undefined },
    timeline: timeline.map((entry) => ({ ...entry, text: entry.text && hidden(entry.text) })),
  };
}

function withoutName(text: string, name = ''): string {
  return name.trim() === '' ? text : text.replaceAll(name.trim(), '[tên đã che]');
}
