import { type Ticket, ticketCode } from '../../model/ticket.ts';
import type { TicketDraft } from '../store.ts';
import type { Records } from './records.ts';

/** Gives each ticket the next number of its series. */
export class TicketNumbers {
  readonly #last = new Map<string, number>();

  constructor(records: Records) {
    for (const { code } of records.tables.ticket.values()) {
      const [, series = '', number = '0'] = /^(.*)-(\d+)$/.exec(code) ?? [];
      this.#last.set(series, Math.max(this.#last.get(series) ?? 0, Number(number)));
    }
  }

  assign({ series, ...ticket }: TicketDraft): Ticket {
    const number = (this.#last.get(series) ?? 0) + 1;
    this.#last.set(series, number);
    return { ...ticket, code: ticketCode(series, number) };
  }
}
