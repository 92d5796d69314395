import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import { formatPeriod } from '../../reports/period.ts';
import { auditChange } from '../audit.ts';
import { pager, pageOf } from '../frame/pager.ts';
import { said } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page } from '../frame/route.ts';
import { EXPORT_COLUMNS, LIST_COLUMNS, rowContext } from './columns.ts';
import { queryOf, type Selection, selected, selectionOf } from './selection.ts';
import { type FileFormat, tableFile } from './table-file.ts';
import { ASPECT_NAMES, GROUP_NAMES, numberWords, partName } from './words.ts';

/** The reports behind a figure. */
export function rowsPage(visit: OfficerVisit): Answer {
  const { selection, tickets } = asked(visit);
  const { items, ...pages } = pageOf(tickets, visit.query);
  const context = rowContext(visit);
  const query = queryOf(selection);
  const row = (ticket: Ticket) =>
    html`<tr><th scope="row"><a href="/can-bo/phan-anh/${ticket.code}">${ticket.code}</a></th>${LIST_COLUMNS.map(({ title, text }) => html`<td data-label="${title}">${said(text(ticket, context))}</td>`)}</tr>`;
  const body = html`<p><a href="/can-bo/so-lieu?tu=${selection.period.from}&amp;den=${selection.period.to}">← Số liệu</a></p>
<p>${describe(selection)}: <strong>${numberWords(tickets.length)}</strong> phản ánh gửi trong ${formatPeriod(selection.period)}.</p>
${tickets.length > 0 && html`<p class="no-print"><a class="button plain" href="/can-bo/so-lieu/phan-anh.xlsx?${query}">Tải về Excel</a> <a class="button plain" href="/can-bo/so-lieu/phan-anh.csv?${query}">Tải về CSV</a></p>`}
<table class="cards cases"><thead><tr><th scope="col">Mã</th>${LIST_COLUMNS.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${items.map(row)}</tbody></table>
${pager(visit, pages)}`;
  return page('Phản ánh trong số liệu', body);
}

/** The same reports as a file; who took it is noted, for it leaves the house with what people wrote. */
export async function exportRows(visit: OfficerVisit, format: FileFormat): Promise<Answer> {
  const { selection, tickets } = asked(visit);
  const context = rowContext(visit);
  const rows = tickets.map((one) => EXPORT_COLUMNS.map(({ text }) => text(one, context)));
  const after = `${queryOf(selection)}; ${tickets.length} phản ánh`;
  await visit.services.store.keep([
    auditChange(visit, { act: 'figures.export', subject: format, after }),
  ]);
  return tableFile({
    name: `phan-anh-${vietnamDay(visit.now)}`,
    title: 'Phản ánh, kiến nghị',
    columns: EXPORT_COLUMNS,
    rows,
    format,
  });
}

function asked(visit: OfficerVisit): { selection: Selection; tickets: Ticket[] } {
  const selection = selectionOf(visit.query, visit.now);
  return { selection, tickets: selected(visit, selection) };
}

function describe({ group, parts }: Selection): Html {
  const { village, field, category, month } = parts;
  const named = [
    village !== undefined && `${ASPECT_NAMES.village}: ${partName('village', part(village))}`,
    field !== undefined && `${ASPECT_NAMES.field}: ${partName('field', part(field))}`,
    category !== undefined && `${ASPECT_NAMES.category}: ${partName('category', part(category))}`,
    month !== undefined && `${ASPECT_NAMES.month}: ${partName('month', part(month))}`,
  ].filter((one) => one !== false);
  return html`<strong>${GROUP_NAMES[group]}</strong>${named.map((one) => html` · ${one}`)}`;
}

function part(key: string) {
  return { key, name: key === '-' ? '' : key };
}
