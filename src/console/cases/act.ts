import type { Ticket } from '../../model/ticket.ts';
import { type Act, ACT_NAMES } from '../../pakn/acts.ts';
import { perform } from '../../pakn/perform.ts';
import type { Problem } from '../frame/form.ts';
import { type Answer, type OfficerVisit, redirect, type Route } from '../frame/route.ts';
import { ACT_FORMS } from './act-forms.ts';
import { casePage } from './case-page.ts';
import { performerOf, rulesOf, withTicket } from './desk-view.ts';
import { CASE_STAFF } from './words.ts';

/** Everything that is done to a report, after a look at what the resident will read. */
export const actRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/phan-anh/:code/viec',
    allow: CASE_STAFF,
    handle: (visit) => withTicket(visit, (ticket) => act(visit, ticket)),
  },
];

async function act(visit: OfficerVisit, ticket: Ticket): Promise<Answer> {
  const { form, services } = visit;
  const open = ACT_NAMES.find((one) => one === form.get('lam'));
  const refuse = (problems: readonly Problem[]) =>
    casePage(visit, ticket, { open, typed: form, problems });
  if (open === undefined) return refuse([]);
  const read = ACT_FORMS[open]?.read(form, visit);
  if (read?.ok !== true) return refuse(read?.problems ?? []);
  if (form.get('buoc') === 'xem-truoc') {
    const preview = residentWillRead(visit, ticket, read.value);
    return casePage(visit, ticket, { open, typed: form, ...preview });
  }
  if (form.get('phien-ban') !== String(ticket.version)) return refuse([changedMeanwhile(ticket)]);
  const done = await services.act(ticket.code, read.value, performerOf(visit));
  if (!done.ok) return refuse([{ field: '', message: done.reason }]);
  // To the top, where the notice is: without a place of its own the address would keep that of the form.
  return redirect(`/can-bo/phan-anh/${ticket.code}`, 'da-luu', 'trang');
}

/** Somebody else was quicker: what they did must be seen before anything is sent on top of it. */
function changedMeanwhile({ timeline }: Ticket): Problem {
  const last = timeline.at(-1)?.by;
  const who = last?.type === 'officer' ? last.name : 'Người khác';
  return {
    field: '',
    message: `${who} vừa thay đổi phản ánh này. Anh/chị xem lại bên dưới rồi gửi lần nữa.`,
  };
}

type Preview = { preview?: string; problems: readonly Problem[] };

/** The message that an act sends. What is submitted for approval is shown as it will read once approved. */
function residentWillRead(visit: OfficerVisit, ticket: Ticket, given: Act): Preview {
  const rules = rulesOf(visit);
  const isDraft = given.name === 'submit';
  const tried: Act = isDraft ? { name: 'answer', text: given.text } : given;
  const policy = isDraft ? { ...rules.policy, approval: 'one' as const } : rules.policy;
  const done = perform(ticket, tried, performerOf(visit), { ...rules, policy });
  if (!done.ok) return { problems: [{ field: '', message: done.reason }] };
  return { preview: done.tell?.text ?? '', problems: [] };
}
