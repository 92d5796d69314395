import { formatDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import { type Asked, askedIn, talliesIn } from '../../reports/asked.ts';
import { formatPeriod, type Period } from '../../reports/period.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { openQuestions, shownThing, talliesHere } from './asked-here.ts';
import { changeWords, numberWords, percentWords } from './words.ts';

const MOST_SHOWN = 10;

/** How the counts of the bot's work are called, on the page and in what is exported. */
export const ASKED_NAMES = {
  asked: 'Câu hỏi gửi cho bot',
  answered: 'Bot trả lời được',
  askedBack: 'Bot hỏi lại cho rõ',
  unknown: 'Bot chưa trả lời được',
  missed: 'Người dân nói chưa đúng ý',
} as const;

type Periods = { period: Period; before: Period };

/** What residents asked the bot: how much, how much of it in vain, and what about. */
export function askedPart(visit: OfficerVisit, { period, before }: Periods): Html {
  const tallies = talliesHere(visit);
  const now = askedIn(talliesIn(tallies, period));
  const earlier = talliesIn(tallies, before);
  const first = tallies.map(({ day }) => day).sort()[0];
  // Nothing can be said of a time in which nobody counted.
  const then = first !== undefined && first <= before.to ? askedIn(earlier) : undefined;
  const waiting = openQuestions(visit, period).length;
  return html`<h2>Câu hỏi gửi cho bot</h2>
<table class="cards figures"><caption>Bấm vào số để xem từng ngày.</caption>
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">${formatPeriod(period)}</th><th scope="col">${formatPeriod(before)}</th><th scope="col">Thay đổi</th></tr></thead>
<tbody>${COUNTS.map((name) => countRow(name, { now, then, period, before }))}${rateRow(now, then)}</tbody></table>
<p>Câu bot chưa trả lời được trong kỳ, còn chờ xử lý: <a href="${addressOf(period)}#cho-xu-ly"><strong>${numberWords(waiting)}</strong></a>.</p>
${mostShown(visit, now)}
<p class="hint">${first === undefined ? 'Chưa đếm được câu hỏi nào.' : `Đếm từ ${formatDay(first)}.`} Chỉ đếm tin nhắn tới Zalo OA của xã, không đếm trò chuyện thử. Lời chào, phản ánh và bấm nút không tính là câu hỏi; câu bot trả lời “chưa biết” là câu chưa trả lời được.</p>`;
}

const COUNTS = ['asked', 'answered', 'askedBack', 'unknown', 'missed'] as const;

type Row = Periods & { now: Asked; then: Asked | undefined };

function countRow(name: (typeof COUNTS)[number], { now, then, period, before }: Row): Html {
  const link = (asked: Asked, of: Period) =>
    html`<a href="${addressOf(of)}">${numberWords(asked[name])}</a>`;
  return html`<tr><th scope="row">${ASKED_NAMES[name]}</th><td data-label="Kỳ này">${link(now, period)}</td>
<td data-label="Kỳ trước">${then === undefined ? '–' : link(then, before)}</td><td data-label="Thay đổi">${changeWords(now[name], then?.[name], 'count')}</td></tr>`;
}

function rateRow(now: Asked, then: Asked | undefined): Html {
  const cell = (asked: Asked) =>
    html`<strong>${percentWords(asked.unknownRate)}</strong> <span class="muted">trên ${numberWords(asked.asked)}</span>`;
  return html`<tr class="main-row"><th scope="row">Tỷ lệ chưa trả lời được</th><td data-label="Kỳ này">${cell(now)}</td><td data-label="Kỳ trước">${then === undefined ? '–' : cell(then)}</td>
<td data-label="Thay đổi">${changeWords(now.unknownRate, then?.unknownRate, 'share')}</td></tr>`;
}

function mostShown(visit: OfficerVisit, { shown }: Asked): Html | false {
  if (shown.length === 0) return false;
  const row = ({ id, count }: Asked['shown'][number]) => {
    const { kind, name, page } = shownThing(visit, id);
    const title = page === undefined ? name : html`<a href="${page}">${name}</a>`;
    return html`<tr><th scope="row">${title}</th><td data-label="Loại">${kind}</td><td data-label="Số lần">${numberWords(count)}</td></tr>`;
  };
  return html`<h3>Được hỏi nhiều nhất</h3><table class="cards figures"><thead><tr><th scope="col">Nội dung</th><th scope="col">Loại</th><th scope="col">Số lần</th></tr></thead>
<tbody>${shown.slice(0, MOST_SHOWN).map(row)}</tbody></table>`;
}

/** Where the days of a period stand one by one. */
export function addressOf({ from, to }: Period): string {
  return `/can-bo/so-lieu/cau-hoi?tu=${from}&den=${to}`;
}
