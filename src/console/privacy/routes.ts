import { z } from 'zod';
import { html } from '../../lib/html.ts';
import { maskPhone } from '../../lib/mask.ts';
import type { Ticket } from '../../model/ticket.ts';
import { auditChange } from '../audit.ts';
import { withTicket } from '../cases/desk-view.ts';
import { DISPATCHERS } from '../cases/words.ts';
import { type Problem, readForm, requiredText } from '../frame/form.ts';
import { button, errorSummary, postForm, textField } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { dataOf, type Person, type PersonData, personOf, phoneDigits } from './person-data.ts';
import { personPart } from './person-page.ts';

const allow = DISPATCHERS;

/** What residents may ask for: everything that is stored about them. A number is never part of an address. */
export const privacyRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/phan-anh/:code/du-lieu',
    allow,
    handle: (visit) => withTicket(visit, (ticket) => showReporter(visit, ticket)),
  },
  {
    method: 'get',
    path: '/phan-anh/:code/du-lieu.json',
    allow,
    handle: (visit) =>
      withTicket(visit, (ticket) => download(visit, personOf(ticket), ticket.code)),
  },
  {
    method: 'get',
    path: '/du-lieu-ca-nhan',
    menu: 'Dữ liệu cá nhân',
    allow,
    handle: (visit) => askPhone(visit),
  },
  {
    method: 'post',
    path: '/du-lieu-ca-nhan',
    allow,
    handle: (visit) => withPhone(visit, (phone) => showPhone(visit, phone)),
  },
  {
    method: 'post',
    path: '/du-lieu-ca-nhan/tai-ve',
    allow,
    handle: (visit) =>
      withPhone(visit, (phone) =>
        download(visit, holderOf(visit, phone), maskPhone(phoneDigits(phone))),
      ),
  },
];

async function showReporter(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { code } = ticket;
  const data = await read(visit, personOf(ticket), code);
  const href = `/can-bo/phan-anh/${code}/du-lieu.json`;
  const body = html`<p class="no-print"><a class="button plain" href="${href}">Tải về (JSON)</a> <a href="/can-bo/phan-anh/${code}">Về phản ánh ${code}</a></p>${personPart(data)}`;
  return page(`Dữ liệu của người gửi ${code}`, body);
}

async function showPhone(visit: OfficerVisit, phone: string): Promise<Answer> {
  const data = await read(visit, holderOf(visit, phone), maskPhone(phoneDigits(phone)));
  const fields = html`<input type="hidden" name="dien-thoai" value="${phone}">${button('Tải về (JSON)', 'plain')}`;
  const body = html`<div class="no-print">${postForm(visit, '/du-lieu-ca-nhan/tai-ve', fields)}</div>${personPart(data)}`;
  return page(`Dữ liệu theo số ${maskPhone(phoneDigits(phone))}`, body);
}

async function read(visit: OfficerVisit, person: Person, subject: string): Promise<PersonData> {
  const { store } = visit.services;
  const data = dataOf(store, person);
  await store.keep([auditChange(visit, { act: 'person.read', subject, after: codesOf(data) })]);
  return data;
}

async function download(visit: OfficerVisit, person: Person, subject: string): Promise<Answer> {
  const { store } = visit.services;
  const data = dataOf(store, person);
  await store.keep([auditChange(visit, { act: 'person.export', subject, after: codesOf(data) })]);
  return {
    kind: 'file',
    contentType: 'application/json; charset=utf-8',
    disposition: 'attachment',
    name: 'du-lieu-ca-nhan.json',
    bytes: new TextEncoder().encode(JSON.stringify(data, undefined, 2)),
  };
}

function codesOf({ tickets }: PersonData): string {
  return tickets.map(({ code }) => code).join(', ');
}

function holderOf({ officer: { communeSlug } }: OfficerVisit, phone: string): Person {
  return { communeSlug, phone, chat: undefined };
}

const FEWEST_DIGITS = 9;

const phoneSchema = z.object({
  'dien-thoai': requiredText('Ghi số điện thoại người dân đã để lại', 30).refine(
    (phone) => phoneDigits(phone).length >= FEWEST_DIGITS,
    { error: 'Ghi đủ số điện thoại.' },
  ),
});

function withPhone(
  visit: OfficerVisit,
  show: (phone: string) => Promise<Answer>,
): Answer | Promise<Answer> {
  const form = readForm(phoneSchema, visit.form);
  return form.ok ? show(form.value['dien-thoai']) : askPhone(visit, form.problems);
}

function askPhone(visit: OfficerVisit, problems: readonly Problem[] = []): Answer {
  const fields = [
    textField(
      { name: 'dien-thoai', label: 'Số điện thoại đã để lại', type: 'tel', required: true },
      problems,
    ),
    button('Xem dữ liệu đang lưu'),
  ];
  const body = html`${errorSummary(problems)}<div class="narrow">
<p>Khi người dân hỏi xã đang giữ thông tin gì của mình. Mỗi lần xem hoặc tải về đều được ghi vào nhật ký.</p>
${postForm(visit, '/du-lieu-ca-nhan', fields)}
<p class="hint">Biết mã phản ánh thì mở phản ánh ấy, bấm “Dữ liệu của người gửi”: tìm được cả theo tài khoản Zalo. Muốn xóa, người dân nhắn “xóa dữ liệu của tôi” cho Zalo của xã.</p></div>`;
  return page('Dữ liệu cá nhân', body, problems.length > 0 ? 400 : 200);
}
