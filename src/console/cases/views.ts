import type { Ticket, TicketState } from '../../model/ticket.ts';
import { isEnded, type Stage } from '../../pakn/urgency.ts';

/** Whose inbox it is, and how urgent reports are at that moment. */
export type Standpoint = { officerId: string; stageOf: (ticket: Ticket) => Stage };

/** One saved view of the inbox. */
export type View = {
  id: string;
  title: string;
  shows: (ticket: Ticket, standpoint: Standpoint) => boolean;
};

const SOON: ReadonlySet<Stage> = new Set(['3-days', '1-day', 'today']);
const LATE: ReadonlySet<Stage> = new Set(['overdue', 'red-line']);

/** The views, in the order of the tabs. */
export const VIEWS: readonly View[] = [
  { id: 'moi', title: 'Mới', shows: ({ state }) => state === 'new' || state === 'reopened' },
  {
    id: 'cua-toi',
    title: 'Của tôi',
    shows: (ticket, { officerId }) => ticket.assignee === officerId && !isEnded(ticket),
  },
  {
    id: 'sap-han',
    title: 'Sắp hạn',
    shows: (ticket, { stageOf }) => SOON.has(stageOf(ticket)),
  },
  {
    id: 'qua-han',
    title: 'Quá hạn',
    shows: (ticket, { stageOf }) => LATE.has(stageOf(ticket)),
  },
  { id: 'cho-dan', title: 'Chờ dân', shows: inState('awaiting-resident') },
  { id: 'cho-duyet', title: 'Chờ duyệt', shows: inState('awaiting-approval') },
  { id: 'goi-dien', title: 'Gọi điện', shows: ({ callNeeded }) => callNeeded },
  { id: 'tat-ca', title: 'Tất cả', shows: () => true },
];

function inState(wanted: TicketState): View['shows'] {
  return ({ state }) => state === wanted;
}

/** The view with this name; without one, what waits for a first look. */
export function viewOf(id: string | null): View | undefined {
  return VIEWS.find((view) => view.id === id);
}

/** How many tickets each view shows, by its id. */
export function countViews(
  tickets: readonly Ticket[],
  standpoint: Standpoint,
): ReadonlyMap<string, number> {
  return new Map(VIEWS.map((view) => [view.id, countIf(tickets, view, standpoint)]));
}

function countIf(tickets: readonly Ticket[], { shows }: View, standpoint: Standpoint): number {
  let count = 0;
  for (const ticket of tickets) if (shows(ticket, standpoint)) count += 1;
  return count;
}
