import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { excerpt } from '../../lib/excerpt.ts';
import { type Html, html } from '../../lib/html.ts';
import { maskPersonalData } from '../../lib/mask.ts';
import type { Ticket } from '../../model/ticket.ts';
import { likelyDuplicates } from '../../pakn/duplicates.ts';
import { allowedActs } from '../../pakn/transitions.ts';
import { said } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { performerOf, rulesOf, ticketsHere } from './desk-view.ts';

const COMPARED_MS = 31 * 86_400_000; // `pakn/duplicates.ts` looks no further than a month
const EXCERPT_LENGTH = 100;

/** The reports that were merged into this one, and those that probably tell of the same matter. */
export function duplicatesPart(visit: OfficerVisit, ticket: Ticket): Html {
  const here = ticketsHere(visit);
  const merged = here.filter(({ duplicateOf }) => duplicateOf === ticket.code);
  const mayMerge = allowedActs(ticket, performerOf(visit), rulesOf(visit).policy).includes('merge');
  const near = mayMerge ? here.filter((other) => isNear(ticket, other)) : [];
  const likely = likelyDuplicates(ticket, near);
  return html`${merged.length > 0 && html`<section aria-labelledby="da-gop"><h2 id="da-gop">Các phản ánh đã gộp vào đây</h2><ul>${merged.map((one) => html`<li>${line(one)}</li>`)}</ul></section>`}
${likely.length > 0 && html`<section aria-labelledby="co-the-trung"><h2 id="co-the-trung">Có thể trùng</h2><ul>${likely.map(({ ticket: other, reason }) => html`<li>${line(other)}<br><span class="muted">${reason}</span> · <a class="no-print" href="/can-bo/phan-anh/${ticket.code}?lam=merge&amp;gop-vao=${other.code}#cac-viec">Gộp vào ${other.code}</a></li>`)}</ul></section>`}`;
}

function isNear({ createdAt }: Ticket, other: Ticket): boolean {
  return Math.abs(createdAt.getTime() - other.createdAt.getTime()) < COMPARED_MS;
}

function line({ code, content, createdAt }: Ticket): Html {
  const start = excerpt(maskPersonalData(content), EXCERPT_LENGTH);
  return html`<a href="/can-bo/phan-anh/${code}">${code}</a> (${formatDay(vietnamDay(createdAt))}): ${said(start)}`;
}
