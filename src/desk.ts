import { AppError } from './lib/app-error.ts';
import type { OfficerActor } from './pakn/acts.ts';
import type { Act } from './pakn/acts.ts';
import type { Ticket, TicketChannel } from './model/ticket.ts';

/** What became of an officer's act. `reason` is Vietnamese, for the officer. */
export type DeskResult = { ok: true; ticket: Ticket } | { ok: false; reason: string };

/** A report that an officer writes down for a resident at the counter or on the phone. */
export type FiledReport = {
  communeSlug: string;
  channel: Exclude<TicketChannel, 'zalo'>;
  content: string;
  place: string | undefined;
  reporter: Ticket['reporter'];
};

/** The shell around the rules: what staff do to reports is kept, told to residents and noted in the audit log. */
export type Desk = {
  /** Does an act to one ticket of the officer's commune. */
  act: (code: string, act: Act, by: OfficerActor) => Promise<DeskResult>;
  /** Writes a report down on behalf of a resident. */
  file: (report: FiledReport, by: OfficerActor) => Promise<Ticket>;
};

export function createDesk(): Desk {
  const follows = () =>
    Promise.reject(new AppError('Chưa nối.', { hint: 'Cập nhật phần mềm lên bản mới.' }));
  return { act: follows, file: follows };
}
