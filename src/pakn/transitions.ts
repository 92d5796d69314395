import type { FeedbackPolicy, TemplateName } from '../model/feedback.ts';
import type { Role } from '../model/officer.ts';
import { TICKET_STATES, type Ticket, type TicketEntry, type TicketState } from '../model/ticket.ts';
import { ACT_NAMES, type ActName, type Performer } from './acts.ts';
import { refusals } from './refusals.ts';

/** One line of the table: where an act may start, where it leads, who may, and what the resident is told. */
export type Transition = {
  from: readonly TicketState[];
  /**
   * `same`: no change of state. `back`: to the state from which the present one was entered. `on`: back to work when
   * the resident was waited for, else the same.
   */
  to: TicketState | 'same' | 'back' | 'on';
  who: readonly (Role | 'resident' | 'system')[];
  tells: TemplateName | undefined;
  /** Whether the entry's words may be read by the resident in the story of their report. */
  audience: TicketEntry['audience'];
};

const UNSORTED = ['new', 'received'] as const;
const SORTED = ['classified', 'assigned', 'in-progress', 'reopened'] as const;
const AT_WORK = ['received', ...SORTED] as const;
const OPEN = ['new', ...AT_WORK, 'awaiting-resident', 'awaiting-approval'] as const;
const SENDABLE = ['new', ...AT_WORK, 'awaiting-resident'] as const;
const SETTLED = ['answered', 'closed'] as const;
const ENDED = [...SETTLED, 'forwarded', 'refused'] as const;
const STAFF = ['intake', 'handler', 'leader'] as const;

const shown: Line = (from, to, who, tells) => ({ from, to, who, tells, audience: 'public' });
const inner: Line = (from, to, who, tells) => ({ from, to, who, tells, audience: 'internal' });

/** The whole life of a report. */
export const TRANSITIONS: Readonly<Record<ActName, Transition>> = {
  receive: shown(['new'], 'received', STAFF, 'received'),
  classify: inner([...UNSORTED, ...SORTED], 'classified', ['intake', 'leader'], 'classified'),
  assign: inner(AT_WORK, 'assigned', ['intake', 'leader'], 'assigned'),
  start: inner(AT_WORK, 'in-progress', ['handler', 'leader'], 'in-progress'),
  'ask-resident': shown(AT_WORK, 'awaiting-resident', STAFF, 'awaiting-resident'),
  resume: inner(['awaiting-resident'], 'back', STAFF, 'resumed'),
  add: shown([...OPEN, 'duplicate'], 'on', ['resident'], 'added'),
  identify: inner(OPEN, 'same', [...STAFF, 'resident'], 'identified'),
  submit: inner(AT_WORK, 'awaiting-approval', STAFF),
  approve: shown(['awaiting-approval'], 'answered', ['leader'], 'answered'),
  return: inner(['awaiting-approval'], 'in-progress', ['leader']),
  answer: shown(AT_WORK, 'answered', STAFF, 'answered'),
  close: inner(['answered'], 'closed', [...STAFF, 'system'], 'closed'),
  forward: shown(SENDABLE, 'forwarded', STAFF, 'forwarded'),
  refuse: shown(SENDABLE, 'refused', ['intake', 'leader'], 'refused'),
  merge: shown(OPEN, 'duplicate', STAFF, 'duplicate'),
  unmerge: inner(['duplicate'], 'back', STAFF, 'unmerged'),
  reopen: shown(ENDED, 'reopened', ['intake', 'leader', 'resident'], 'reopened'),
  rate: shown(SETTLED, 'same', ['resident'], 'rated'),
  publish: inner(SETTLED, 'same', ['leader']),
  unpublish: inner(SETTLED, 'same', ['leader']),
  extend: shown([...AT_WORK, 'awaiting-approval'], 'same', ['leader'], 'extended'),
  note: inner(TICKET_STATES, 'same', [...STAFF, 'editor', 'admin']),
  called: inner(TICKET_STATES, 'same', STAFF),
  withdraw: shown(OPEN, 'closed', ['resident'], 'withdrawn'),
  relay: shown(['duplicate'], 'same', ['system']),
  'call-needed': inner(TICKET_STATES, 'same', ['system']),
  nudge: inner(OPEN, 'same', ['system']),
  anonymise: inner([...ENDED, 'duplicate'], 'same', ['system']),
};

type Line = (
  from: readonly TicketState[],
  to: Transition['to'],
  who: Transition['who'],
  tells?: TemplateName,
) => Transition;

/** What somebody may do to a ticket as it stands, in the order of the table. */
export function allowedActs(
  ticket: Ticket,
  who: Performer,
  policy: FeedbackPolicy,
): readonly ActName[] {
  return ACT_NAMES.filter((act) => whyNot(act, { ticket, who, policy }) === undefined);
}

/** Why somebody may not do something to a ticket as it stands; undefined when they may. Vietnamese. */
export function whyNot(
  act: ActName,
  { ticket, who, policy }: { ticket: Ticket; who: Performer; policy: FeedbackPolicy },
): string | undefined {
  const { from, who: allowed } = TRANSITIONS[act];
  if (!isAmong(allowed, who)) return refusals.notYours;
  if (!from.includes(ticket.state)) return refusals.notNow;
  if (act === 'answer' && policy.approval === 'two') return refusals.needsApproval;
  if (act === 'approve' && policy.approval === 'two' && wroteDraft(ticket, who)) {
    return refusals.ownDraft;
  }
  if (act === 'publish' && ticket.answer === undefined) return refusals.nothingAnswered;
  if (act === 'unpublish' && ticket.publication === undefined) return refusals.notPublished;
  return undefined;
}

function isAmong(allowed: Transition['who'], who: Performer): boolean {
  if (who.type !== 'officer') return allowed.includes(who.type);
  return who.roles.some((role) => allowed.includes(role));
}

/** Whether the answer that waits for approval was written by this officer. */
function wroteDraft({ timeline }: Ticket, who: Performer): boolean {
  const submitted = timeline.findLast(({ act }) => act === 'submit')?.by;
  return who.type === 'officer' && submitted?.type === 'officer' && submitted.id === who.id;
}
