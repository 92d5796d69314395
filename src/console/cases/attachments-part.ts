import { type Html, html } from '../../lib/html.ts';
import { PICTURE_TYPES } from '../../lib/bare-picture.ts';
import type { Attachment, Ticket } from '../../model/ticket.ts';
import { said } from '../frame/parts.ts';

/** What a resident sent with the report: pictures to look at, PDFs to save, and why the rest is not there. */
export function attachmentsPart({ code, attachments }: Ticket): Html | false {
  return (
    attachments.length > 0 &&
    html`<ul class="files">${attachments.map((one, i) => html`<li>${attachmentPart(code, one, i + 1)}</li>`)}</ul>`
  );
}

/** Whether browsers may show it by themselves. Anything else is only ever saved. */
export function isPicture({ contentType }: Attachment): boolean {
  return PICTURE_TYPES.some((type) => type === contentType);
}

function attachmentPart(code: string, attachment: Attachment, number: number): Html {
  const { id, kind, state, reason, contentType } = attachment;
  const title = `${kind === 'image' || isPicture(attachment) ? 'Ảnh' : 'Tệp'} ${number}`;
  const href = `/can-bo/tep/${code}/${id}`;
  if (state === 'waiting') return html`<span class="muted">${title}: đang tải về</span>`;
  if (state === 'refused') {
    return html`<span class="muted">${title}: không nhận${reason !== undefined && html` (${said(reason)})`}</span>`;
  }
  if (isPicture(attachment)) {
    return html`<a href="${href}"><img src="${href}" alt="${title} người dân gửi" loading="lazy"></a>`;
  }
  return html`<a href="${href}">${title}${contentType === 'application/pdf' && ' PDF'} (tải về)</a>`;
}
