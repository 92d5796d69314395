import type { Ticket } from '../model/ticket.ts';
import { isWithdrawn, type Outcome, outcomeOf, settlementOf } from './outcome.ts';
import { type Aspect, type Part, partOf } from './parts.ts';

/** What the groups of a report are read from. */
type Facts = {
  ticket: Ticket;
  outcome: Outcome;
  /** When the office was done with it; undefined while it is not. */
  settledAt: Date | undefined;
  isAnswered: boolean;
};

/** What reports are counted by. A figure is the number of reports in its group, so that it can always be looked into. */
const GROUPS = {
  received: () => true,
  official: ({ ticket }: Facts) => ticket.standing === 'official',
  notes: ({ ticket }: Facts) => ticket.standing === 'note',
  repeats: ({ ticket }: Facts) => ticket.state === 'duplicate',
  withdrawn: ({ ticket, settledAt }: Facts) => isWithdrawn(ticket, settledAt),
  reopened: ({ ticket }: Facts) => ticket.timeline.some(({ act }) => act === 'reopen'),
  forwarded: ({ ticket }: Facts) => ticket.state === 'forwarded',
  refused: ({ ticket }: Facts) => ticket.state === 'refused',
  settled: ({ settledAt }: Facts) => settledAt !== undefined,
  answered: ({ isAnswered }: Facts) => isAnswered,
  counted: ({ outcome }: Facts) => COUNTED.has(outcome),
  'on-time': ({ outcome }: Facts) => outcome === 'on-time',
  'on-time-extended': ({ ticket, outcome }: Facts) =>
    outcome === 'on-time' && ticket.extensions.length > 0,
  late: ({ outcome }: Facts) => outcome === 'late',
  'late-open': ({ outcome }: Facts) => outcome === 'late-open',
  running: ({ outcome }: Facts) => outcome === 'running',
  'no-limit': ({ outcome }: Facts) => outcome === 'no-limit',
  rated: ({ ticket }: Facts) => ticket.rating !== undefined,
  satisfied: ({ ticket }: Facts) => ticket.rating?.satisfied === true,
  published: ({ ticket }: Facts) => ticket.publication !== undefined,
} as const;

export type GroupName = keyof typeof GROUPS;

const COUNTED: ReadonlySet<Outcome> = new Set(['on-time', 'late', 'late-open']);
const DAY_MS = 86_400_000;

/**
 * A report with all that it is counted by, so that counting need not look into the report itself. Groups are bits of
 * one number: those while its limit runs, and those once the limit is over without an end.
 */
export type Judged = {
  ticket: Ticket;
  /** When it was sent, in milliseconds. */
  sentAt: number;
  running: number;
  overdue: number;
  /** When the one becomes the other; never for one that has an end. */
  overdueAfter: number;
  /** From sending to the last answer; undefined without one. */
  daysToAnswer: number | undefined;
  parts: Readonly<Record<Aspect, Part>>;
};

/** A ticket is never changed, only replaced: what was worked out of one holds as long as it lives. */
const known = new WeakMap<Ticket, Judged>();

/** What a report is counted by. */
export function judge(ticket: Ticket): Judged {
  const before = known.get(ticket);
  if (before !== undefined) return before;
  const judged = judgeAnew(ticket);
  known.set(ticket, judged);
  return judged;
}

/** Whether a text names a group. */
export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(GROUPS, name);
}

/** The bit of a group. */
export function bitOf(name: GroupName): number {
  return BITS.get(name) ?? 0;
}

/** The groups of a report at a moment. */
export function groupsAt({ running, overdue, overdueAfter }: Judged, now: Date): number {
  return now.getTime() > overdueAfter ? overdue : running;
}

function judgeAnew(ticket: Ticket): Judged {
  const { answer, createdAt, dueAt } = ticket;
  const settledAt = settlementOf(ticket);
  const isAnswered = answer !== undefined && settledAt === answer.at;
  const sentAt = createdAt.getTime();
  // Time changes an outcome once at most, when the limit runs out: it is judged at both ends of time.
  const early = outcomeOf(ticket, LONG_AGO, settledAt);
  const late = outcomeOf(ticket, NEVER, settledAt);
  const running = groupsOf({ ticket, settledAt, isAnswered, outcome: early });
  const isOver = early === late || dueAt === undefined;
  return {
    ticket,
    sentAt,
    running,
    overdue: isOver ? running : groupsOf({ ticket, settledAt, isAnswered, outcome: late }),
    overdueAfter: isOver ? Infinity : dueAt.getTime(),
    daysToAnswer: isAnswered ? (answer.at.getTime() - sentAt) / DAY_MS : undefined,
    parts: {
      village: partOf(ticket, 'village'),
      field: partOf(ticket, 'field'),
      category: partOf(ticket, 'category'),
      month: partOf(ticket, 'month'),
    },
  };
}

const LONG_AGO = new Date(0);
const NEVER = new Date(8.64e15); // the last moment that a Date can hold

const TESTS = Object.values(GROUPS);
const BITS = new Map(Object.keys(GROUPS).map((name, i) => [name, 1 << i]));

function groupsOf(facts: Facts): number {
  let groups = 0;
  for (const [i, test] of TESTS.entries()) if (test(facts)) groups |= 1 << i;
  return groups;
}
