import { type Html, html } from '../../lib/html.ts';
import { excerpt, oneLine } from '../../lib/excerpt.ts';
import { maskPersonalData } from '../../lib/mask.ts';
import { type CallState, callState, type OfficerCall } from '../../model/officer-call.ts';
import { CASE_STAFF } from '../cases/words.ts';
import { moment, said } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { callsHere, STATE_LOOKS, waitedFor } from './calls-here.ts';

/** Who wants an officer now, and who talks with one. */
export const talkListRoutes: readonly Route[] = [
  { method: 'get', path: '/tro-chuyen', menu: 'Trò chuyện', allow: CASE_STAFF, handle: talkList },
];

const EXCERPT_LENGTH = 90;

const PARTS: readonly { title: string; states: readonly CallState[]; empty: string }[] = [
  {
    title: 'Đang chờ cán bộ',
    states: ['waiting', 'missed'],
    empty: 'Không có ai đang chờ.',
  },
  { title: 'Cán bộ đang nói', states: ['officer'], empty: 'Không có cuộc nào.' },
  {
    title: 'Đã xong, bot trả lời lại',
    states: ['ended'],
    empty: 'Không có cuộc nào trong 7 ngày qua.',
  },
];

function talkList(visit: OfficerVisit): Answer {
  const calls = callsHere(visit);
  const body = html`<p>Người dân nhắn “gặp cán bộ” thì hiện ở đây; bot im lặng để anh/chị nói. Trả lời ở đây, hoặc ngay trong công cụ của Zalo. Lời nhắn được xóa sau 7 ngày. <a href="/can-bo/tro-chuyen">Xem tin mới</a></p>
${PARTS.map(({ title, states, empty }) => {
  const shown = calls.filter((call) => states.includes(callState(call, visit.now)));
  return html`<section><h2>${title} <span class="count">${shown.length}</span></h2>
${shown.length === 0 ? html`<p class="muted">${empty}</p>` : list(visit, shown)}</section>`;
})}`;
  return page('Trò chuyện với người dân', body);
}

function list({ now }: OfficerVisit, calls: readonly OfficerCall[]): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Gọi lúc</th><th scope="col">Tin gần nhất</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>${calls.map((call) => row(call, now))}</tbody></table>`;
}

function row(call: OfficerCall, now: Date): Html {
  const { id, requestedAt, lines } = call;
  const state = callState(call, now);
  const { name, look } = STATE_LOOKS[state];
  const waits = state === 'waiting' || state === 'missed';
  return html`<tr><th scope="row"><a href="/can-bo/tro-chuyen/${encodeURIComponent(id)}">${moment(requestedAt)}</a></th>
<td>${said(inList(lines.at(-1)?.text ?? 'Chưa nhắn gì thêm.'))}</td>
<td data-label="Tình trạng"><span class="badge ${look}">${name}</span>${waits && html` đã chờ ${waitedFor(call, now)}`}</td></tr>`;
}

/** A list is read over shoulders: numbers in it are hidden. */
function inList(text: string): string {
  return excerpt(oneLine(maskPersonalData(text)), EXCERPT_LENGTH);
}
