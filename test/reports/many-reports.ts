import { NOW, ticket } from '../helpers/build.ts';
import type { Ticket, TicketState } from '../../src/model/ticket.ts';

const DAY_MS = 86_400_000;
const STATES: readonly TicketState[] = ['answered', 'closed', 'assigned', 'forwarded', 'duplicate'];
const FIELDS = ['Môi trường', 'Giao thông', 'Đất đai', 'Hộ tịch', undefined];
const by = { type: 'system' } as const;

/** So many reports, spread evenly over the five years before the day of the tests. Always the same ones. */
export function manyReports(count: number): Ticket[] {
  return Array.from({ length: count }, (_, i) => {
    const createdAt = new Date(NOW.getTime() - (i / count) * 5 * 365 * DAY_MS);
    const state = STATES[i % STATES.length] ?? 'new';
    const answeredAt = new Date(createdAt.getTime() + (i % 25) * DAY_MS);
    return ticket({
      code: `ND-0000-${String(i).padStart(5, '0')}`,
      standing: i % 7 === 0 ? 'note' : 'official',
      state,
      createdAt,
      category: i % 3 === 0 ? 'procedure' : 'on-site',
      field: FIELDS[i % FIELDS.length],
      place: i % 2 === 0 ? `Thôn ${i % 17}` : undefined,
      dueAt: new Date(createdAt.getTime() + 15 * DAY_MS),
      answer:
        state === 'answered' || state === 'closed'
          ? { text: 'Đã xử lý.', at: answeredAt, by }
          : undefined,
      rating:
        i % 5 === 0 ? { satisfied: i % 4 !== 0, comment: undefined, at: answeredAt } : undefined,
    });
  });
}
