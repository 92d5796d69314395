import { type Html, html } from '../../lib/html.ts';
import type { Figures } from '../../reports/figures.ts';
import type { GroupName } from '../../reports/judged.ts';
import { formatPeriod, type Period } from '../../reports/period.ts';
import { queryOf, type Selection } from './selection.ts';
import { changeWords, dayWords, GROUP_NAMES, numberWords, percentWords } from './words.ts';

/** The same figures of a period and of the one it is compared with. */
export type Compared = { now: Figures; before: Figures; period: Period; periodBefore: Period };

/** A number that leads to the reports it counts. */
export function rowsLink(selection: Selection, count: number): Html {
  return html`<a href="/can-bo/so-lieu/phan-anh?${queryOf(selection)}">${numberWords(count)}</a>`;
}

/** The main figures of the period beside those of the period before. */
export function summaryPart(compared: Compared): Html {
  const { period, periodBefore } = compared;
  return html`<table class="cards figures"><caption>Phản ánh, kiến nghị gửi trong kỳ, theo tình trạng lúc mở trang. Bấm vào số để xem từng phản ánh.</caption>
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">${formatPeriod(period)}</th><th scope="col">${formatPeriod(periodBefore)}</th><th scope="col">Thay đổi</th></tr></thead>
<tbody>${MAIN.map((name) => countRow(name, compared))}
${shareRow('Tỷ lệ đúng hạn', compared, ({ onTimeRate }) => onTimeRate, 'counted')}
${TIMES.map((name) => countRow(name, compared))}
${medianRow(compared)}
${shareRow('Tỷ lệ hài lòng', compared, ({ satisfiedRate }) => satisfiedRate, 'rated')}
${REST.map((name) => countRow(name, compared))}</tbody></table>
<p class="hint">Tỷ lệ đúng hạn = đúng hạn ÷ (đúng hạn + xong nhưng trễ + quá hạn chưa xong). Tin tham khảo, phản ánh trùng, phản ánh người dân rút lại và phản ánh không có thời hạn đứng ngoài tỷ lệ này. Phản ánh mở lại tính theo lần xử lý cuối. Thời gian trả lời tính từ lúc gửi tới lần trả lời cuối, kể cả ngày nghỉ.</p>`;
}

const MAIN = ['received', 'official', 'notes', 'settled', 'answered'] as const;
const TIMES = ['on-time', 'on-time-extended', 'late', 'late-open', 'running', 'no-limit'] as const;
const REST = ['published', 'reopened', 'forwarded', 'refused', 'repeats', 'withdrawn'] as const;

function countRow(group: GroupName, { now, before, period, periodBefore }: Compared): Html {
  const [count, countBefore] = [now.count(group), before.count(group)];
  return html`<tr><th scope="row">${GROUP_NAMES[group]}</th><td data-label="Kỳ này">${rowsLink({ period, group, parts: {} }, count)}</td>
<td data-label="Kỳ trước">${rowsLink({ period: periodBefore, group, parts: {} }, countBefore)}</td><td data-label="Thay đổi">${changeWords(count, countBefore, 'count')}</td></tr>`;
}

/** A share never stands without the number it is a share of. */
function shareRow(
  title: string,
  { now, before, period, periodBefore }: Compared,
  shareOf: (figures: Figures) => number | undefined,
  group: GroupName,
): Html {
  const cell = (figures: Figures, of: Period) =>
    html`<td data-label="${of === period ? 'Kỳ này' : 'Kỳ trước'}"><strong>${percentWords(shareOf(figures))}</strong> <span class="muted">trên ${rowsLink({ period: of, group, parts: {} }, figures.count(group))}</span></td>`;
  return html`<tr class="main-row"><th scope="row">${title}</th>${cell(now, period)}${cell(before, periodBefore)}<td data-label="Thay đổi">${changeWords(shareOf(now), shareOf(before), 'share')}</td></tr>`;
}

function medianRow({ now, before, period, periodBefore }: Compared): Html {
  const [days, daysBefore] = [now.medianDays, before.medianDays];
  const cell = (figures: Figures, of: Period) =>
    html`<td data-label="${of === period ? 'Kỳ này' : 'Kỳ trước'}">${dayWords(figures === now ? days : daysBefore)} <span class="muted">trên ${rowsLink({ period: of, group: 'answered', parts: {} }, figures.count('answered'))}</span></td>`;
  return html`<tr><th scope="row">Thời gian trả lời (trung vị)</th>${cell(now, period)}${cell(before, periodBefore)}<td data-label="Thay đổi">${changeWords(days, daysBefore, 'days')}</td></tr>`;
}
