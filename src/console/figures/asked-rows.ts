import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Tally } from '../../model/tally.ts';
import { askedIn, type Shown, talliesIn } from '../../reports/asked.ts';
import { formatPeriod, type Period } from '../../reports/period.ts';
import type { UnansweredQuestion } from '../../store/store.ts';
import { auditChange } from '../audit.ts';
import { pager, pageOf } from '../frame/pager.ts';
import { moment, said } from '../frame/parts.ts';
import { type Answer, mayUse, type OfficerVisit, page } from '../frame/route.ts';
import { EDITORS } from '../questions/questions-here.ts';
import { openQuestions, shownThing, talliesHere } from './asked-here.ts';
import { ASKED_NAMES } from './asked-part.ts';
import { periodOf } from './selection.ts';
import { type FileFormat, tableFile } from './table-file.ts';
import { numberWords, percentWords } from './words.ts';

const COUNTS = ['asked', 'answered', 'askedBack', 'unknown', 'missed'] as const;

/** What stands behind the figures of the bot: each day, everything that was shown, and what still waits. */
export function askedPage(visit: OfficerVisit): Answer {
  const period = periodOf(visit.query, visit.now);
  const tallies = talliesIn(talliesHere(visit), period);
  const query = `tu=${period.from}&den=${period.to}`;
  const body = html`<p><a href="/can-bo/so-lieu?${query}">← Số liệu</a></p>
<p>Câu hỏi gửi cho bot trong ${formatPeriod(period)}: <strong>${numberWords(askedIn(tallies).asked)}</strong>.</p>
${tallies.length > 0 && html`<p class="no-print"><a class="button plain" href="/can-bo/so-lieu/cau-hoi.xlsx?${query}">Tải về Excel</a> <a class="button plain" href="/can-bo/so-lieu/cau-hoi.csv?${query}">Tải về CSV</a></p>`}
${daysPart(tallies)}
${shownPart(visit, askedIn(tallies).shown)}
${waitingPart(visit, openQuestions(visit, period))}`;
  return page('Câu hỏi gửi cho bot', body);
}

function daysPart(tallies: readonly Tally[]): Html {
  const row = (tally: Tally) => {
    const asked = askedIn([tally]);
    return html`<tr><th scope="row">${formatDay(tally.day)}</th>${COUNTS.map((name) => html`<td data-label="${ASKED_NAMES[name]}">${numberWords(asked[name])}</td>`)}<td data-label="Tỷ lệ chưa trả lời được">${percentWords(asked.unknownRate)}</td></tr>`;
  };
  return html`<h2>Từng ngày</h2>
<table class="cards figures"><thead><tr><th scope="col">Ngày</th>${COUNTS.map((name) => html`<th scope="col">${ASKED_NAMES[name]}</th>`)}<th scope="col">Tỷ lệ chưa trả lời được</th></tr></thead>
<tbody>${tallies.toReversed().map(row)}</tbody></table>`;
}

function shownPart(visit: OfficerVisit, shown: readonly Shown[]): Html {
  const row = ({ id, count }: Shown) => {
    const { kind, name, page } = shownThing(visit, id);
    const title = page === undefined ? name : html`<a href="${page}">${name}</a>`;
    return html`<tr><th scope="row">${title}</th><td data-label="Loại">${kind}</td><td data-label="Mã">${id}</td><td data-label="Số lần">${numberWords(count)}</td></tr>`;
  };
  return html`<h2>Đã được hỏi</h2>
<table class="cards figures"><thead><tr><th scope="col">Nội dung</th><th scope="col">Loại</th><th scope="col">Mã</th><th scope="col">Số lần</th></tr></thead><tbody>${shown.map(row)}</tbody></table>`;
}

function waitingPart(visit: OfficerVisit, questions: readonly UnansweredQuestion[]): Html {
  const mayTeach = mayUse({ allow: EDITORS }, visit.officer.roles);
  const { items, ...pages } = pageOf(questions, visit.query);
  const row = ({ id, text, askedAt, missed }: UnansweredQuestion) => {
    const words = said(text);
    const link = html`<a href="/can-bo/cau-hoi/${encodeURIComponent(id)}">${words}</a>`;
    return html`<tr><th scope="row">${mayTeach ? link : words}</th><td data-label="Hỏi lúc">${moment(askedAt)}</td><td data-label="Vì sao">${missed === true ? 'Trả lời chưa đúng ý' : 'Chưa có câu trả lời'}</td></tr>`;
  };
  return html`<h2 id="cho-xu-ly">Chưa trả lời được, còn chờ xử lý: ${numberWords(questions.length)}</h2>
<p class="hint">Câu đã dạy bot hoặc đã bỏ qua không còn ở đây, nên số này có thể nhỏ hơn số đã đếm. Không ghi ai đã hỏi.</p>
<table class="cards"><thead><tr><th scope="col">Câu hỏi</th><th scope="col">Hỏi lúc</th><th scope="col">Vì sao</th></tr></thead><tbody>${items.map(row)}</tbody></table>
${pager(visit, pages)}`;
}

const EXPORT_COLUMNS = [
  { title: 'Ngày', width: 12 },
  { title: 'Chỉ tiêu', width: 28 },
  { title: 'Mã', width: 14 },
  { title: 'Nội dung', width: 60 },
  { title: 'Số lần', width: 10 },
];

/** The same numbers as a file, a line for each day and each thing counted. Who took it is noted. */
export async function exportAsked(visit: OfficerVisit, format: FileFormat): Promise<Answer> {
  const period: Period = periodOf(visit.query, visit.now);
  const rows = talliesIn(talliesHere(visit), period).flatMap((tally) => dayRows(visit, tally));
  const after = `tu=${period.from}&den=${period.to}; ${rows.length} dòng`;
  await visit.services.store.keep([
    auditChange(visit, { act: 'figures.export', subject: format, after }),
  ]);
  return tableFile({
    name: `cau-hoi-${vietnamDay(visit.now)}`,
    title: 'Câu hỏi gửi cho bot',
    columns: EXPORT_COLUMNS,
    rows,
    format,
  });
}

function dayRows(visit: OfficerVisit, tally: Tally): string[][] {
  const day = formatDay(tally.day);
  const asked = askedIn([tally]);
  return [
    ...COUNTS.map((name) => [day, ASKED_NAMES[name], '', '', String(asked[name])]),
    ...asked.shown.map(({ id, count }) => {
      const { kind, name } = shownThing(visit, id);
      return [day, kind, id, name, String(count)];
    }),
  ];
}
