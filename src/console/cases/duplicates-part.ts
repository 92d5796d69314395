import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import { said } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { ticketsHere } from './desk-view.ts';

/** The reports that were merged into this one. */
export function duplicatesPart(visit: OfficerVisit, ticket: Ticket): Html | false {
  const merged = ticketsHere(visit).filter(({ duplicateOf }) => duplicateOf === ticket.code);
  return (
    merged.length > 0 &&
    html`<section aria-labelledby="trung"><h2 id="trung">Các phản ánh đã gộp vào đây</h2><ul>${merged.map(line)}</ul></section>`
  );
}

function line({ code, content, createdAt }: Ticket): Html {
  return html`<li><a href="/can-bo/phan-anh/${code}">${code}</a> (${formatDay(vietnamDay(createdAt))}): ${said(content.slice(0, 100))}</li>`;
}
