import { vietnamDay, formatDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import { excerpt, oneLine } from '../../lib/excerpt.ts';
import { maskPersonalData } from '../../lib/mask.ts';
import { TICKET_CATEGORIES, TICKET_STATES, type Ticket } from '../../model/ticket.ts';
import { pager } from '../frame/pager.ts';
import { button, postForm, said, select, textField } from '../frame/parts.ts';
import { type Answer, mayUse, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { dueDay, stageBadge, stateBadge } from './badges.ts';
import { colleagueOptions, rulesOf, standpointOf, ticketsHere } from './desk-view.ts';
import { findTickets, type Found, type Wanted, wantedOf } from './find.ts';
import { countViews, VIEWS } from './views.ts';
import { CASE_ROLES, CATEGORY_NAMES, DISPATCHERS, STATES } from './words.ts';

/** All reports of the commune: saved views, search and filters, and giving work out. */
export const inboxRoutes: readonly Route[] = [
  { method: 'get', path: '/phan-anh', menu: 'Phản ánh', allow: CASE_ROLES, handle: inbox },
];

const EXCERPT_LENGTH = 140;

function inbox(visit: OfficerVisit): Answer {
  const wanted = wantedOf(visit.query);
  const standpoint = standpointOf(visit);
  const tickets = ticketsHere(visit);
  const counts = countViews(tickets, standpoint);
  const found = findTickets(tickets, wanted, standpoint);
  const body = html`${tabs(wanted, counts)}
${searchForm(visit, wanted)}
${found.total === 0 ? html`<p class="empty">Không có phản ánh nào ở đây.</p>` : list(visit, wanted, found)}`;
  return page('Phản ánh', body);
}

function tabs({ view }: Wanted, counts: ReadonlyMap<string, number>): Html {
  const items = VIEWS.map(({ id, title }) => {
    const count = counts.get(id) ?? 0;
    const current = id === view.id && html` aria-current="page"`;
    return html`<li><a href="/can-bo/phan-anh?xem=${id}"${current}>${title} <span class="count">${count}</span></a></li>`;
  });
  return html`<nav class="tabs no-print" aria-label="Các danh sách"><ul>${items}</ul></nav>`;
}

function searchForm({ commune }: OfficerVisit, wanted: Wanted): Html {
  const { view, text, field, category, state, place, month } = wanted;
  const isFiltered = [field, category, state, place, month].some((value) => value !== '');
  const fields = commune.feedback.fields.map(({ name }) => ({ value: name, label: name }));
  return html`<form method="get" action="/can-bo/phan-anh" role="search" class="search no-print">
<div class="row">
${textField({ name: 'tim', label: 'Tìm trong danh sách này', hint: 'Mã, nội dung, nơi, tên, hoặc mấy số cuối điện thoại', type: 'search', value: text })}
${button('Tìm')} ${view.id !== 'tat-ca' && html`<button class="button plain" name="xem" value="tat-ca">Tìm trong tất cả</button>`}</div>
<input type="hidden" name="xem" value="${view.id}">
<details${isFiltered && html` open`}><summary>Lọc thêm</summary><div class="row">
${select({ name: 'linh-vuc', label: 'Lĩnh vực', options: fields, value: field, empty: 'Tất cả' })}
${select({ name: 'loai', label: 'Loại', options: TICKET_CATEGORIES.map((value) => ({ value, label: CATEGORY_NAMES[value] })), value: category, empty: 'Tất cả' })}
${select({ name: 'trang-thai', label: 'Trạng thái', options: TICKET_STATES.map((value) => ({ value, label: STATES[value].name })), value: state, empty: 'Tất cả' })}
${textField({ name: 'noi', label: 'Thôn, nơi xảy ra', value: place })}
${textField({ name: 'thang', label: 'Tháng gửi', type: 'month', value: month })}
${button('Lọc', 'plain')} <a href="/can-bo/phan-anh?xem=${view.id}">Bỏ lọc</a>
</div></details></form>`;
}

function list(visit: OfficerVisit, wanted: Wanted, found: Found): Html {
  const gives = mayUse({ allow: DISPATCHERS }, visit.officer.roles);
  const { tickets, total, pages } = found;
  const turning = pager(visit, { page: Math.min(wanted.page, pages), pages });
  const table = html`<table class="cards cases"><caption>${wanted.view.title}: ${total} phản ánh${pages > 1 && `, trang ${wanted.page} trên ${pages}`}</caption>
<thead><tr>${gives && html`<th scope="col"><span class="unseen">Chọn</span></th>`}<th scope="col">Mã</th><th scope="col">Nội dung</th><th scope="col">Trạng thái</th><th scope="col">Ngày gửi</th><th scope="col">Hạn trả lời</th><th scope="col">Phụ trách</th></tr></thead>
<tbody>${tickets.map((one) => row(visit, one, gives))}</tbody></table>`;
  if (!gives) return html`${table}${turning}`;
  const giving = html`<div class="row no-print">${select({ name: 'giao-cho', label: 'Giao các phản ánh đã chọn cho', options: colleagueOptions(visit), empty: 'Chọn người' })}${button('Giao việc', 'plain')}</div>`;
  return html`${postForm(visit, '/giao-viec', [table, giving])}${turning}`;
}

function row(visit: OfficerVisit, ticket: Ticket, gives: boolean): Html {
  const { code, content, place, createdAt, assignee, field } = ticket;
  const tick = html`<td><input type="checkbox" name="ma" value="${code}" aria-label="Chọn ${code}"></td>`;
  const where = [place, field].filter((part) => part !== undefined).join(' · ');
  return html`<tr>${gives && tick}<th scope="row"><a href="/can-bo/phan-anh/${code}">${code}</a></th>
<td>${said(inList(content))}${where !== '' && html`<br><span class="muted">${said(where)}</span>`}</td>
<td data-label="Trạng thái">${stateBadge(ticket)}</td><td class="day" data-label="Ngày gửi">${formatDay(vietnamDay(createdAt))}</td>
<td class="day" data-label="Hạn">${dueDay(ticket)} ${stageBadge(ticket, rulesOf(visit))}</td>
<td data-label="Phụ trách">${assignee === undefined ? '–' : (visit.services.store.officers.get(assignee)?.name ?? '–')}</td></tr>`;
}

/** A list is read over shoulders: numbers in it are hidden. */
function inList(content: string): string {
  return excerpt(oneLine(maskPersonalData(content)), EXCERPT_LENGTH);
}
