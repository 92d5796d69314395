import { type Html, html } from '../../lib/html.ts';
import type { Actor, Ticket, TicketEntry } from '../../model/ticket.ts';
import type { OutboxEntry } from '../../store/store.ts';
import { moment, postForm, said } from '../frame/parts.ts';
import { mayUse, type OfficerVisit } from '../frame/route.ts';
import { badge } from './badges.ts';
import { CASE_STAFF, DEEDS, STATES } from './words.ts';

/** The story of a report, oldest first. What residents read looks unlike what only staff read. */
export function timelinePart(visit: OfficerVisit, ticket: Ticket): Html {
  const entries = ticket.timeline.map((entry) => entryPart(visit, ticket, entry));
  return html`<section aria-labelledby="dien-bien"><h2 id="dien-bien">Diễn biến</h2>
${entries.length === 0 ? html`<p class="muted">Chưa có việc gì được làm.</p>` : html`<ol class="timeline">${entries}</ol>`}</section>`;
}

function entryPart(visit: OfficerVisit, ticket: Ticket, entry: TicketEntry): Html {
  const { act, by, at, from, to, text, audience, messageIds } = entry;
  const isInner = audience === 'internal';
  const side = by.type === 'resident' ? 'resident' : isInner ? 'inner' : 'office';
  return html`<li class="entry ${side}">
<p class="entry-head"><strong>${DEEDS[act] ?? act}</strong> · ${whoPart(by)} · ${moment(at)}
${isInner && badge('Nội bộ', 'amber')}${from !== to && html` → ${STATES[to].name}`}</p>
${text !== undefined && text !== '' && html`<blockquote class="bubble ${side}">${said(text)}</blockquote>`}
${messageIds.map((id) => messagePart(visit, ticket, visit.services.store.messages.get(id)))}</li>`;
}

function whoPart(by: Actor): string {
  if (by.type === 'officer') return by.name;
  return by.type === 'resident' ? 'Người dân' : 'Tự động';
}

/** Whether a message arrived. One that was sent is forgotten after some days: then nothing is claimed. */
function messagePart(
  visit: OfficerVisit,
  { code }: Ticket,
  message: OutboxEntry | undefined,
): Html | false {
  if (message === undefined) return false;
  const { id, state, lastError } = message;
  if (state === 'sent') return html`<p class="delivery">${badge('Zalo đã nhận tin', 'green')}</p>`;
  if (state === 'waiting') return html`<p class="delivery">${badge('Đang gửi', 'blue')}</p>`;
  const again = html`<input type="hidden" name="tin" value="${id}"><button class="link">Gửi lại</button>`;
  const mayResend = mayUse({ allow: CASE_STAFF }, visit.officer.roles);
  return html`<div class="delivery">${badge('Chưa gửi được', 'red')} ${lastError}${mayResend && postForm(visit, `/phan-anh/${code}/gui-lai`, again)}</div>`;
}
