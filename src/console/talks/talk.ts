import { z } from 'zod';
import { type Html, html } from '../../lib/html.ts';
import { type CallLine, callState, type OfficerCall } from '../../model/officer-call.ts';
import { auditChange, auditEntry } from '../audit.ts';
import { CASE_STAFF } from '../cases/words.ts';
import { type Problem, readForm, requiredText } from '../frame/form.ts';
import {
  button,
  errorSummary,
  formatMoment,
  moment,
  postForm,
  said,
  textArea,
} from '../frame/parts.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, type OfficerVisit, page, redirect, type Route } from '../frame/route.ts';
import { callsHere, STATE_LOOKS, waitedFor } from './calls-here.ts';

const allow = CASE_STAFF;

/** One conversation with a resident: read, answered, given back to the bot. */
export const talkRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/tro-chuyen/:id',
    allow,
    handle: (visit) => withCall(visit, (call) => showTalk(visit, call)),
  },
  {
    method: 'post',
    path: '/tro-chuyen/:id/tra-loi',
    allow,
    handle: (visit) => withCall(visit, (call) => say(visit, call)),
  },
  {
    method: 'post',
    path: '/tro-chuyen/:id/ket-thuc',
    allow,
    handle: (visit) => withCall(visit, (call) => end(visit, call)),
  },
];

const words = z.object({ 'noi-dung': requiredText('Ghi lời nhắn', 1500) });

async function showTalk(visit: OfficerVisit, call: OfficerCall): Promise<Answer> {
  const deed = { act: 'talk.read', subject: call.id };
  await visit.services.store.keep([auditChange(visit, deed)]);
  return talkPage(visit, call);
}

async function say(visit: OfficerVisit, call: OfficerCall): Promise<Answer> {
  const read = readForm(words, visit.form);
  if (!read.ok) return talkPage(visit, call, read.problems);
  const audit = auditEntry(visit, { act: 'talk.say', subject: call.id });
  const isSaid = await visit.services.say(call.id, read.value['noi-dung'], audit);
  return isSaid ? redirect(addressOf(call), 'da-nhan') : notFound();
}

async function end(visit: OfficerVisit, call: OfficerCall): Promise<Answer> {
  const audit = auditEntry(visit, { act: 'talk.end', subject: call.id });
  const isEnded = await visit.services.endTalk(call.id, audit);
  return isEnded ? redirect('/can-bo/tro-chuyen', 'da-tra-bot') : notFound();
}

function talkPage(
  visit: OfficerVisit,
  call: OfficerCall,
  problems: readonly Problem[] = [],
): Answer {
  const state = callState(call, visit.now);
  const { name, look } = STATE_LOOKS[state];
  const path = `/tro-chuyen/${encodeURIComponent(call.id)}`;
  const body = html`${errorSummary(problems)}
<p><a href="/can-bo/tro-chuyen">Mọi cuộc trò chuyện</a></p>
<p><span class="badge ${look}">${name}</span> ${whoSpeaks(call, visit.now)} <a href="${addressOf(call)}">Xem tin mới</a></p>
<section aria-labelledby="loi"><h2 id="loi">Lời nhắn</h2>
${call.lines.length === 0 ? html`<p class="muted">Người dân chưa nhắn gì thêm.</p>` : html`<ol class="timeline">${call.lines.map((line) => linePart(visit, line))}</ol>`}</section>
<section class="narrow"><h2>Trả lời</h2>
${postForm(visit, `${path}/tra-loi`, [
  textArea(
    {
      name: 'noi-dung',
      label: 'Nhắn cho người dân',
      hint: 'Gửi ngay qua Zalo, đứng tên “Cán bộ xã”.',
      value: visit.form.get('noi-dung') ?? '',
      rows: 4,
    },
    problems,
  ),
  button('Gửi'),
])}
${state !== 'ended' && html`<h2>Xong việc</h2><p>Trả lời xong, hoặc không cần trả lời: bot nói lại với người dân.</p>${postForm(visit, `${path}/ket-thuc`, button('Kết thúc, trả lại cho bot', 'plain'))}`}</section>`;
  return page('Trò chuyện với người dân', body, problems.length > 0 ? 400 : 200);
}

function whoSpeaks(call: OfficerCall, now: Date): string {
  switch (callState(call, now)) {
    case 'waiting':
      return `Người dân đã chờ ${waitedFor(call, now)}. Bot im lặng đến ${formatMoment(call.until)}.`;
    case 'missed':
      return `Người dân gọi từ ${waitedFor(call, now)} trước. Anh/chị vẫn trả lời được ở đây.`;
    case 'officer':
      return `Bot im lặng đến ${formatMoment(call.until)}; mỗi lần anh/chị nhắn thì thêm thời gian.`;
    case 'ended':
      return 'Bot đang trả lời người dân. Anh/chị nhắn thêm thì bot lại im lặng.';
  }
}

function linePart({ services }: OfficerVisit, { by, at, text, messageId }: CallLine): Html {
  const side = by === 'officer' ? 'office' : 'resident';
  const state = services.store.messages.get(messageId ?? '')?.state;
  return html`<li class="entry"><p class="entry-head"><strong>${by === 'officer' ? 'Cán bộ' : 'Người dân'}</strong> · ${moment(at)}</p>
<blockquote class="bubble ${side}">${said(text)}</blockquote>
${state === 'waiting' && html`<p class="delivery"><span class="badge blue">Đang gửi</span></p>`}
${state === 'failed' && html`<p class="delivery"><span class="badge red">Chưa gửi được</span> <a href="/can-bo/chua-gui">Xem lý do</a></p>`}</li>`;
}

function addressOf({ id }: OfficerCall): string {
  return `/can-bo/tro-chuyen/${encodeURIComponent(id)}`;
}

/** The conversation named in the address; those of other communes do not exist here. */
function withCall(
  visit: OfficerVisit,
  show: (call: OfficerCall) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const call = callsHere(visit).find(({ id }) => id === visit.params['id']);
  return call === undefined ? notFound() : show(call);
}
