import type { Ticket } from '../../model/ticket.ts';
import { ACT_NAMES } from '../../pakn/acts.ts';
import { auditChange } from '../audit.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, type OfficerVisit, redirect, type Route } from '../frame/route.ts';
import { isPicture } from './attachments-part.ts';
import { casePage } from './case-page.ts';
import { withTicket } from './desk-view.ts';
import { CASE_ROLES, CASE_STAFF } from './words.ts';

/** One report, and what is looked at beside it. Every look at personal data is noted. */
export const caseRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/phan-anh/:code',
    allow: CASE_ROLES,
    handle: (visit) => withTicket(visit, (ticket) => showCase(visit, ticket)),
  },
  {
    method: 'post',
    path: '/phan-anh/:code/so-dien-thoai',
    allow: CASE_STAFF,
    handle: (visit) => withTicket(visit, (ticket) => showPhone(visit, ticket)),
  },
  {
    method: 'post',
    path: '/phan-anh/:code/gui-lai',
    allow: CASE_STAFF,
    handle: (visit) => withTicket(visit, (ticket) => sendAgain(visit, ticket)),
  },
  {
    method: 'get',
    path: '/tep/:code/:id',
    allow: CASE_ROLES,
    handle: (visit) => withTicket(visit, (ticket) => showFile(visit, ticket)),
  },
];

async function showCase(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { query, services, commune } = visit;
  await services.store.keep([auditChange(visit, { act: 'ticket.read', subject: ticket.code })]);
  const open = ACT_NAMES.find((name) => name === query.get('lam'));
  const template = commune.feedback.replyTemplates.find(({ id }) => id === query.get('mau'));
  const typed = new URLSearchParams(template && { 'noi-dung': template.text });
  if (query.has('gop-vao')) typed.set('gop-vao', query.get('gop-vao') ?? '');
  return casePage(visit, ticket, { open, typed });
}

async function showPhone(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { services } = visit;
  await services.store.keep([auditChange(visit, { act: 'ticket.phone', subject: ticket.code })]);
  return casePage(visit, ticket, { showsPhone: true });
}

async function sendAgain(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { form, services } = visit;
  const id = form.get('tin') ?? '';
  const isOurs = ticket.timeline.some(({ messageIds }) => messageIds.includes(id));
  if (!isOurs || !(await services.resend(id))) {
    const message = 'Tin này không còn chờ gửi lại.';
    return casePage(visit, ticket, { problems: [{ field: '', message }] });
  }
  await services.store.keep([auditChange(visit, { act: 'ticket.resend', subject: ticket.code })]);
  return redirect(`/can-bo/phan-anh/${ticket.code}`, 'dang-gui-lai');
}

/** What an officer's own program opens is saved under an ending that it knows. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
};

/** A file is found by the report it belongs to and its number there: no name of anybody's becomes a path. */
async function showFile(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { params, services } = visit;
  const attachment = ticket.attachments.find(({ id }) => id === params['id']);
  if (attachment?.state !== 'kept') return notFound();
  const bytes = await services.openFile(ticket.code, attachment.id);
  if (bytes === undefined) return notFound();
  const subject = `${ticket.code}/${attachment.id}`;
  await services.store.keep([auditChange(visit, { act: 'ticket.file', subject })]);
  const { contentType = '' } = attachment;
  const isShown = isPicture(attachment);
  return {
    kind: 'file',
    bytes,
    contentType: isShown ? contentType : 'application/octet-stream',
    disposition: isShown ? 'inline' : 'attachment',
    name: `${ticket.code}-${attachment.id}${ENDINGS[contentType] ?? ''}`,
  };
}
