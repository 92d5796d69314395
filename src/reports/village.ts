import type { Ticket } from '../model/ticket.ts';
import { type Locality, villageIn } from '../pakn/place.ts';

/** The thôn (xóm, bản, tổ…) that a report names in its place, or else in its words; undefined when it names none. */
export function villageOf({ place, content }: Ticket): Locality | undefined {
  return villageIn(place ?? '') ?? villageIn(content);
}
