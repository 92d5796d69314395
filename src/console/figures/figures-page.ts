import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import { breakdown, type Slice } from '../../reports/breakdown.ts';
import { figuresOf } from '../../reports/figures.ts';
import type { Judged } from '../../reports/judged.ts';
import { type Period, periodBefore, twelveMonthsTo } from '../../reports/period.ts';
import { type Answer, type OfficerVisit, page } from '../frame/route.ts';
import { askedPart } from './asked-part.ts';
import { breakdownPart, monthsPart } from './breakdown-part.ts';
import { periodForm } from './period-form.ts';
import { periodOf, reportsHere, sentIn } from './selection.ts';
import { rowsLink, summaryPart } from './summary-part.ts';
import { numberWords, percentWords } from './words.ts';

/** What the commune's reports come to in a period. */
export function figuresPage(visit: OfficerVisit): Answer {
  const { now, query } = visit;
  const reports = reportsHere(visit);
  const period = periodOf(query, now);
  const before = periodBefore(period, vietnamDay(now));
  const current = sentIn(reports, period);
  const compared = {
    now: figuresOf(current, now),
    before: figuresOf(sentIn(reports, before), now),
    period,
    periodBefore: before,
  };
  const year = lastTwelveMonths(reports, period, now);
  const body = html`${periodForm(visit, '/so-lieu', period)}
${summaryPart(compared)}
<h2>Mười hai tháng tới hết kỳ</h2>${monthsPart(year.months, year.period)}
<h2>Theo thôn, xóm, tổ</h2>${breakdownPart(breakdown(current, 'village', now), 'village', period)}
<p class="hint">Thôn được đọc từ nơi xảy ra hoặc lời người dân; ai không nói rõ thì đứng ở dòng cuối.</p>
<h2>Theo lĩnh vực</h2>${breakdownPart(breakdown(current, 'field', now), 'field', period)}
<h2>Theo loại</h2>${breakdownPart(breakdown(current, 'category', now), 'category', period)}
${reformPart(current, period, now)}
${askedPart(visit, { period, before })}`;
  return page('Số liệu', body);
}

/** The months of the year that ends with a period; a month without reports is shown empty, not left out. */
function lastTwelveMonths(reports: readonly Judged[], period: Period, now: Date) {
  const names = twelveMonthsTo(period);
  const [first = ''] = names;
  const whole = { from: `${first}-01`, to: period.to };
  const slices = new Map(
    breakdown(sentIn(reports, whole), 'month', now).map((slice) => [slice.key, slice]),
  );
  const empty = figuresOf([], now);
  const months = names.map((key): Slice => slices.get(key) ?? { key, name: '', figures: empty });
  return { months, period: whole };
}

/** What plans for administrative reform ask communes to report, as far as reports can tell it. */
function reformPart(reports: readonly Judged[], period: Period, now: Date): Html {
  const procedural = reports.filter(({ ticket }) => ticket.category === 'procedure');
  const figures = figuresOf(procedural, now);
  const parts = { category: 'procedure' };
  return html`<h2>Dùng cho báo cáo cải cách hành chính</h2>
<p>Phản ánh, kiến nghị về quy định hành chính và việc giải quyết thủ tục hành chính: tiếp nhận ${rowsLink({ period, group: 'received', parts }, figures.count('received'))}, đã xử lý xong ${rowsLink({ period, group: 'settled', parts }, figures.count('settled'))}, quá hạn chưa xong ${rowsLink({ period, group: 'late-open', parts }, figures.count('late-open'))}, tỷ lệ đúng hạn ${percentWords(figures.onTimeRate)}, tỷ lệ hài lòng ${percentWords(figures.satisfiedRate)} (${numberWords(figures.count('rated'))} đánh giá).</p>
<p class="hint">Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn và mức độ hài lòng khi làm hồ sơ không tính được từ đây: lấy ở Hệ thống thông tin giải quyết thủ tục hành chính và kết quả khảo sát.</p>`;
}
