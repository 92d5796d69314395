import { z } from 'zod';
import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { html } from '../../lib/html.ts';
import { formatMoment } from '../frame/parts.ts';
import type { Ticket } from '../../model/ticket.ts';
import { auditChange } from '../audit.ts';
import { optionalText, type Problem, readForm, requiredText } from '../frame/form.ts';
import {
  button,
  errorSummary,
  postForm,
  said,
  select,
  textArea,
  textField,
} from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, redirect, type Route } from '../frame/route.ts';
import { reporterFields, reporterShape } from './reporter-fields.ts';
import { performerOf, withTicket } from './desk-view.ts';
import { CASE_ROLES, CHANNEL_NAMES, DISPATCHERS } from './words.ts';

/** Reports that come by word of mouth, and the paper that the resident takes home. */
export const counterRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/ghi-phan-anh',
    menu: 'Ghi phản ánh',
    allow: DISPATCHERS,
    handle: (visit) => counterPage(visit, []),
  },
  { method: 'post', path: '/ghi-phan-anh', allow: DISPATCHERS, handle: fileReport },
  {
    method: 'get',
    path: '/phan-anh/:code/bien-nhan',
    allow: CASE_ROLES,
    handle: (visit) => withTicket(visit, (ticket) => receipt(visit, ticket)),
  },
];

const CHANNELS = ['counter', 'phone'] as const;

const reportSchema = z.object({
  kenh: z.enum(CHANNELS, { error: 'Chọn cách người dân gửi.' }),
  'noi-dung': requiredText('Ghi nội dung phản ánh', 5000),
  noi: optionalText(200),
  ...reporterShape,
});

async function fileReport(visit: OfficerVisit): Promise<Answer> {
  const { form, services } = visit;
  const read = readForm(reportSchema, form);
  if (!read.ok) return counterPage(visit, read.problems);
  const { kenh: channel, 'noi-dung': content, noi: place, ...rest } = read.value;
  const reporter = { name: rest['ho-ten'], phone: rest['dien-thoai'], address: rest['dia-chi'] };
  const report = { channel, content, place, reporter };
  const ticket = await services.file(report, performerOf(visit));
  await services.store.keep([auditChange(visit, { act: 'ticket.create', subject: ticket.code })]);
  return redirect(`/can-bo/phan-anh/${ticket.code}/bien-nhan`, 'da-ghi');
}

function counterPage(visit: OfficerVisit, problems: readonly Problem[]): Answer {
  const { form } = visit;
  const channels = CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value] }));
  const body = html`<div class="narrow">${errorSummary(problems)}
<p>Ghi thay người dân tới quầy hoặc gọi điện. Đọc lại cho người dân nghe trước khi lưu. Khiếu nại, tố cáo không ghi ở đây: hướng dẫn người dân gửi đơn tại nơi tiếp công dân.</p>
${postForm(visit, '/ghi-phan-anh', [
  select(
    { name: 'kenh', label: 'Người dân gửi', options: channels, value: form.get('kenh') ?? '' },
    problems,
  ),
  textArea(
    {
      name: 'noi-dung',
      label: 'Nội dung',
      value: form.get('noi-dung') ?? '',
      rows: 7,
      required: true,
    },
    problems,
  ),
  textField(
    {
      name: 'noi',
      label: 'Nơi xảy ra',
      hint: 'Thôn, xóm, gần chỗ nào',
      value: form.get('noi') ?? '',
    },
    problems,
  ),
  reporterFields(form, problems),
  html`<p class="hint">Họ tên, số điện thoại chỉ để hỏi thêm và báo kết quả; chỉ cán bộ xử lý xem được. Thiếu thì phản ánh được nhận làm tin tham khảo, không có thời hạn trả lời.</p>`,
  button('Lưu và in biên nhận'),
])}</div>`;
  return page('Ghi phản ánh', body, problems.length > 0 ? 400 : 200);
}

/** What the resident is given on paper. */
async function receipt(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { services, commune } = visit;
  await services.store.keep([auditChange(visit, { act: 'ticket.receipt', subject: ticket.code })]);
  const { code, createdAt, content, place, reporter, channel, standing, dueAt } = ticket;
  const { name, serviceCentre } = commune.commune;
  const body = html`<div class="paper"><p class="office-name">UBND ${name}</p>
<p>Mã phản ánh: <strong class="code">${code}</strong></p>
<dl><dt>Nhận lúc</dt><dd>${formatMoment(createdAt)} (${CHANNEL_NAMES[channel]})</dd>
<dt>Người gửi</dt><dd>${reporter.name === undefined ? '……………………………' : said(reporter.name)}</dd>
<dt>Nơi xảy ra</dt><dd>${place === undefined ? '……………………………' : said(place)}</dd>
<dt>Nội dung</dt><dd>${said(content)}</dd>
${dueAt !== undefined && html`<dt>Trả lời trước</dt><dd>${formatDay(vietnamDay(dueAt))}</dd>`}
${standing === 'note' && html`<dt>Ghi chú</dt><dd>Nhận làm tin tham khảo vì chưa đủ họ tên, điện thoại.</dd>`}</dl>
<p>Hỏi kết quả: đọc mã trên tại ${serviceCentre.name}${serviceCentre.phone !== null && `, điện thoại ${serviceCentre.phone}`}.</p>
<div class="signatures"><p>Người gửi<br><span class="muted">(ký, ghi rõ họ tên)</span></p><p>Người nhận<br><span class="muted">(ký, ghi rõ họ tên)</span></p></div></div>
<p class="no-print"><a href="/can-bo/phan-anh/${code}">Mở phản ánh</a> · In bằng Ctrl+P</p>`;
  return page('Giấy biên nhận phản ánh', body);
}
