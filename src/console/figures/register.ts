import { html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import { formatPeriod } from '../../reports/period.ts';
import { auditChange } from '../audit.ts';
import { moment, said } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page } from '../frame/route.ts';
import { REGISTER_COLUMNS, rowContext } from './columns.ts';
import { periodForm } from './period-form.ts';
import { queryOf, selectionOf, selected } from './selection.ts';
import { numberWords } from './words.ts';

/** The register of reports for any period, whole, on A4 paper laid across. It shows persons, so each look is noted. */
export async function registerPage(visit: OfficerVisit): Promise<Answer> {
  const { commune, services, now } = visit;
  const { period } = selectionOf(visit.query, now);
  const selection = { period, group: 'received', parts: {} } as const;
  const tickets = selected(visit, selection);
  const after = `${tickets.length} phản ánh`;
  await services.store.keep([
    auditChange(visit, { act: 'register.read', subject: formatPeriod(period), after }),
  ]);
  const context = rowContext(visit);
  const row = (ticket: Ticket, i: number) =>
    html`<tr><td>${i + 1}</td>${REGISTER_COLUMNS.map(({ title, text }) => html`<td data-label="${title}">${said(text(ticket, context))}</td>`)}</tr>`;
  const body = html`${periodForm(visit, '/so-theo-doi', period)}
<p class="no-print"><a class="button plain" href="/can-bo/so-lieu/phan-anh.xlsx?${queryOf(selection)}">Tải về Excel</a> <span class="hint">In: bấm Ctrl + P; sổ đã được căn cho giấy A4 ngang.</span></p>
<div class="register"><p class="office-name">UBND ${commune.commune.name}</p>
<p class="register-title">Sổ theo dõi tiếp nhận, xử lý phản ánh, kiến nghị</p>
<p>${numberWords(tickets.length)} phản ánh, kiến nghị và tin tham khảo nhận trong ${formatPeriod(period)}. Lập lúc ${moment(now)}.</p>
<table class="cards ruled"><thead><tr><th scope="col">STT</th>${REGISTER_COLUMNS.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${tickets.map(row)}</tbody></table></div>`;
  return page('Sổ theo dõi phản ánh, kiến nghị', body);
}
