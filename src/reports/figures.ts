import type { Ticket } from '../model/ticket.ts';
import { isWithdrawn, type Outcome, outcomeOf, settlementOf } from './outcome.ts';

/** A report with all that is counted often, so that counting need not walk through every report again. */
type Judged = {
  ticket: Ticket;
  outcome: Outcome;
  isSettled: boolean;
  /** From sending to the answer; undefined without one. */
  daysToAnswer: number | undefined;
  /** Undefined when nobody said. */
  satisfied: boolean | undefined;
};

/** What reports are counted by. A figure is the number of reports in its group, so that it can always be looked into. */
const GROUPS = {
  received: () => true,
  official: ({ ticket }: Judged) => ticket.standing === 'official',
  notes: ({ ticket }: Judged) => ticket.standing === 'note',
  repeats: ({ ticket }: Judged) => ticket.state === 'duplicate',
  withdrawn: ({ ticket }: Judged) => isWithdrawn(ticket),
  reopened: ({ ticket }: Judged) => ticket.timeline.some(({ act }) => act === 'reopen'),
  forwarded: ({ ticket }: Judged) => ticket.state === 'forwarded',
  refused: ({ ticket }: Judged) => ticket.state === 'refused',
  settled: ({ isSettled }: Judged) => isSettled,
  answered: ({ daysToAnswer }: Judged) => daysToAnswer !== undefined,
  counted: ({ outcome }: Judged) => COUNTED.has(outcome),
  'on-time': ({ outcome }: Judged) => outcome === 'on-time',
  'on-time-extended': ({ ticket, outcome }: Judged) =>
    outcome === 'on-time' && ticket.extensions.length > 0,
  late: ({ outcome }: Judged) => outcome === 'late',
  'late-open': ({ outcome }: Judged) => outcome === 'late-open',
  running: ({ outcome }: Judged) => outcome === 'running',
  'no-limit': ({ outcome }: Judged) => outcome === 'no-limit',
  rated: ({ satisfied }: Judged) => satisfied !== undefined,
  satisfied: ({ satisfied }: Judged) => satisfied === true,
  published: ({ ticket }: Judged) => ticket.publication !== undefined,
} as const;

export type GroupName = keyof typeof GROUPS;

const COUNTED: ReadonlySet<Outcome> = new Set(['on-time', 'late', 'late-open']);
const DAY_MS = 86_400_000;

/** The figures of some reports. */
export type Figures = {
  count: (name: GroupName) => number;
  /** Of those whose limit is over: the share that was settled in time, 0 to 1. Undefined when there are none. */
  onTimeRate: number | undefined;
  /** Of those that were rated, 0 to 1. Undefined when there are none. */
  satisfiedRate: number | undefined;
  /** Days from sending to the last answer, as residents wait them: days off included. Undefined without an answer. */
  medianDays: number | undefined;
};

/** Counts reports as they stand at a moment. */
export function figuresOf(tickets: readonly Ticket[], now: Date): Figures {
  const judged = tickets.map((ticket) => judge(ticket, now));
  const count = (name: GroupName) => countIf(judged, GROUPS[name]);
  return {
    count,
    onTimeRate: share(count('on-time'), count('counted')),
    satisfiedRate: share(count('satisfied'), count('rated')),
    medianDays: median(judged.flatMap(({ daysToAnswer = [] }) => daysToAnswer)),
  };
}

function countIf(judged: readonly Judged[], test: (one: Judged) => boolean): number {
  let count = 0;
  for (const one of judged) if (test(one)) count += 1;
  return count;
}

/** The reports behind a figure. */
export function inGroup(name: GroupName, now: Date): (ticket: Ticket) => boolean {
  return (ticket) => GROUPS[name](judge(ticket, now));
}

/** Whether a text names a group. */
export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(GROUPS, name);
}

/** A page counts the same reports by several aspects; a ticket is never changed, only replaced. */
const judgements = new WeakMap<Ticket, { judged: Judged; at: number }>();

function judge(ticket: Ticket, now: Date): Judged {
  const before = judgements.get(ticket);
  const at = now.getTime();
  if (before?.at === at) return before.judged;
  const settledAt = settlementOf(ticket);
  const { answer, createdAt, rating } = ticket;
  const isAnswered = answer !== undefined && settledAt === answer.at;
  const judged = {
    ticket,
    outcome: outcomeOf(ticket, now),
    isSettled: settledAt !== undefined,
    daysToAnswer: isAnswered ? (answer.at.getTime() - createdAt.getTime()) / DAY_MS : undefined,
    satisfied: rating?.satisfied,
  };
  judgements.set(ticket, { judged, at });
  return judged;
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** The middle of some numbers; of an even number of them, the mean of the middle two. */
function median(numbers: readonly number[]): number | undefined {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}
