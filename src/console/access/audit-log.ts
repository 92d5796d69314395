import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { AuditEntry } from '../../model/officer.ts';
import { DEEDS } from '../cases/words.ts';
import { button, moment, said, textField } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';

/** Who read or changed what, newest first. Nobody can change it here, or anywhere. */
export const auditRoutes: readonly Route[] = [
  { method: 'get', path: '/nhat-ky', menu: 'Nhật ký', allow: ['admin'], handle: auditPage },
];

const MOST_SHOWN = 200;

function auditPage({ services, officer, query }: OfficerVisit): Answer {
  const about = (query.get('tim') ?? '').trim().slice(0, 100);
  const day = query.get('ngay') ?? '';
  const fits = (entry: AuditEntry) =>
    entry.communeSlug === officer.communeSlug &&
    (about === '' || entry.subject === about.toUpperCase() || entry.subject === about) &&
    (day === '' || vietnamDay(entry.at) === day);
  const entries = [...services.store.audit.values()].filter(fits).reverse();
  const shown = entries.slice(0, MOST_SHOWN);
  const body = html`<form method="get" action="/can-bo/nhat-ky" role="search" class="search no-print"><div class="row">
${textField({ name: 'tim', label: 'Mã phản ánh hoặc tên đăng nhập', value: about })}
${textField({ name: 'ngay', label: 'Ngày', type: 'date', value: day })}${button('Lọc')}</div></form>
<table class="cards"><caption>${entries.length} dòng${entries.length > MOST_SHOWN && `, ${MOST_SHOWN} dòng mới nhất`}</caption>
<thead><tr><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Làm gì</th><th scope="col">Với</th><th scope="col">Trước → sau</th></tr></thead>
<tbody>${shown.map(row)}</tbody></table>`;
  return page('Nhật ký', body);
}

function row({ at, officerName, act, subject, before, after }: AuditEntry): Html {
  const changed = [before, after].filter((text) => text !== undefined).join(' → ');
  return html`<tr><td>${moment(at)}</td><td data-label="Ai">${said(officerName)}</td><td data-label="Làm gì">${deedOf(act)}</td><td data-label="Với">${said(subject)}</td><td>${said(changed)}</td></tr>`;
}

function deedOf(act: string): string {
  return AUDIT_WORDS[act] ?? DEEDS[act.replace('ticket.', '')] ?? act;
}

/** The acts that the console itself notes; those of the desk carry the names of `pakn/acts.ts`. */
const AUDIT_WORDS: Readonly<Record<string, string>> = {
  'sign-in': 'Đăng nhập',
  'sign-in.refused': 'Đăng nhập sai',
  'sign-out': 'Đăng xuất',
  'officer.create': 'Thêm cán bộ',
  'officer.roles': 'Đổi vai trò',
  'officer.invite': 'Cấp liên kết mới',
  'officer.password': 'Đặt mật khẩu',
  'officer.activate': 'Mở lại tài khoản',
  'officer.deactivate': 'Khóa tài khoản',
  'ticket.read': 'Xem phản ánh',
  'ticket.phone': 'Xem số điện thoại',
  'ticket.file': 'Xem tệp người dân gửi',
  'ticket.receipt': 'In biên nhận',
  'ticket.create': 'Ghi phản ánh thay người dân',
  'ticket.resend': 'Gửi lại tin',
};
