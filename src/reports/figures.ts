import type { Ticket } from '../model/ticket.ts';
import { isWithdrawn, type Outcome, outcomeOf, settlementOf } from './outcome.ts';

type Judged = { ticket: Ticket; outcome: Outcome };

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
  settled: ({ ticket }: Judged) => settlementOf(ticket) !== undefined,
  answered: ({ ticket }: Judged) => isAnswered(ticket),
  counted: ({ outcome }: Judged) => COUNTED.has(outcome),
  'on-time': ({ outcome }: Judged) => outcome === 'on-time',
  'on-time-extended': ({ ticket, outcome }: Judged) =>
    outcome === 'on-time' && ticket.extensions.length > 0,
  late: ({ outcome }: Judged) => outcome === 'late',
  'late-open': ({ outcome }: Judged) => outcome === 'late-open',
  running: ({ outcome }: Judged) => outcome === 'running',
  'no-limit': ({ outcome }: Judged) => outcome === 'no-limit',
  rated: ({ ticket }: Judged) => ticket.rating !== undefined,
  satisfied: ({ ticket }: Judged) => ticket.rating?.satisfied === true,
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
  const judged = tickets.map((ticket) => ({ ticket, outcome: outcomeOf(ticket, now) }));
  const count = (name: GroupName) => judged.filter(GROUPS[name]).length;
  return {
    count,
    onTimeRate: share(count('on-time'), count('counted')),
    satisfiedRate: share(count('satisfied'), count('rated')),
    medianDays: median(tickets.filter(isAnswered).map(daysToAnswer)),
  };
}

/** The reports behind a figure. */
export function inGroup(name: GroupName, now: Date): (ticket: Ticket) => boolean {
  return (ticket) => GROUPS[name]({ ticket, outcome: outcomeOf(ticket, now) });
}

/** Whether a text names a group. */
export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(GROUPS, name);
}

function isAnswered(ticket: Ticket): boolean {
  return ticket.answer !== undefined && settlementOf(ticket) === ticket.answer.at;
}

function daysToAnswer({ answer, createdAt }: Ticket): number {
  return ((answer?.at.getTime() ?? 0) - createdAt.getTime()) / DAY_MS;
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
