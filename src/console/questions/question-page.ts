import { type Html, html } from '../../lib/html.ts';
import type { Problem } from '../frame/form.ts';
import {
  button,
  errorSummary,
  type Field,
  moment,
  postForm,
  said,
  textArea,
  textField,
} from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page } from '../frame/route.ts';
import type { QuestionGroup } from './groups.ts';
import { findProcedures, nearestOf } from './questions-here.ts';

/** What was typed and what is wrong with it; `reasons`: what the change would break. */
export type Refused = { problems: readonly Problem[]; reasons: readonly string[] };

const MOST_FOUND = 12;
const MOST_WORDINGS = 12;

/** One group: what was asked, and the three ways to settle it. */
export function questionPage(
  visit: OfficerVisit,
  group: QuestionGroup,
  { problems, reasons }: Refused = { problems: [], reasons: [] },
): Answer {
  const { questions, wordings, lastAskedAt } = group;
  const body = html`<p><a href="/can-bo/cau-hoi">Mọi câu hỏi</a></p>
${errorSummary(problems)}
${reasons.length > 0 && html`<div class="summary" role="alert" tabindex="-1"><h2>Chưa đưa vào dùng</h2><p>Bot đã thử trước và thấy sẽ có chỗ trả lời sai đi:</p><ul>${reasons.map((one) => html`<li>${one}</li>`)}</ul></div>`}
<section aria-labelledby="da-hoi"><h2 id="da-hoi">Người dân đã hỏi ${questions.length} lần, lần cuối ${moment(lastAskedAt)}</h2>
<ul>${wordings.slice(0, MOST_WORDINGS).map(({ text, count }) => html`<li>${said(text)}${count > 1 && html` <span class="muted">(${count} lần)</span>`}</li>`)}</ul></section>
<div class="columns"><div>${aliasPart(visit, group, problems)}</div><div>${answerPart(visit, group, problems)}</div></div>
<section class="narrow"><h2>Bỏ qua</h2><p>Câu không thuộc việc của xã, hoặc chỉ là nhắn nhầm.</p>
${postForm(visit, pathOf(group, 'bo-qua'), [seen(group), button('Bỏ qua các câu này', 'plain')])}</section>`;
  return page('Dạy bot trả lời', body, problems.length + reasons.length > 0 ? 400 : 200);
}

function aliasPart(visit: OfficerVisit, group: QuestionGroup, problems: readonly Problem[]): Html {
  const { query, form } = visit;
  const text = query.get('tim') ?? form.get('tim') ?? '';
  const found = text === '' ? nearestOf(group, visit) : findProcedures(visit, text);
  const shown = found.slice(0, MOST_FOUND);
  return html`<section aria-labelledby="thu-tuc"><h2 id="thu-tuc">Đã có thủ tục trả lời câu này</h2>
<p>Thêm lời người dân vào thủ tục. Chỉ dùng cho xã mình.</p>
<form method="get" action="/can-bo${pathOf(group)}" role="search" class="search"><div class="row">${textField({ name: 'tim', label: 'Tìm thủ tục', type: 'search', value: text })}${button('Tìm', 'plain')}</div></form>
${shown.length === 0 && html`<p class="muted">${text === '' ? 'Bot không thấy thủ tục nào gần với câu này.' : 'Không thấy thủ tục nào có đủ các chữ đó.'}</p>`}
${
  shown.length > 0 &&
  postForm(visit, pathOf(group, 'cach-goi'), [
    seen(group),
    html`<input type="hidden" name="tim" value="${text}">`,
    procedureChoices(shown, form.get('thu-tuc'), problems),
    found.length > shown.length &&
      html`<p class="muted">Còn ${found.length - shown.length} thủ tục nữa, anh/chị gõ thêm chữ để tìm.</p>`,
    textArea(
      {
        name: 'cach-goi',
        label: 'Cách người dân gọi',
        hint: 'Mỗi dòng một cách, viết có dấu. Bot tự hiểu viết tắt và không dấu.',
        value: form.get('cach-goi') ?? firstWordings(group),
        rows: 4,
      },
      problems,
    ),
    button('Thử và đưa vào dùng'),
  ])
}</section>`;
}

type Choice = { code: string; shortName: string };

function procedureChoices(
  choices: readonly Choice[],
  chosen: string | null,
  problems: readonly Problem[],
): Html {
  const problem = problems.find(({ field }) => field === 'thu-tuc');
  return html`<fieldset class="field" id="thu-tuc-chon"><legend>Thủ tục</legend>
${problem !== undefined && html`<p class="error">${problem.message}</p>`}
${choices.map(({ code, shortName }) => html`<label class="tick"><input type="radio" name="thu-tuc" value="${code}"${code === chosen && html` checked`}><span>${shortName} <span class="muted">${code}</span></span></label>`)}</fieldset>`;
}

function answerPart(visit: OfficerVisit, group: QuestionGroup, problems: readonly Problem[]): Html {
  const waysToAsk = textArea(
    {
      name: 'cach-hoi',
      label: 'Các cách hỏi',
      hint: 'Mỗi dòng một cách, ít nhất 4 cách, viết có dấu.',
      value: visit.form.get('cach-hoi') ?? firstWordings(group),
      rows: 6,
    },
    problems,
  );
  const typed = ANSWER_FIELDS.map(({ rows, ...field }) => {
    const given = { ...field, value: visit.form.get(field.name) ?? '' };
    return rows === undefined ? textField(given, problems) : textArea({ ...given, rows }, problems);
  });
  return html`<section aria-labelledby="viet"><h2 id="viet">Viết câu trả lời mới</h2>
${postForm(visit, pathOf(group, 'tra-loi'), [seen(group), typed, waysToAsk, button('Thử và đưa vào dùng')])}</section>`;
}

const ANSWER_FIELDS: readonly (Field & { rows?: number })[] = [
  { name: 'ten', label: 'Tên ngắn', hint: 'Hiện trên nút bấm, ví dụ “Đăng ký nuôi ong”' },
  {
    name: 'tra-loi',
    label: 'Câu trả lời',
    hint: 'Ngắn, dễ hiểu. Cách một dòng trống là sang đoạn mới.',
    rows: 7,
  },
  {
    name: 'nguon',
    label: 'Nguồn',
    hint: 'Văn bản, trang, hoặc bộ phận đã trả lời. Không có nguồn thì không đưa vào dùng.',
  },
  { name: 'dia-chi', label: 'Địa chỉ trang nguồn (nếu có)' },
];

function firstWordings({ wordings }: QuestionGroup): string {
  return wordings
    .slice(0, MOST_WORDINGS)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** What the officer saw: a question that comes meanwhile is not settled unread. */
function seen({ questions }: QuestionGroup): Html[] {
  return questions.map(({ id }) => html`<input type="hidden" name="cau" value="${id}">`);
}

function pathOf({ questions }: QuestionGroup, part?: string): string {
  const path = `/cau-hoi/${encodeURIComponent(questions[0]?.id ?? '')}`;
  return part === undefined ? path : `${path}/${part}`;
}
