import type { UnconfirmedDays } from './calendar.ts';
import type { TicketCategory } from './ticket.ts';

/** What a limit of time is for. `answer` is the one that residents are told and reports are counted by. */
export const LIMIT_STAGES = [
  'classify',
  'forward',
  'notify',
  'refuse',
  'answer',
  'alarm',
  'red-line',
] as const;
export type LimitStage = (typeof LIMIT_STAGES)[number];

export const LIMIT_UNITS = ['working-hour', 'working-day', 'day'] as const;

/** One limit of time, as the commune sets it. */
export type LimitRow = {
  id: string;
  stage: LimitStage;
  /** What it is, in words for staff. */
  what: string;
  /** The kinds of report that it holds for. */
  categories: readonly TicketCategory[];
  amount: number;
  unit: (typeof LIMIT_UNITS)[number];
  /** The rule it stands on, with its number, or that the commune set it itself. */
  basis: string;
  /** Only a confirmed row lets the bot say "theo quy định". */
  confirmed: boolean;
};

/** What a resident is told, by what happened. The two `deadline-` ones fill `{han}` in the others. */
export const TEMPLATE_NAMES = [
  'received',
  'classified',
  'assigned',
  'in-progress',
  'awaiting-resident',
  'resumed',
  'added',
  'identified',
  'answered',
  'closed',
  'forwarded',
  'refused',
  'duplicate',
  'unmerged',
  'reopened',
  'extended',
  'rated',
  'withdrawn',
  'draft-reminder',
  'deadline-by-rule',
  'deadline-aim',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const ABOUT = ['ma', 'noi_dung', 'ngay_gui', 'han'] as const;

/** The placeholders that a message may hold; those it must hold, or the resident would miss the point, come first. */
export const TEMPLATE_PLACEHOLDERS: Readonly<
  Record<TemplateName, { must: readonly string[]; may: readonly string[] }>
> = {
  received: { must: ['ma'], may: ABOUT },
  classified: { must: ['ma'], may: [...ABOUT, 'linh_vuc'] },
  assigned: { must: ['ma'], may: [...ABOUT, 'can_bo'] },
  'in-progress': { must: ['ma'], may: ABOUT },
  'awaiting-resident': { must: ['ma', 'hoi'], may: ABOUT },
  resumed: { must: ['ma'], may: ABOUT },
  added: { must: ['ma'], may: ABOUT },
  identified: { must: ['ma'], may: ABOUT },
  answered: { must: ['ma', 'tra_loi'], may: ABOUT },
  closed: { must: ['ma'], may: ABOUT },
  forwarded: { must: ['ma', 'co_quan'], may: [...ABOUT, 'ly_do'] },
  refused: { must: ['ma', 'ly_do'], may: ABOUT },
  duplicate: { must: ['ma'], may: ABOUT },
  unmerged: { must: ['ma'], may: ABOUT },
  reopened: { must: ['ma'], may: [...ABOUT, 'ly_do'] },
  extended: { must: ['ma', 'ly_do'], may: [...ABOUT, 'so_ngay'] },
  rated: { must: ['ma'], may: ABOUT },
  withdrawn: { must: ['ma'], may: ABOUT },
  'draft-reminder': { must: [], may: ['noi_dung'] },
  'deadline-by-rule': { must: ['ngay_han'], may: ['gio_han', 'can_cu'] },
  'deadline-aim': { must: ['ngay_han'], may: ['gio_han'] },
};

/** A public sentence with placeholders such as `{ma}`. The first row that fits the kind of report is used. */
export type MessageTemplate = {
  name: TemplateName;
  categories: readonly TicketCategory[];
  /** False: nothing is sent, the change only shows when the resident asks. */
  send: boolean;
  text: string;
};

/** A field of work that reports are sorted and counted by, such as "Môi trường". */
export type FieldOfWork = { name: string; category: TicketCategory; examples: readonly string[] };

/** A text that fills the answer box; the officer edits it before it is sent. */
export type ReplyTemplate = {
  id: string;
  title: string;
  /** The kinds of report it is offered for. */
  categories: readonly TicketCategory[];
  text: string;
};

/** How one commune handles reports: the shared files of `knowledge/feedback` with the commune's own on top. */
export type FeedbackPolicy = {
  readonly limits: readonly LimitRow[];
  readonly messages: readonly MessageTemplate[];
  readonly fields: readonly FieldOfWork[];
  readonly replyTemplates: readonly ReplyTemplate[];
  /** `two`: what one person wrote, another must approve before the resident gets it. */
  readonly approval: 'one' | 'two';
  /** How many days after the answer the resident may open a report again. */
  readonly reopenDays: number;
  /** After how many days an answered report is closed by itself. */
  readonly closeDays: number;
  /** How long after its end a report keeps the reporter's identity. */
  readonly retentionMonths: number;
  /** After how many hours an unfinished report is reminded of, once. */
  readonly draftReminderHours: number;
  /** After how many days an unfinished report is dropped. */
  readonly draftDropDays: number;
  /** How days off that no notice confirms yet are counted. */
  readonly unconfirmedDays: UnconfirmedDays;
  /** What the resident reads before giving a name or a phone number. */
  readonly consent: string;
};

/** No limits, no messages: what stands in until the files are read. */
export const emptyPolicy: FeedbackPolicy = {
  limits: [],
  messages: [],
  fields: [],
  replyTemplates: [],
  approval: 'one',
  reopenDays: 15,
  closeDays: 15,
  retentionMonths: 24,
  draftReminderHours: 20,
  draftDropDays: 7,
  unconfirmedDays: 'as-usual',
  consent: '',
};
