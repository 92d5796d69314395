import { type Html, html } from '../../lib/html.ts';
import { excerpt } from '../../lib/excerpt.ts';
import { maskPersonalData, maskPhone } from '../../lib/mask.ts';
import type { InboxEntry, OutboxEntry } from '../../store/store.ts';
import { auditChange } from '../audit.ts';
import { CASE_STAFF } from '../cases/words.ts';
import { moment, postForm, said } from '../frame/parts.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, type OfficerVisit, page, redirect, type Route } from '../frame/route.ts';
import { ticketFor, type Unsent, unsentHere } from './unsent-here.ts';

const allow = CASE_STAFF;

/** What did not reach residents: why, and what to do about it. */
export const unsentRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/chua-gui',
    menu: 'Chưa gửi',
    allow,
    handle: (visit) => unsentPage(visit),
  },
  {
    method: 'post',
    path: '/chua-gui/:id/gui-lai',
    allow,
    handle: (visit) => withFailed(visit, (one) => sendAgain(visit, one)),
  },
  {
    method: 'post',
    path: '/chua-gui/:id/so-dien-thoai',
    allow,
    handle: (visit) => withFailed(visit, (one) => showPhone(visit, one)),
  },
  {
    method: 'post',
    path: '/chua-gui/:id/bo',
    allow,
    handle: (visit) => withFailed(visit, (one) => putAway(visit, one)),
  },
  { method: 'post', path: '/chua-gui/su-kien/:id/xong', allow, handle: settleEvent },
];

const EXCERPT_LENGTH = 160;

/** `phoneOf`: the message beside which the number is shown in full. */
function unsentPage(visit: OfficerVisit, phoneOf?: string): Answer {
  const { failed, waiting, setAside } = unsentHere(visit);
  const body = html`${section({ title: 'Không gửi được', count: failed.length, empty: 'Mọi tin đều đã tới Zalo.' }, html`<ul class="timeline">${failed.map((one) => failedPart(visit, one, one.id === phoneOf))}</ul>`)}
${section({ title: 'Đang chờ gửi', count: waiting.length, empty: 'Không có tin nào phải chờ.' }, waitingTable(waiting))}
${section({ title: 'Tin của người dân mà chương trình không xử lý được', count: setAside.length, empty: 'Không có tin nào.' }, html`<p>Mở oa.zalo.me trả lời người dân theo giờ ghi dưới đây, rồi bấm “Đã trả lời”.</p><ul class="timeline">${setAside.map((one) => eventPart(visit, one))}</ul>`)}`;
  return page('Tin chưa gửi', body);
}

type Section = { title: string; count: number; empty: string };

function section({ title, count, empty }: Section, content: Html): Html {
  return html`<section><h2>${title} <span class="count">${count}</span></h2>${count === 0 ? html`<p class="muted">${empty}</p>` : content}</section>`;
}

function failedPart(visit: OfficerVisit, message: OutboxEntry, showsPhone: boolean): Html {
  const { id, createdAt, reply, lastError } = message;
  const ticket = ticketFor(visit, message);
  const path = `/chua-gui/${encodeURIComponent(id)}`;
  const phone = ticket?.reporter.phone;
  const reveal = html`<button class="link">Xem số (được ghi lại)</button>`;
  return html`<li class="entry"><p class="entry-head">${moment(createdAt)}${ticket !== undefined && html` · <a href="/can-bo/phan-anh/${ticket.code}">${ticket.code}</a>`}</p>
<p><span class="badge red">Chưa gửi được</span> ${lastError ?? 'Chưa rõ lý do.'}</p>
<blockquote class="bubble office">${said(inList(reply.text))}</blockquote>
<p>Điện thoại: ${phone === undefined ? 'không có, chỉ nhắn được khi người dân nhắn lại cho OA.' : showsPhone ? html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${said(phone)}</a>` : said(maskPhone(phone))}</p>
<div class="row">${phone !== undefined && !showsPhone && postForm(visit, `${path}/so-dien-thoai`, reveal)}
${postForm(visit, `${path}/gui-lai`, html`<button class="button plain">Gửi lại</button>`)}
${postForm(visit, `${path}/bo`, html`<button class="button plain">Đã báo người dân, bỏ khỏi danh sách</button>`)}</div></li>`;
}

function waitingTable(waiting: Unsent['waiting']): Html {
  return html`<p>Chương trình tự gửi lại, không cần làm gì.</p><table class="cards"><thead><tr><th scope="col">Từ lúc</th><th scope="col">Nội dung</th><th scope="col">Vì sao chờ</th></tr></thead>
<tbody>${waiting.slice(0, MOST_WAITING).map(({ createdAt, reply, lastError }) => html`<tr><th scope="row">${moment(createdAt)}</th><td>${said(inList(reply.text))}</td><td data-label="Vì sao chờ">${lastError ?? 'Đang tới lượt.'}</td></tr>`)}</tbody></table>`;
}

const MOST_WAITING = 50;

function eventPart(visit: OfficerVisit, { eventId, receivedAt, lastError }: InboxEntry): Html {
  const path = `/chua-gui/su-kien/${encodeURIComponent(eventId)}/xong`;
  return html`<li class="entry"><p class="entry-head">${moment(receivedAt)}</p><p>${said(maskPersonalData(lastError ?? 'Lý do nằm trong nhật ký, dòng "turn failed".'))}</p>
${postForm(visit, path, html`<button class="button plain">Đã trả lời</button>`)}</li>`;
}

async function sendAgain(visit: OfficerVisit, { id }: OutboxEntry): Promise<Answer> {
  await visit.services.resend(id);
  await visit.services.store.keep([auditChange(visit, { act: 'message.resend', subject: id })]);
  return redirect('/can-bo/chua-gui', 'dang-gui');
}

async function showPhone(visit: OfficerVisit, message: OutboxEntry): Promise<Answer> {
  const subject = ticketFor(visit, message)?.code ?? message.id;
  await visit.services.store.keep([auditChange(visit, { act: 'ticket.phone', subject })]);
  return unsentPage(visit, message.id);
}

async function putAway(visit: OfficerVisit, { id }: OutboxEntry): Promise<Answer> {
  const audit = auditChange(visit, { act: 'message.settled', subject: id });
  await visit.services.store.keep([{ table: 'outbox', key: id, value: null }, audit]);
  return redirect('/can-bo/chua-gui', 'da-bo-qua');
}

async function settleEvent(visit: OfficerVisit): Promise<Answer> {
  const event = unsentHere(visit).setAside.find(({ eventId }) => eventId === visit.params['id']);
  if (event === undefined) return notFound();
  const { store } = visit.services;
  await store.finishEvent(event.eventId);
  await store.keep([auditChange(visit, { act: 'event.settled', subject: event.eventId })]);
  return redirect('/can-bo/chua-gui', 'da-bo-qua');
}

/** The message named in the address; those of other communes do not exist here. */
function withFailed(
  visit: OfficerVisit,
  act: (message: OutboxEntry) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const message = unsentHere(visit).failed.find(({ id }) => id === visit.params['id']);
  return message === undefined ? notFound() : act(message);
}

/** A list is read over shoulders: numbers in it are hidden. */
function inList(text: string): string {
  return excerpt(maskPersonalData(text), EXCERPT_LENGTH);
}
