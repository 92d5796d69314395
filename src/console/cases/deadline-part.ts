import { formatDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { WorkingCalendar } from '../../model/calendar.ts';
import type { Ticket } from '../../model/ticket.ts';
import { explainDeadline } from '../../pakn/deadline.ts';
import type { Step } from '../../pakn/counting.ts';
import { isEnded } from '../../pakn/urgency.ts';
import { isUnconfirmed } from '../../pakn/working-calendar.ts';
import { moment, said } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** By when the report must be answered, why, and how that was counted. */
export function deadlinePart({ commune }: OfficerVisit, ticket: Ticket): Html {
  const deadline = explainDeadline(ticket, commune.feedback, commune.calendar);
  return html`<section aria-labelledby="han"><h2 id="han">Hạn trả lời</h2>
<p><strong>${whenPart(ticket, deadline?.paused ?? false)}</strong></p>
${
  deadline !== undefined &&
  html`<p class="muted">${deadline.row.what}. ${deadline.basis}</p>
${doubtfulDays(deadline.steps, commune.calendar).map((words) => html`<p class="warn">${words}</p>`)}
<details><summary>Cách tính từng ngày</summary><ol class="steps">${deadline.steps.map(({ text, counted }) => html`<li${!counted && html` class="muted"`}>${text}</li>`)}</ol></details>`
}
${ticket.extensions.length > 0 && html`<p>Đã gia hạn: ${ticket.extensions.map(({ days, reason }, i) => html`${i > 0 && '; '}${days} ngày làm việc (${said(reason)})`)}.</p>`}
</section>`;
}

/** Days of the counting that may turn out to be off, or not: the due date may move by them. */
function doubtfulDays(steps: readonly Step[], calendar: WorkingCalendar): string[] {
  return steps
    .filter(({ day }) => isUnconfirmed(calendar, day))
    .map(({ day, counted }) => {
      const name = calendar.specialDays.get(day)?.name ?? '';
      const now = counted ? 'có tính vào thời hạn' : 'không tính vào thời hạn';
      return `${formatDay(day)} (${name}) cần xác nhận có nghỉ hay không. Đang ${now}; người biên tập đổi được ở lịch nghỉ.`;
    });
}

function whenPart(ticket: Ticket, paused: boolean): Html {
  const { dueAt, answer } = ticket;
  if (paused) return html`Tạm dừng, đang chờ người dân bổ sung`;
  if (dueAt === undefined) return html`Không có thời hạn`;
  if (!isEnded(ticket) || answer === undefined) return moment(dueAt);
  return html`${moment(dueAt)} · đã trả lời ${moment(answer.at)} (${answer.at <= dueAt ? 'đúng hạn' : 'trễ hạn'})`;
}
