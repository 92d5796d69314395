import type { Ticket } from '../model/ticket.ts';
import { type Locality, villageIn } from '../pakn/place.ts';

/** A ticket is never changed, only replaced: what was read out of one holds as long as it lives. */
const known = new WeakMap<Ticket, { village: Locality | undefined }>();

/** The thôn (xóm, bản, tổ…) that a report names in its place, or else in its words; undefined when it names none. */
export function villageOf(ticket: Ticket): Locality | undefined {
  const before = known.get(ticket);
  if (before !== undefined) return before.village;
  const village = villageIn(ticket.place ?? '') ?? villageIn(ticket.content);
  known.set(ticket, { village });
  return village;
}
