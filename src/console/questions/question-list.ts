import { type Html, html } from '../../lib/html.ts';
import { moment, said } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
import type { QuestionGroup } from './groups.ts';
import { EDITORS, questionGroupsHere } from './questions-here.ts';

/** What residents asked in vain, most asked first. */
export const questionListRoutes: readonly Route[] = [
  { method: 'get', path: '/cau-hoi', menu: 'Câu hỏi', allow: EDITORS, handle: questionList },
];

const MOST_SHOWN = 100;

function questionList(visit: OfficerVisit): Answer {
  const groups = questionGroupsHere(visit);
  if (groups.length === 0) {
    const body = html`<p class="empty">Không có câu hỏi nào chờ trả lời. Câu nào bot chưa trả lời được, hoặc trả lời chưa đúng ý người dân, sẽ hiện ở đây.</p>`;
    return page('Câu hỏi chưa trả lời được', body);
  }
  const rest = groups.length - MOST_SHOWN;
  const body = html`<p>Dạy bot một câu, lần sau người dân hỏi là có trả lời ngay. Các câu giống nhau được gộp lại; không ghi ai đã hỏi.</p>
<table class="cards"><caption>${groups.length} nhóm câu hỏi, hỏi nhiều đứng trước</caption>
<thead><tr><th scope="col">Câu hỏi</th><th scope="col">Số lần</th><th scope="col">Lần cuối</th><th scope="col">Vì sao</th></tr></thead>
<tbody>${groups.slice(0, MOST_SHOWN).map(row)}</tbody></table>
${rest > 0 && html`<p class="muted">Còn ${rest} nhóm nữa, hiện ra khi xử lý bớt.</p>`}`;
  return page('Câu hỏi chưa trả lời được', body);
}

function row({ questions, wordings, lastAskedAt }: QuestionGroup): Html {
  const id = encodeURIComponent(questions[0]?.id ?? '');
  const [first, ...others] = wordings;
  const more =
    others.length > 0 && html`<br><span class="muted">và ${others.length} cách hỏi khác</span>`;
  return html`<tr><th scope="row"><a href="/can-bo/cau-hoi/${id}">${said(first?.text ?? '')}</a>${more}</th>
<td data-label="Số lần">${questions.length}</td><td data-label="Lần cuối">${moment(lastAskedAt)}</td>
<td data-label="Vì sao">${whyOf(questions)}</td></tr>`;
}

function whyOf(questions: QuestionGroup['questions']): Html {
  const missed = questions.filter((one) => one.missed === true).length;
  if (missed === 0) return html`<span class="badge">Chưa có câu trả lời</span>`;
  if (missed === questions.length)
    return html`<span class="badge amber">Trả lời chưa đúng ý</span>`;
  return html`<span class="badge">Chưa có câu trả lời</span> <span class="badge amber">${missed} lần chưa đúng ý</span>`;
}
