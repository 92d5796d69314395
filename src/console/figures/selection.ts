import { vietnamDay } from '../../lib/clock.ts';
import type { Ticket } from '../../model/ticket.ts';
import { type Aspect, partOf } from '../../reports/breakdown.ts';
import { type GroupName, inGroup, isGroupName } from '../../reports/figures.ts';
import { daysFromTo, namedPeriod, type Period, within } from '../../reports/period.ts';

/** Which reports a figure counts: those sent in a period, of a group, with these parts. */
export type Selection = {
  period: Period;
  group: GroupName;
  parts: Partial<Readonly<Record<Aspect, string>>>;
};

/** How the aspects stand in an address. */
const ASPECT_PARAMETERS: Readonly<Record<Aspect, string>> = {
  village: 'thon',
  field: 'linh-vuc',
  category: 'loai',
  month: 'thang',
};
const ASPECTS = ['village', 'field', 'category', 'month'] as const satisfies readonly Aspect[];

const LONGEST_PART = 200;

/** Reads the period of an address: `ky=2026-11`, or `tu` and `den`. Whatever makes no sense means this month. */
export function periodOf(query: URLSearchParams, now: Date): Period {
  const today = vietnamDay(now);
  const thisMonth = { from: `${today.slice(0, 7)}-01`, to: today };
  return (
    daysFromTo(query.get('tu') ?? '', query.get('den') ?? '') ??
    namedPeriod(query.get('ky') ?? '') ??
    namedPeriod(today.slice(0, 7)) ??
    thisMonth
  );
}

/** Reads which reports an address asks for. */
export function selectionOf(query: URLSearchParams, now: Date): Selection {
  const group = query.get('nhom') ?? '';
  const parts = ASPECTS.flatMap((aspect) => {
    const value = query.get(ASPECT_PARAMETERS[aspect])?.slice(0, LONGEST_PART) ?? '';
    return value === '' ? [] : [[aspect, value] as const];
  });
  return {
    period: periodOf(query, now),
    group: isGroupName(group) ? group : 'received',
    parts: Object.fromEntries(parts),
  };
}

/** The address of a selection, without the question mark. */
export function queryOf({ period, group, parts }: Selection): string {
  const query = new URLSearchParams({ tu: period.from, den: period.to, nhom: group });
  for (const aspect of ASPECTS) {
    const part = parts[aspect];
    if (part !== undefined) query.set(ASPECT_PARAMETERS[aspect], part);
  }
  return query.toString();
}

/** The reports that were sent in a period. */
export function sentIn(tickets: readonly Ticket[], period: Period): Ticket[] {
  const isIn = within(period);
  return tickets.filter(({ createdAt }) => isIn(createdAt));
}

/** The reports of a selection, oldest first, as a register has them. */
export function selected(tickets: readonly Ticket[], selection: Selection, now: Date): Ticket[] {
  const { period, group, parts } = selection;
  const isOfGroup = inGroup(group, now);
  const fits = (ticket: Ticket) =>
    ASPECTS.every(
      (aspect) => parts[aspect] === undefined || partOf(ticket, aspect).key === parts[aspect],
    );
  return sentIn(tickets, period)
    .filter((ticket) => isOfGroup(ticket) && fits(ticket))
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}
