import type { ReportDraft } from './session.ts';

/** How far a report (phản ánh, kiến nghị) has come. */
export type TicketState = 'new' | 'received' | 'in-progress' | 'answered' | 'closed';

/** A resident's report, as the commune keeps it. */
export type Ticket = ReportDraft & {
  /** For example `ND-2611-0007`: commune, year and month, number within the month. */
  code: string;
  kind: 'pakn';
  oaId: string;
  communeSlug: string;
  userId: string;
  /** The event that opened it; the same event never opens a second one. */
  eventId: string;
  state: TicketState;
  createdAt: Date;
};

/** `ND-2611` and 7 make `ND-2611-0007`. */
export function ticketCode(series: string, number: number): string {
  return `${series}-${String(number).padStart(4, '0')}`;
}
