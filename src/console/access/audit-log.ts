import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import { fold } from '../../lib/fold.ts';
import type { AuditEntry } from '../../model/officer.ts';
import { daysFromTo, within } from '../../reports/period.ts';
import { actWords } from './audit-words.ts';
import { pager, pageOf } from '../frame/pager.ts';
import { button, moment, said, select, textField } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';

/** Who did what, and who looked at whom. There is no way to change or delete a line. */
export const auditRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/nhat-ky',
    menu: 'Nhật ký',
    allow: ['leader', 'admin'],
    handle: auditPage,
  },
];

function auditPage(visit: OfficerVisit): Answer {
  const { services, officer, query } = visit;
  const here = [...services.store.audit.values()].filter(
    ({ communeSlug }) => communeSlug === officer.communeSlug,
  );
  const found = here.filter(fits(query, vietnamDay(visit.now))).reverse();
  const { items, ...pages } = pageOf(found, query);
  const body = html`${filterForm(visit, here)}
<table class="cards"><caption>${found.length} dòng, mới nhất trước. Nhật ký chỉ ghi thêm, không sửa và không xóa được.</caption>
<thead><tr><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Việc</th><th scope="col">Đối tượng</th><th scope="col">Trước</th><th scope="col">Sau</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>
${items.length === 0 && html`<p class="empty">Không có dòng nào như vậy.</p>`}
${pager(visit, pages)}`;
  return page('Nhật ký', body);
}

function row({ at, officerName, act, subject, before, after }: AuditEntry): Html {
  return html`<tr><td>${moment(at)}</td><td data-label="Ai">${said(officerName)}</td><td data-label="Việc">${actWords(act)}</td>
<td data-label="Đối tượng">${subjectLink(act, subject)}</td><td data-label="Trước">${said(before ?? '')}</td><td data-label="Sau">${said(after ?? '')}</td></tr>`;
}

function subjectLink(act: string, subject: string): Html {
  const [code = ''] = subject.split('/');
  const isReport = act.startsWith('ticket.') && /^[A-Z]{2,4}-\d{4}-\d+$/.test(code);
  return isReport ? html`<a href="/can-bo/phan-anh/${code}">${subject}</a>` : said(subject);
}

function filterForm({ query }: OfficerVisit, entries: readonly AuditEntry[]): Html {
  const value = (name: string) => query.get(name) ?? '';
  const names = new Map(entries.map(({ officerId, officerName }) => [officerId, officerName]));
  const officers = [...names].map(([id, name]) => ({ value: id, label: name }));
  const acts = [...new Set(entries.map(({ act }) => act))]
    .map((act) => ({ value: act, label: actWords(act) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
  return html`<form method="get" action="/can-bo/nhat-ky" class="search no-print"><div class="row">
${textField({ name: 'tim', label: 'Mã phản ánh, đối tượng', type: 'search', value: value('tim') })}
${select({ name: 'ai', label: 'Ai', options: officers, value: value('ai'), empty: 'Tất cả' })}
${select({ name: 'viec', label: 'Việc', options: acts, value: value('viec'), empty: 'Tất cả' })}
${textField({ name: 'tu', label: 'Từ ngày', type: 'date', value: value('tu') })}
${textField({ name: 'den', label: 'Đến hết ngày', type: 'date', value: value('den') })}
${button('Lọc')} <a href="/can-bo/nhat-ky">Bỏ lọc</a></div></form>`;
}

/** What an address asks for; whatever makes no sense asks for nothing. A day left empty is open to that side. */
function fits(query: URLSearchParams, today: string): (entry: AuditEntry) => boolean {
  const [text, officerId, act] = ['tim', 'ai', 'viec'].map((name) => query.get(name) ?? '');
  const words = fold(text ?? '').trim();
  const [from, to] = [query.get('tu') ?? '', query.get('den') ?? ''];
  const days = daysFromTo(from === '' ? FIRST_DAY : from, to === '' ? today : to);
  const isIn = days === undefined || (from === '' && to === '') ? () => true : within(days);
  return (entry) =>
    (officerId === '' || entry.officerId === officerId) &&
    (act === '' || entry.act === act) &&
    (words === '' || fold(entry.subject).includes(words)) &&
    isIn(entry.at);
}

const FIRST_DAY = '2020-01-01'; // before the program was written
