import { vietnamDay } from '../lib/clock.ts';
import type { Ticket } from '../model/ticket.ts';
import { villageOf } from './village.ts';

/** What reports can be told apart by. */
export type Aspect = 'village' | 'field' | 'category' | 'month';

/** What a report has of an aspect: `key` finds it again, `name` is what it is called where it has a name of its own. */
export type Part = { key: string; name: string };

/** Stands for reports that name no thôn or were not sorted into a field yet. */
export const NONE: Part = { key: '-', name: '' };

/** What a report counts under. Its category's and month's names are for the page to say. */
export function partOf(ticket: Ticket, aspect: Aspect): Part {
  switch (aspect) {
    case 'village':
      return villageOf(ticket) ?? NONE;
    case 'field':
      return ticket.field === undefined ? NONE : { key: ticket.field, name: ticket.field };
    case 'category':
      return { key: ticket.category, name: '' };
    case 'month':
      return { key: monthOf(ticket.createdAt), name: '' };
  }
}

const DAY_MS = 86_400_000;
const MIDNIGHT_MS = 17 * 3_600_000; // of Viet Nam, in UTC
const monthByDay = new Map<number, string>();

/** `2026-11`. Writing a date out takes a microsecond, and five years have far fewer days than reports. */
function monthOf(at: Date): string {
  const day = Math.floor((at.getTime() - MIDNIGHT_MS) / DAY_MS);
  const known = monthByDay.get(day);
  if (known !== undefined) return known;
  const month = vietnamDay(at).slice(0, 7);
  monthByDay.set(day, month);
  return month;
}
