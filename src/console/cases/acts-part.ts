import { type Html, html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { ActName } from '../../pakn/acts.ts';
import { allowedActs, TRANSITIONS } from '../../pakn/transitions.ts';
import { button, postForm, said } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';
import type { ActForm } from './act-form.ts';
import { ACT_FORMS } from './act-forms.ts';
import type { CaseExtras } from './case-page.ts';
import { performerOf, rulesOf } from './desk-view.ts';

/** What moves a report on; the rest is folded away, so that thirteen buttons do not shout at once. */
const MAIN_ACTS: ReadonlySet<ActName> = new Set([
  'receive',
  'classify',
  'assign',
  'start',
  'answer',
  'submit',
  'approve',
  'return',
  'ask-resident',
  'resume',
  'unmerge',
  'close',
  'note',
]);

/** What this officer can do now: a button or a link for each act, and the form of the one that was chosen. */
export function actsPart(visit: OfficerVisit, ticket: Ticket, extras: CaseExtras): Html | false {
  const acts = actsOpen(visit, ticket);
  if (acts.length === 0) return false;
  const open = acts.find((name) => name === extras.open);
  const form = open && ACT_FORMS[open];
  const isMain = (name: ActName) => MAIN_ACTS.has(name) || (name === 'called' && ticket.callNeeded);
  const others = acts.filter((name) => !isMain(name));
  const isOther = open !== undefined && others.includes(open);
  const link = (name: ActName) => opener(visit, ticket, { name, open });
  return html`<section class="acts no-print" id="cac-viec" aria-labelledby="viec-can-lam"><h2 id="viec-can-lam">Việc có thể làm</h2>
<div class="row">${acts.filter(isMain).map(link)}</div>
${others.length > 0 && html`<details${isOther && html` open`}><summary>Việc khác</summary><div class="row">${others.map(link)}</div></details>`}
${open !== undefined && form?.fields !== undefined && formPart(visit, ticket, { ...extras, name: open, form })}</section>`;
}

/** What this officer may do to a report, of the things that the page has a form for. */
function actsOpen(visit: OfficerVisit, ticket: Ticket): ActName[] {
  const allowed = allowedActs(ticket, performerOf(visit), rulesOf(visit).policy);
  return Object.keys(ACT_FORMS).flatMap((key) => allowed.filter((name) => name === key));
}

type Opener = { name: ActName; open: ActName | undefined };

function opener(visit: OfficerVisit, ticket: Ticket, { name, open }: Opener): Html | false {
  const form = ACT_FORMS[name];
  if (form === undefined) return false;
  const { code, version } = ticket;
  if (form.fields === undefined) {
    const fields = html`<input type="hidden" name="lam" value="${name}"><input type="hidden" name="phien-ban" value="${version}">`;
    return postForm(visit, `/phan-anh/${code}/viec`, [fields, button(form.button)]);
  }
  const current = name === open && html` aria-current="true"`;
  return html`<a class="button plain" href="/can-bo/phan-anh/${code}?lam=${name}#cac-viec"${current}>${form.title}</a>`;
}

type Opened = CaseExtras & { name: ActName; form: ActForm };

function formPart(visit: OfficerVisit, ticket: Ticket, opened: Opened): Html {
  const { name, form, typed = new URLSearchParams(), problems = [], preview } = opened;
  const { code, version } = ticket;
  const tells = TRANSITIONS[name].tells !== undefined || name === 'submit';
  return html`<div class="act-form"><h3>${form.title}</h3>
${form.hint !== undefined && html`<p class="hint">${form.hint}</p>`}
${form.hasTemplates === true && templates(visit, ticket, name)}
${preview !== undefined && previewPart(preview)}
${postForm(visit, `/phan-anh/${code}/viec#cac-viec`, [
  html`<input type="hidden" name="lam" value="${name}"><input type="hidden" name="phien-ban" value="${version}">`,
  form.fields?.({ visit, ticket, typed, problems }),
  html`<div class="row">${button(form.button)}${tells && html`<button class="button plain" name="buoc" value="xem-truoc">Xem trước</button>`}</div>`,
])}</div>`;
}

function previewPart(preview: string): Html {
  if (preview === '') return html`<p class="warn">Xã đặt là không gửi tin cho việc này.</p>`;
  return html`<div role="status"><h4>Người dân sẽ thấy</h4><blockquote class="bubble office">${said(preview)}</blockquote></div>`;
}

/** Ready-made replies of this kind of report: plain links that fill the box. */
function templates({ commune }: OfficerVisit, ticket: Ticket, name: ActName): Html | false {
  const { code, category } = ticket;
  const all = commune.feedback.replyTemplates;
  const fitting = all.filter(({ categories }) => categories.includes(category));
  const offered = fitting.length > 0 ? fitting : all;
  return (
    offered.length > 0 &&
    html`<details><summary>Điền theo mẫu</summary><ul>${offered.map(({ id, title }) => html`<li><a href="/can-bo/phan-anh/${code}?lam=${name}&mau=${id}#cac-viec">${title}</a></li>`)}</ul></details>`
  );
}
