import { formatDay, vietnamDay } from '../lib/clock.ts';
import { type Html, html } from '../lib/html.ts';
import type { Ticket } from '../model/ticket.ts';
import { type Figures, figuresOf } from '../reports/figures.ts';
import { judge } from '../reports/judged.ts';
import { outcomeOf } from '../reports/outcome.ts';
import { twelveMonthsTo, within } from '../reports/period.ts';
import { page } from './page.ts';

const PAGE_SIZE = 20;

export type ResultsPage = {
  commune: { slug: string; name: string };
  /** Every report of the commune: those that were approved for publication are shown, all are counted. */
  tickets: readonly Ticket[];
  now: Date;
  /** Which page of the results; beyond the last, the last one. */
  number: number;
};

/**
 * What became of the reports of one commune. Only the words that a leader approved are shown: neither the resident's
 * own words nor the code, by which somebody could be asked after.
 */
export function resultsPage({ commune, tickets, now, number }: ResultsPage): string {
  const published = tickets.flatMap((ticket) => {
    const { publication } = ticket;
    return publication === undefined ? [] : [{ ticket, publication }];
  });
  published.sort((one, other) => other.publication.at.getTime() - one.publication.at.getTime());
  const pages = Math.max(1, Math.ceil(published.length / PAGE_SIZE));
  const here = Math.min(Math.max(1, number), pages);
  const shown = published.slice((here - 1) * PAGE_SIZE, here * PAGE_SIZE);
  const body = html`<header><p class="muted"><a href="/">Trợ lý Một cửa</a></p>
<h1>Kết quả xử lý phản ánh, kiến nghị – ${commune.name}</h1></header>
<main>${figuresPart(tickets, now)}
<h2>Việc đã có kết quả</h2>
${shown.length === 0 && html`<p>Chưa có kết quả nào được công khai.</p>`}
${shown.map(({ ticket, publication }) => resultPart(ticket, publication, now))}
${pagesPart(commune.slug, here, pages)}</main>
<p class="muted">Nội dung đã được lãnh đạo xã duyệt công khai; không nêu tên, số điện thoại, hình ảnh của người gửi. Muốn gửi phản ánh, anh/chị nhắn cho Zalo của xã.</p>`;
  return page({ title: `Kết quả xử lý phản ánh – ${commune.name}`, body });
}

/** Where the results of each commune are. */
export function communesPage(communes: readonly ResultsPage['commune'][]): string {
  const items = communes.map(
    ({ slug, name }) => html`<li><a href="/pakn?xa=${slug}">${name}</a></li>`,
  );
  const body = html`<h1>Kết quả xử lý phản ánh, kiến nghị</h1><p>Anh/chị chọn xã:</p><ul>${items}</ul>`;
  return page({ title: 'Kết quả xử lý phản ánh, kiến nghị', body });
}

function figuresPart(tickets: readonly Ticket[], now: Date): Html {
  const today = vietnamDay(now);
  const [first = today] = twelveMonthsTo({ from: today, to: today });
  const isIn = within({ from: `${first}-01`, to: today });
  const figures = figuresOf(tickets.filter(({ createdAt }) => isIn(createdAt)).map(judge), now);
  return html`<h2>Từ ${formatDay(`${first}-01`)} tới nay</h2><table>
${figureRows(figures).map(([title, value]) => html`<tr><th scope="row">${title}</th><td>${value}</td></tr>`)}</table>
<p class="muted">Việc quá hạn mà chưa có trả lời được tính là không đúng hạn. Tin không để lại tên hoặc số điện thoại, việc trùng và việc người gửi rút lại không tính.</p>`;
}

function figureRows({ count, onTimeRate, satisfiedRate, medianDays }: Figures): [string, string][] {
  return [
    ['Nhận được', `${number(count('received'))} phản ánh, kiến nghị và tin`],
    ['Đã xử lý xong', number(count('settled'))],
    ['Đúng hạn', shareWords(onTimeRate, count('counted'), 'việc đã tới hạn hoặc đã xong')],
    ['Quá hạn, chưa xong', number(count('late-open'))],
    [
      'Thời gian trả lời',
      medianDays === undefined
        ? 'Chưa có trả lời nào'
        : `Một nửa số việc được trả lời trong ${number(medianDays)} ngày`,
    ],
    ['Hài lòng', shareWords(satisfiedRate, count('rated'), 'đánh giá')],
  ];
}

function shareWords(share: number | undefined, whole: number, what: string): string {
  return share === undefined
    ? 'Chưa đủ số liệu'
    : `${percent.format(share)} của ${number(whole)} ${what}`;
}

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

function number(value: number): string {
  return decimal.format(value);
}

function resultPart(
  ticket: Ticket,
  { matter, result }: NonNullable<Ticket['publication']>,
  now: Date,
): Html {
  const { createdAt, answer, field } = ticket;
  const outcome = outcomeOf(ticket, now);
  const days = [
    `Gửi ${formatDay(vietnamDay(createdAt))}`,
    answer && `trả lời ${formatDay(vietnamDay(answer.at))}`,
    outcome === 'on-time' && 'đúng hạn',
    outcome === 'late' && 'trễ hạn',
  ].filter(Boolean);
  return html`<article><h3>${matter}</h3><p class="answer">${result}</p>
<p class="muted">${field !== undefined && `${field} · `}${days.join(', ')}</p></article>`;
}

function pagesPart(slug: string, here: number, pages: number): Html | false {
  const link = (to: number, title: string) =>
    html`<a href="/pakn?xa=${slug}&amp;trang=${to}">${title}</a>`;
  return (
    pages > 1 &&
    html`<nav aria-label="Các trang"><p>${here > 1 && link(here - 1, '← Mới hơn')} Trang ${here} trên ${pages} ${here < pages && link(here + 1, 'Cũ hơn →')}</p></nav>`
  );
}
