import { vietnamDay } from '../../lib/clock.ts';
import type { Ticket } from '../../model/ticket.ts';
import { inGroup } from '../../reports/figures.ts';
import { type GroupName, isGroupName, judge, type Judged } from '../../reports/judged.ts';
import type { Aspect } from '../../reports/parts.ts';
import { daysFromTo, momentsOf, namedPeriod, type Period } from '../../reports/period.ts';
import { ticketsHere } from '../cases/desk-view.ts';
import type { OfficerVisit } from '../frame/route.ts';

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

/** The reports of the officer's commune with what they are counted by. */
export function reportsHere(visit: OfficerVisit): Judged[] {
  return ticketsHere(visit).map(judge);
}

/** The reports that were sent in a period. */
export function sentIn(reports: readonly Judged[], period: Period): Judged[] {
  const { start, end } = momentsOf(period);
  return reports.filter(({ sentAt }) => sentAt >= start && sentAt < end);
}

/** The reports of a selection, oldest first, as a register has them. */
export function selected(visit: OfficerVisit, { period, group, parts }: Selection): Ticket[] {
  const isOfGroup = inGroup(group, visit.now);
  const fits = ({ parts: own }: Judged) =>
    ASPECTS.every((aspect) => parts[aspect] === undefined || own[aspect].key === parts[aspect]);
  return sentIn(reportsHere(visit), period)
    .filter((report) => isOfGroup(report) && fits(report))
    .sort((one, other) => one.sentAt - other.sentAt)
    .map(({ ticket }) => ticket);
}
