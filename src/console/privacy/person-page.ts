import { type Html, html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import { CHANNEL_NAMES, DEEDS, STATES } from '../cases/words.ts';
import { moment, said } from '../frame/parts.ts';
import type { PersonData } from './person-data.ts';

/** What is stored about a person, to be read to them or printed. */
export function personPart({ tickets, session, messages, officerCalls }: PersonData): Html {
  const waiting = messages.filter(({ state }) => state !== 'sent');
  return html`<p class="warn">Hỏi kỹ để chắc người yêu cầu đúng là người trong hồ sơ. Cùng một số điện thoại có thể có nhiều người dùng; ghi chú nội bộ có thể nói tới người khác: xem lại trước khi đưa.</p>
<h2>Phản ánh (${tickets.length})</h2>
${tickets.length === 0 && html`<p class="empty">Không lưu phản ánh nào của người này.</p>`}
${tickets.map(ticketPart)}
<h2>Cuộc trò chuyện trên Zalo</h2>
<ul><li>${session === undefined ? 'Không lưu trạng thái trò chuyện.' : html`Lần cuối nhắn: ${moment(session.at)}.`}</li>
${session !== undefined && 'draft' in session && html`<li>Phản ánh đang viết dở: ${said(session.draft.content)}</li>`}
<li>Tin chưa gửi được: ${waiting.length}.${waiting.map(({ reply }) => html`<br>${said(reply.text)}`)}</li>
<li>Tin đã gửi: ${messages.length - waiting.length} (không giữ lời).</li>
<li>Lần nhờ gặp cán bộ: ${officerCalls.length}.${officerCalls.map(({ requestedAt }) => html` ${moment(requestedAt)}.`)}</li></ul>`;
}

function ticketPart(ticket: Ticket): Html {
  const { code, createdAt, channel, content, place, location, reporter, state, answer } = ticket;
  const rows: [string, Html | string | undefined][] = [
    ['Gửi lúc', html`${moment(createdAt)} · ${CHANNEL_NAMES[channel]}`],
    ['Nội dung', said(content)],
    ['Nơi xảy ra', place && said(place)],
    ['Vị trí', location && `${location.latitude}, ${location.longitude}`],
    ['Họ tên', reporter.name && said(reporter.name)],
    ['Điện thoại', reporter.phone && said(reporter.phone)],
    ['Địa chỉ', reporter.address && said(reporter.address)],
    ['Tài khoản Zalo', ticket.userId === '' ? undefined : ticket.userId],
    ['Ảnh, tệp', ticket.attachments.map(({ id }) => id).join(', ')],
    ['Trạng thái', STATES[state].name],
    ['Trả lời', answer && said(answer.text)],
    ['Đánh giá', ratingWords(ticket)],
    ['Đã công khai', ticket.publication && said(ticket.publication.result)],
  ];
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  return html`<section><h3><a href="/can-bo/phan-anh/${code}">${code}</a></h3>
<dl>${shown.map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>`)}</dl>
<details><summary>Diễn biến (${ticket.timeline.length})</summary><ul>${ticket.timeline.map(
    ({ at, act, text, audience }) =>
      html`<li>${moment(at)} ${DEEDS[act] ?? act}${audience === 'internal' && ' (nội bộ)'}${text !== undefined && html`: ${said(text)}`}</li>`,
  )}</ul></details></section>`;
}

function ratingWords({ rating }: Ticket): Html | undefined {
  if (rating === undefined) return undefined;
  const { satisfied, comment } = rating;
  return html`${satisfied ? 'Hài lòng' : 'Chưa hài lòng'}${comment !== undefined && html`: ${said(comment)}`}`;
}
