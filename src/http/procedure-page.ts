import { renderSVG } from 'uqr';
import { formatDay } from '../lib/clock.ts';
import { type Html, html, raw } from '../lib/html.ts';
import { fieldName } from '../knowledge/fields.ts';
import { isInForce } from '../knowledge/knowledge.ts';
import { type LocalPart, type LocalProcedure, localSource } from '../knowledge/override.ts';
import type { Fee, Procedure, ProcedureDocument, ProcessingTime } from '../knowledge/procedure.ts';
import {
  CHANNEL_WORDS,
  duration,
  feeAmount,
  feePeriod,
  feeScope,
  paperCondition,
  paperQuantity,
  timeScope,
} from '../knowledge/procedure-wording.ts';
import { page } from './page.ts';

export type ProcedurePage = {
  procedure: LocalProcedure;
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  day: string;
  /** What the QR opens: the chat, or this page. */
  qrUrl: string;
  qrLabel: string;
  /** The procedures that replace or go with this one. */
  linked: readonly Procedure[];
};

/** Everything known about a procedure on one page, with its source. */
export function procedurePage(input: ProcedurePage): string {
  const { procedure } = input;
  return page({
    title: `${procedure.shortName} – ${procedure.code}`,
    body: [header(input), main(input), footer(input)],
  });
}

function header({ procedure, day }: ProcedurePage): Html {
  const { shortName, name, code, field, summary, status, warnings } = procedure;
  const current = warnings.filter(({ from, to }) =>
    isInForce({ effectiveFrom: from, effectiveTo: to }, day),
  );
  return html`<header>
<p class="muted">${fieldName(field)} · Mã thủ tục ${code}</p>
<h1>${shortName}</h1>
${name === shortName ? '' : html`<p class="muted">Tên đầy đủ: ${name}</p>`}
${status === 'abolished' && html`<p class="note"><strong>Thủ tục này đã bãi bỏ.</strong> Xem thủ tục thay thế ở cuối trang.</p>`}
<p class="lead">${summary}</p>
${current.map(({ text }) => html`<p class="note">${text}</p>`)}
${links(procedure)}
</header>`;
}

function links({ links: { byCode, page: portal }, channels, status }: Procedure): Html | false {
  if (status === 'abolished') return false;
  const online = channels.some(({ kind }) => kind === 'online') ? byCode : null;
  return html`<p class="no-print">
${online !== null && html`<a class="button" href="${online}">Nộp trực tuyến</a>`}
${portal !== null && html`<a href="${portal}">Xem trên Cổng Dịch vụ công quốc gia</a>`}
</p>`;
}

function main({ procedure, day }: ProcedurePage): Html {
  const { agency, deadline, steps, documents, fees, feeExemptions, processingTime, channels } =
    procedure;
  return html`<main>
<h2>Nộp ở đâu</h2>
<p>Nộp tại: <strong>${agency.submitTo}</strong>.${agency.anywhere === true && ' Không bắt buộc nơi cư trú.'}<br>Nơi giải quyết: ${agency.decidedBy}.</p>
${channels.length > 0 && html`<p>Cách nộp: ${channels.map(({ kind }) => CHANNEL_WORDS[kind]).join(', ')}.</p>`}
${deadline !== undefined && html`<p class="note">${deadline}</p>`}
<h2>Giấy tờ cần có</h2>
${documents.length === 0 ? html`<p>Nguồn chưa ghi.</p>` : documents.map(({ case: when, items }) => documentsOf(when, items))}
<h2>Lệ phí</h2>
${fees.length === 0 ? html`<p>Nguồn chưa ghi mức thu.</p>` : html`<table>${fees.map((fee) => feeRow(fee, day))}</table>`}
${feeExemptions.length > 0 && html`<h3>Được miễn, giảm</h3>${list(feeExemptions)}`}
<h2>Thời hạn giải quyết</h2>
${processingTime.length === 0 ? html`<p>Nguồn chưa ghi.</p>` : html`<ul>${processingTime.map(timeRow)}</ul>`}
<h2>Các bước</h2>
${steps.length === 0 ? html`<p>Nguồn chưa ghi.</p>` : html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
${section('Kết quả', procedure.result)}
${section('Điều kiện', procedure.conditions)}
${section('Cần biết', procedure.notes)}
${procedure.legalBasis.length > 0 && html`<h2>Căn cứ pháp lý</h2><p>${procedure.legalBasis.join('; ')}.</p>`}
${section('Nguồn chưa ghi rõ', procedure.unknown)}
${section('Riêng tại địa phương', localLines(procedure))}
</main>`;
}

