import type { Conversation } from './conversation.ts';
import type { ReportContent } from './report.ts';

/** How far a report (phản ánh, kiến nghị) has come. `pakn/transitions.ts` says which change is allowed to whom. */
export const TICKET_STATES = [
  'new',
  'received',
  'classified',
  'assigned',
  'in-progress',
  'awaiting-resident',
  'awaiting-approval',
  'answered',
  'closed',
  'forwarded',
  'refused',
  'duplicate',
  'reopened',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What a report is about. Its limits of time depend on it. `unsorted` until a person has looked. */
export const TICKET_CATEGORIES = ['unsorted', 'procedure', 'on-site', 'urgent', 'other'] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** How a report reached the commune. */
export const TICKET_CHANNELS = ['zalo', 'counter', 'phone'] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

/** Who did something to a ticket. */
export type Actor =
  { type: 'resident' } | { type: 'officer'; id: string; name: string } | { type: 'system' };

/** One line of a ticket's story, oldest first. Never changed once written. */
export type TicketEntry = {
  at: Date;
  by: Actor;
  /** The name of the action, as in `pakn/transitions.ts`, or `note`, `add`, `nudge`… */
  act: string;
  from: TicketState;
  to: TicketState;
  /** What was said. Public words are those that the resident was sent, or sent themselves. */
  text: string | undefined;
  audience: 'public' | 'internal';
  /** Ids of the messages that told the resident, to look up whether they arrived. */
  messageIds: readonly string[];
};

/** A picture or a file that a resident sent with a report. */
export type Attachment = {
  id: string;
  kind: 'image' | 'file';
  /** Where Zalo keeps it; empty once it was forgotten. */
  url: string;
  /** `waiting`: not fetched yet; `kept`: in the data folder; `refused`: see `reason`. */
  state: 'waiting' | 'kept' | 'refused';
  contentType: string | undefined;
  reason: string | undefined;
};

/** A time in which no limit runs, such as waiting for the resident. Open while `to` is undefined. */
export type Pause = { from: Date; to: Date | undefined };

/** A limit that was lengthened, in working days, with its reason. */
export type Extension = { days: number; reason: string; at: Date; by: Actor };

export type Rating = { satisfied: boolean; comment: string | undefined; at: Date };

/** What the public page shows of a ticket: words that a leader approved, without name or face. */
export type Publication = { matter: string; result: string; at: Date; by: Actor };

/** A resident's report, as the commune keeps it. */
export type Ticket = ReportContent &
  Conversation & {
    /** For example `ND-2611-0007`: commune, year and month, number within the month. */
    code: string;
    kind: 'pakn';
    communeSlug: string;
    /** The event that opened it; the same event never opens a second one. */
    eventId: string;
    createdAt: Date;
    /** Counts the changes. A change made on an older version is refused. */
    version: number;
    channel: TicketChannel;
    /** `note` (tin tham khảo): nobody gave a name or a way to answer, so no legal limit runs. */
    standing: 'official' | 'note';
    category: TicketCategory;
    state: TicketState;
    /** The field of work that figures are counted by, such as "Môi trường"; set when sorted. */
    field: string | undefined;
    attachments: readonly Attachment[];
    /** The officer who has it, by id. */
    assignee: string | undefined;
    /** When it must be answered; undefined where no limit runs. Worked out by `pakn/deadline.ts`. */
    dueAt: Date | undefined;
    pauses: readonly Pause[];
    extensions: readonly Extension[];
    /** The answer being written or waiting for approval; never shown to the resident. */
    draftAnswer: string | undefined;
    /** The answer the resident was given last. */
    answer: { text: string; at: Date; by: Actor } | undefined;
    /** The ticket this one repeats. */
    duplicateOf: string | undefined;
    rating: Rating | undefined;
    publication: Publication | undefined;
    /** Somebody must phone: Zalo's window is closed, or the report came without Zalo. */
    callNeeded: boolean;
    timeline: readonly TicketEntry[];
  };

/** `ND-2611` and 7 make `ND-2611-0007`. */
export function ticketCode(series: string, number: number): string {
  return `${series}-${String(number).padStart(4, '0')}`;
}

type Opening = ReportContent &
  Conversation & {
    communeSlug: string;
    eventId: string;
    createdAt: Date;
    channel: TicketChannel;
  };

/** A report as it stands before anyone has looked at it; its code is given when it is kept. */
export function openTicket(opening: Opening): Omit<Ticket, 'code'> {
  const { content, imageUrls, fileUrls, location, place, reporter } = opening;
  const { oaId, userId, communeSlug, eventId, createdAt, channel } = opening;
  return {
    kind: 'pakn',
    version: 1,
    standing: reporter.name === undefined || reporter.phone === undefined ? 'note' : 'official',
    category: 'unsorted',
    state: 'new',
    field: undefined,
    attachments: [...attachments('image', imageUrls), ...attachments('file', fileUrls)],
    assignee: undefined,
    dueAt: undefined,
    pauses: [],
    extensions: [],
    draftAnswer: undefined,
    answer: undefined,
    duplicateOf: undefined,
    rating: undefined,
    publication: undefined,
    callNeeded: false,
    timeline: [],
    ...{ content, imageUrls, fileUrls, location, place, reporter },
    ...{ oaId, userId, communeSlug, eventId, createdAt, channel },
  };
}

/** What was sent along, before it is fetched. */
export function attachments(
  kind: Attachment['kind'],
  urls: readonly string[],
  first = 0,
): Attachment[] {
  return urls.map((url, i) => ({
    id: `${kind}-${first + i + 1}`,
    kind,
    url,
    state: 'waiting',
    contentType: undefined,
    reason: undefined,
  }));
}
