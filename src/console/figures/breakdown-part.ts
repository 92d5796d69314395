import { type Html, html } from '../../lib/html.ts';
import type { Slice } from '../../reports/breakdown.ts';
import type { Aspect } from '../../reports/parts.ts';
import type { GroupName } from '../../reports/judged.ts';
import type { Period } from '../../reports/period.ts';
import { barChart, lineChart } from './chart.ts';
import { rowsLink } from './summary-part.ts';
import { ASPECT_NAMES, monthName, numberWords, partName, percentWords } from './words.ts';

const COLUMNS: readonly GroupName[] = ['received', 'settled', 'late', 'late-open'];

/** One table: a line for each thôn, field, kind or month. */
export function breakdownPart(slices: readonly Slice[], aspect: Aspect, period: Period): Html {
  const row = ({ key, name, figures }: Slice) => {
    const parts = { [aspect]: key };
    const cell = (group: GroupName) =>
      html`<td>${rowsLink({ period, group, parts }, figures.count(group))}</td>`;
    return html`<tr><th scope="row">${partName(aspect, { key, name })}</th>${COLUMNS.map(cell)}
<td>${percentWords(figures.onTimeRate)}</td><td>${percentWords(figures.satisfiedRate)} <span class="muted">(${numberWords(figures.count('rated'))})</span></td></tr>`;
  };
  return html`<div class="wide"><table class="figures"><thead><tr><th scope="col">${ASPECT_NAMES[aspect]}</th><th scope="col">Nhận</th><th scope="col">Xong</th><th scope="col">Xong trễ</th><th scope="col">Quá hạn</th><th scope="col">Đúng hạn</th><th scope="col">Hài lòng (số đánh giá)</th></tr></thead>
<tbody>${slices.map(row)}</tbody></table></div>`;
}

/** How much came and how much was in time, month by month, drawn and as a table. */
export function monthsPart(months: readonly Slice[], period: Period): Html {
  const points = months.map(({ key, figures }) => {
    const count = figures.count('received');
    return { label: shortMonth(key), value: count, words: numberWords(count) };
  });
  const rates = months.map(({ key, figures: { onTimeRate } }) => ({
    label: shortMonth(key),
    value: onTimeRate,
    words: onTimeRate === undefined ? 'chưa có' : `${Math.round(onTimeRate * 100)}%`,
  }));
  const received = 'Số phản ánh nhận được mỗi tháng';
  const onTime = 'Tỷ lệ đúng hạn mỗi tháng';
  return html`<div class="columns"><div>
<h3>${received}</h3>${barChart({ id: 'nhan', title: received, points })}
<h3>${onTime}</h3>${lineChart({ id: 'dung-han', title: onTime, points: rates, most: 1 })}
</div><div>${breakdownPart(months, 'month', period)}</div></div>`;
}

/** `11/26`: a month as it fits under a bar. */
function shortMonth(month: string): string {
  const [name = '', year = ''] = monthName(month).split('/');
  return `${name}/${year.slice(2)}`;
}
