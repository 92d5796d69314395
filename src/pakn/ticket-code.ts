import { vietnamDay } from '../lib/clock.ts';
import { ticketCode } from '../model/ticket.ts';

/** The part that all codes of one commune and month share: `ND-2611`. */
export function codeSeries(prefix: string, at: Date): string {
  const [year = '', month = ''] = vietnamDay(at).split('-');
  return `${prefix}-${year.slice(2)}${month}`;
}

/** Prefix, year and month, number: with any dash, dot or space between them, or all written together. */
const TICKET_CODE =
  /\b([A-Za-z]{2,4})[\s.–—_-]{0,3}(\d{2}(?:0[1-9]|1[0-2]))(?:[\s.–—_-]{1,3}(\d{1,5})|(\d{4,5}))\b/;

/** The first code in a text, however it was typed: "nd 2611 7" is `ND-2611-0007`. */
export function findTicketCode(text: string): string | undefined {
  const [, prefix, month, apart, together] = TICKET_CODE.exec(text) ?? [];
  const number = apart ?? together;
  if (prefix === undefined || month === undefined || number === undefined) return undefined;
  return ticketCode(`${prefix.toUpperCase()}-${month}`, Number(number));
}
