import { html } from '../../lib/html.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { colleagues, performerOf, ticketsHere } from './desk-view.ts';
import { DISPATCHERS } from './words.ts';

const MOST_AT_ONCE = 50; // a page of the inbox

/** Several reports to one colleague, from the inbox. */
export const giveOutRoutes: readonly Route[] = [
  { method: 'post', path: '/giao-viec', allow: DISPATCHERS, handle: giveOut },
];

async function giveOut(visit: OfficerVisit): Promise<Answer> {
  const { form, services } = visit;
  const here = new Set(ticketsHere(visit).map(({ code }) => code));
  const codes = form
    .getAll('ma')
    .filter((code) => here.has(code))
    .slice(0, MOST_AT_ONCE);
  const colleague = colleagues(visit).find(({ id }) => id === form.get('giao-cho'));
  if (colleague === undefined || codes.length === 0) return nothingGiven();
  const act = { name: 'assign', to: colleague.id, toName: colleague.name } as const;
  const given: string[] = [];
  const refused: { code: string; reason: string }[] = [];
  for (const code of codes) {
    const done = await services.act(code, act, performerOf(visit));
    if (done.ok) given.push(code);
    else refused.push({ code, reason: done.reason });
  }
  const body = html`<p>Đã giao ${given.length} phản ánh cho <strong>${colleague.name}</strong>${given.length > 0 && `: ${given.join(', ')}`}.</p>
${refused.length > 0 && html`<h2>Chưa giao được ${refused.length} phản ánh</h2><ul>${refused.map(({ code, reason }) => html`<li><a href="/can-bo/phan-anh/${code}">${code}</a>: ${reason}</li>`)}</ul>`}
<p><a href="/can-bo/phan-anh">Về danh sách</a></p>`;
  return page('Giao việc', body);
}

function nothingGiven(): Answer {
  const body = html`<p>Anh/chị đánh dấu ít nhất một phản ánh và chọn người nhận việc.</p><p><a href="/can-bo/phan-anh">Về danh sách</a></p>`;
  return page('Chưa giao việc nào', body, 400);
}