function documentsOf(when: string | undefined, items: readonly ProcedureDocument[]): Html {
  return html`${when !== undefined && html`<h3>${when}</h3>`}<ul>${items.map(documentRow)}</ul>`;
}

function documentRow(item: ProcedureDocument): Html {
  const { name, need, when, note, database, basis, until } = item;
  const counts = paperQuantity(item);
  const source = database === undefined ? '' : ` – cán bộ tra trong ${database}`;
  const term = until === undefined ? '' : `, đến hết ${formatDay(until)}`;
  const law = basis === undefined ? '' : ` (${basis}${term})`;
  return html`<li>${name}${counts !== '' && ` (${counts})`}
${need === 'show' && html`<span class="tag">chỉ xuất trình</span>`}
${need === 'not-needed' && html`<span class="tag">không phải nộp</span><span class="muted">${source}${law}</span>`}
${when !== undefined && html`<br><span class="muted">${paperCondition(when)}</span>`}
${note !== undefined && html`<br><span class="muted">${note}</span>`}</li>`;
}

function feeRow(fee: Fee, day: string): Html {
  const [scope, period] = [feeScope(fee), feePeriod(fee)];
  return html`<tr><th scope="row">${fee.what}${scope !== '' && html`<br><span class="muted">${scope}</span>`}</th>
<td>${feeAmount(fee)}${period !== '' && ` (${period})`}${!isInForce(fee, day) && html` <span class="tag">không áp dụng hôm nay</span>`}
${fee.kind !== 'other' && fee.note !== undefined && html`<br><span class="muted">${fee.note}</span>`}
${fee.basis !== undefined && html`<br><span class="muted">Theo ${fee.basis}</span>`}</td></tr>`;
}

function timeRow(time: ProcessingTime): Html {
  const scope = timeScope(time);
  return html`<li>${scope !== '' && `${scope}: `}${duration(time)}${time.note !== undefined && html`<br><span class="muted">${time.note}</span>`}</li>`;
}

function section(title: string, items: readonly string[]): Html | false {
  return items.length > 0 && html`<h2>${title}</h2>${list(items)}`;
}

function list(items: readonly string[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function footer({ procedure, qrUrl, qrLabel, linked }: ProcedurePage): Html {
  const { source, checkedOn, checkedBy } = procedure;
  const decision = source.decision === null ? '' : `, ${source.decision}`;
  return html`<footer>
${linked.length > 0 && html`<h2>Thủ tục liên quan</h2><ul>${linked.map(({ code, shortName }) => html`<li><a href="/tthc/${code}">${shortName}</a> (${code})</li>`)}</ul>`}
<h2>Nguồn</h2>
<p>${source.title}${decision}, dữ liệu ngày ${formatDay(source.asOf)}.<br>Đối chiếu gần nhất: ${formatDay(checkedOn)} (${checkedBy}). Nội dung để tham khảo; cán bộ tại quầy là người trả lời cuối cùng.</p>
<div class="qr">${raw(renderSVG(qrUrl, { border: 1 }))}</div>
<p class="muted">${qrLabel}</p>
</footer>`;
}

const LOCAL_NAMES: Readonly<Record<LocalPart, string>> = {
  submitTo: 'Nơi nộp',
  contact: 'Liên hệ',
  fees: 'Lệ phí',
  processingTime: 'Thời hạn',
  onlineLevel: 'Mức độ trực tuyến',
  notes: 'Điều cần biết',
  own: 'Cả thủ tục',
};

const LOCAL_PARTS: readonly LocalPart[] = [
  'own',
  'submitTo',
  'contact',
  'fees',
  'processingTime',
  'onlineLevel',
  'notes',
];

/** Which parts of the page are not national, and where they come from. */
function localLines(procedure: LocalProcedure): string[] {
  const contact = procedure.contact === undefined ? [] : [`Hỏi thêm: ${procedure.contact}.`];
  const hidden =
    procedure.hidden === undefined ? [] : [`Xã không làm thủ tục này: ${procedure.hidden}`];
  const marked = LOCAL_PARTS.flatMap((part) => {
    const source = localSource(procedure, part);
    return source === undefined ? [] : [`${LOCAL_NAMES[part]}: ${source}`];
  });
  return [...hidden, ...contact, ...marked];
}
