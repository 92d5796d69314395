import { type Html, html } from '../../lib/html.ts';
import { maskPhone } from '../../lib/mask.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { ActName } from '../../pakn/acts.ts';
import type { Problem } from '../frame/form.ts';
import { errorSummary, moment, postForm, said } from '../frame/parts.ts';
import { type Answer, mayUse, type OfficerVisit, page } from '../frame/route.ts';
import { actsPart } from './acts-part.ts';
import { attachmentsPart } from './attachments-part.ts';
import { stageBadge, stateBadge } from './badges.ts';
import { deadlinePart } from './deadline-part.ts';
import { rulesOf } from './desk-view.ts';
import { duplicatesPart } from './duplicates-part.ts';
import { timelinePart } from './timeline-part.ts';
import { CASE_STAFF, CATEGORY_NAMES, CHANNEL_NAMES, DISPATCHERS, STANDING_NAMES } from './words.ts';

/** What the page shows besides the report itself. */
export type CaseExtras = {
  /** The act whose form is open, and what was typed into it. */
  open?: ActName | undefined;
  typed?: URLSearchParams;
  problems?: readonly Problem[];
  /** What the resident will read; empty when nothing is sent. */
  preview?: string | undefined;
  /** The reporter's number is shown in full: somebody asked for it, and it was noted. */
  showsPhone?: boolean;
};

/** One report: what was said, what was done, by when, and what can be done now. */
export function casePage(visit: OfficerVisit, ticket: Ticket, extras: CaseExtras = {}): Answer {
  const { code, callNeeded, duplicateOf } = ticket;
  const { problems = [], showsPhone = false } = extras;
  const body = html`${errorSummary(problems)}
<p>${stateBadge(ticket)} ${stageBadge(ticket, rulesOf(visit))} <span class="muted">${CATEGORY_NAMES[ticket.category]}${ticket.field !== undefined && ` · ${ticket.field}`}</span></p>
${callNeeded && html`<p class="warn">Cần gọi điện cho người dân: tin Zalo không tới được, hoặc phản ánh không gửi qua Zalo. Gọi xong, ghi lại bằng “Đã gọi điện”.</p>`}
${duplicateOf !== undefined && html`<p class="warn">Đã gộp vào <a href="/can-bo/phan-anh/${duplicateOf}">${duplicateOf}</a>. Kết quả của phản ánh ấy được báo cho cả người gửi phản ánh này.</p>`}
<p class="jump no-print"><a href="#cac-viec">Tới việc có thể làm</a></p>
<div class="columns"><div>
<section aria-labelledby="noi-dung-pa"><h2 id="noi-dung-pa">Nội dung</h2><blockquote class="bubble resident">${said(ticket.content)}</blockquote>
${attachmentsPart(ticket)}</section>
${timelinePart(visit, ticket)}
</div><div>
${actsPart(visit, ticket, extras)}
${deadlinePart(visit, ticket)}
${factsPart(visit, ticket, showsPhone)}
${duplicatesPart(visit, ticket)}
</div></div>`;
  return page(`Phản ánh ${code}`, body, problems.length > 0 ? 400 : 200);
}

function factsPart(visit: OfficerVisit, ticket: Ticket, showsPhone: boolean): Html {
  const { code, channel, standing, createdAt, place, location, assignee, reporter } = ticket;
  const holder = assignee === undefined ? undefined : visit.services.store.officers.get(assignee);
  const mayTellData = mayUse({ allow: DISPATCHERS }, visit.officer.roles);
  return html`<section aria-labelledby="thong-tin"><h2 id="thong-tin">Thông tin</h2><dl>
<dt>Gửi lúc</dt><dd>${moment(createdAt)} · ${CHANNEL_NAMES[channel]}</dd>
<dt>Hình thức</dt><dd>${STANDING_NAMES[standing]}</dd>
<dt>Nơi xảy ra</dt><dd>${place === undefined ? 'Chưa rõ' : said(place)}${location !== undefined && html` <a href="${mapLink(location)}" rel="noopener noreferrer">Xem bản đồ</a>`}</dd>
<dt>Phụ trách</dt><dd>${holder?.name ?? 'Chưa giao'}</dd>
<dt>Người gửi</dt><dd>${reporter.name === undefined ? 'Không để lại tên' : said(reporter.name)}</dd>
<dt>Điện thoại</dt><dd>${phonePart(visit, ticket, showsPhone)}</dd>
${reporter.address !== undefined && html`<dt>Địa chỉ</dt><dd>${said(reporter.address)}</dd>`}
</dl><p class="no-print"><a href="/can-bo/phan-anh/${code}/bien-nhan">In giấy biên nhận</a>${mayTellData && html` · <a href="/can-bo/phan-anh/${code}/du-lieu">Dữ liệu của người gửi</a>`}</p></section>`;
}

function phonePart(visit: OfficerVisit, { code, reporter: { phone } }: Ticket, shows: boolean) {
  if (phone === undefined) return 'Không có';
  if (shows) return html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${said(phone)}</a>`;
  const mayCall = mayUse({ allow: CASE_STAFF }, visit.officer.roles);
  const reveal = html`<button class="link">Xem số (được ghi lại)</button>`;
  const action = `/phan-anh/${code}/so-dien-thoai`;
  return html`${said(maskPhone(phone))} ${mayCall && postForm(visit, action, reveal)}`;
}

function mapLink({ latitude, longitude }: NonNullable<Ticket['location']>): string {
  return `https://www.google.com/maps?q=${latitude},${longitude}`;
}
