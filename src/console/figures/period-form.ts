import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import { formatPeriod, type Period, recentNames } from '../../reports/period.ts';
import { button, textField } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { monthName } from './words.ts';

/** Chooses the period of a page: by name, or from one day to another. */
export function periodForm({ query, now }: OfficerVisit, path: string, period: Period): Html {
  const { months, quarters, years } = recentNames(vietnamDay(now));
  const isByDays = query.has('tu');
  const chosen = isByDays ? '' : (query.get('ky') ?? months[0]);
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
  return html`<div class="no-print"><form method="get" action="/can-bo${path}" class="row">
<div class="field"><label for="ky">Kỳ</label><select id="ky" name="ky">
<optgroup label="Tháng">${months.map((one) => option(one, `Tháng ${monthName(one)}`))}</optgroup>
<optgroup label="Quý">${quarters.map((one) => option(one, quarterName(one)))}</optgroup>
<optgroup label="Năm">${years.map((one) => option(one, `Năm ${one}`))}</optgroup></select></div>
${button('Xem')}</form>
<details${isByDays && html` open`}><summary>Chọn theo ngày</summary><form method="get" action="/can-bo${path}" class="row">
${textField({ name: 'tu', label: 'Từ ngày', type: 'date', value: period.from, required: true })}${textField({ name: 'den', label: 'Đến hết ngày', type: 'date', value: period.to, required: true })}${button('Xem', 'plain')}</form></details></div>
<p>Kỳ đang xem: <strong>${formatPeriod(period)}</strong></p>`;
}

/** `2026-q4` as `Quý 4/2026`. */
function quarterName(name: string): string {
  const [year = '', quarter = ''] = name.split('-q');
  return `Quý ${quarter}/${year}`;
}
