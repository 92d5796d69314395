import { vietnamDay } from '../lib/clock.ts';
import { ticketCode } from '../model/ticket.ts';

/** The part that all codes of one commune and month share: `ND-2611`. */
export function codeSeries(prefix: string, at: Date): string {
  const [year = '', month = ''] = vietnamDay(at).split('-');
  return `${prefix}-${year.slice(2)}${month}`;
}

/** The first code in a text, however it was typed: "nd 2611 7" is `ND-2611-0007`. */
export function findTicketCode(text: string): string | undefined {
  const match = /\b([A-Za-z]{2,4})[\s.-]?(\d{4})[\s.-]{1,3}0{0,3}(\d{1,5})\b/.exec(text);
  const [, prefix, month, number] = match ?? [];
  if (prefix === undefined || month === undefined || number === undefined) return undefined;
  return ticketCode(`${prefix.toUpperCase()}-${month}`, Number(number));
}
