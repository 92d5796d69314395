import type { ActResult } from './console/frame/route.ts';
import { openTicket, type Ticket } from './model/ticket.ts';
import { draftOf } from './model/report.ts';
import { perform } from './pakn/perform.ts';
import { codeSeries } from './pakn/ticket-code.ts';
import type { Services } from './services.ts';
import type { Act, OfficerActor } from './pakn/acts.ts';
import type { FiledReport } from './desk.ts';

/** Stands in until the desk is merged. */
export function deskStandIn({ store, knowledge, clock }: Services) {
  return {
    act: async (code: string, act: Act, by: OfficerActor): Promise<ActResult> => {
      let result: ActResult = { ok: false, reason: 'Không thấy phản ánh này.' };
      await store.updateTicket({
        code,
        change: (ticket) => {
          const here = knowledge.current.communes.get(by.communeSlug);
          if (here === undefined) return undefined;
          const rules = { now: clock(), policy: here.feedback, calendar: here.calendar };
          const done = perform(ticket, act, { type: 'officer', ...by }, rules);
          result = done;
          return done.ok ? { ticket: done.ticket } : undefined;
        },
      });
      return result;
    },
    file: (report: FiledReport): Promise<Ticket> => {
      const now = clock();
      const prefix =
        knowledge.current.communes.get(report.communeSlug)?.commune.ticketPrefix ?? 'XX';
      return store.openTicket(
        {
          ...openTicket({
            ...draftOf(report.content),
            ...report,
            oaId: '',
            userId: '',
            eventId: '',
            createdAt: now,
          }),
          series: codeSeries(prefix, now),
        },
        {},
      );
    },
  };
}
