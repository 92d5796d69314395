import { vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Role } from '../../model/officer.ts';
import { standpointOf, ticketsHere } from '../cases/desk-view.ts';
import { countViews } from '../cases/views.ts';
import { CASE_ROLES, CASE_STAFF } from '../cases/words.ts';
import { type Answer, mayUse, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { EDITORS, questionGroupsHere } from '../questions/questions-here.ts';
import { waitingCalls } from '../talks/calls-here.ts';
import { unsentHere } from '../unsent/unsent-here.ts';
import { KNOWLEDGE_KEEPERS, problemsHere } from './problems-here.ts';

/** The first page: what waits for this officer. */
export const homeRoutes: readonly Route[] = [
  { method: 'get', path: '/', allow: 'signed-in', handle: home },
];

const SOON_MS = 30 * 86_400_000;

type Work = { title: string; count: number; href: string };

async function home(visit: OfficerVisit): Promise<Answer> {
  const works = worksFor(visit);
  const waiting = works.filter(({ count }) => count > 0);
  const health = holds(visit, ['admin']) ? await healthPart(visit) : false;
  const body = html`<section aria-labelledby="viec-can-lam"><h2 id="viec-can-lam">Việc cần làm</h2>
${waiting.length === 0 ? html`<p class="empty">Không có việc nào đang chờ anh/chị.</p>` : html`<ul class="works">${waiting.map(workPart)}</ul>`}
${
  works.length > waiting.length &&
  waiting.length > 0 &&
  html`<p class="muted">Không có gì ở: ${works
    .filter(({ count }) => count === 0)
    .map(({ title }) => title.toLowerCase())
    .join(', ')}.</p>`
}</section>
${health}`;
  return page(`Chào ${visit.officer.name}`, body);
}

function workPart({ title, count, href }: Work): Html {
  return html`<li><a href="/can-bo${href}"><strong>${count}</strong> ${title}</a></li>`;
}

function worksFor(visit: OfficerVisit): Work[] {
  return [
    ...(holds(visit, CASE_ROLES) ? caseWorks(visit) : []),
    ...(holds(visit, CASE_STAFF) ? messageWorks(visit) : []),
    ...(holds(visit, EDITORS) ? [questionWork(visit)] : []),
    ...(holds(visit, KNOWLEDGE_KEEPERS) ? [knowledgeWork(visit), calendarWork(visit)] : []),
  ];
}

/** The lists of the inbox that mean work. */
const CASE_WORKS = [
  ['moi', 'Phản ánh mới'],
  ['cua-toi', 'Phản ánh giao cho tôi'],
  ['qua-han', 'Phản ánh quá hạn'],
  ['sap-han', 'Phản ánh sắp hạn'],
  ['cho-duyet', 'Trả lời chờ duyệt'],
  ['goi-dien', 'Người dân cần gọi điện'],
] as const;

function caseWorks(visit: OfficerVisit): Work[] {
  const counts = countViews(ticketsHere(visit), standpointOf(visit));
  return CASE_WORKS.map(([view, title]) => ({
    title,
    count: counts.get(view) ?? 0,
    href: `/phan-anh?xem=${view}`,
  }));
}

function messageWorks(visit: OfficerVisit): Work[] {
  const { failed, setAside } = unsentHere(visit);
  return [
    { title: 'Người dân chờ trò chuyện', count: waitingCalls(visit).length, href: '/tro-chuyen' },
    { title: 'Tin chưa tới người dân', count: failed.length + setAside.length, href: '/chua-gui' },
  ];
}

function questionWork(visit: OfficerVisit): Work {
  const count = questionGroupsHere(visit).length;
  return { title: 'Câu hỏi bot chưa trả lời được', count, href: '/cau-hoi' };
}

function knowledgeWork(visit: OfficerVisit): Work {
  const files = problemsHere(visit).filter(({ worst }) => worst === 'error');
  return { title: 'Tệp kiến thức bị hỏng', count: files.length, href: '/kien-thuc' };
}

/** Days off that nothing confirms yet and that soon move due dates. */
function calendarWork({ commune, now }: OfficerVisit): Work {
  const [from, to] = [vietnamDay(now), vietnamDay(new Date(now.getTime() + SOON_MS))];
  const soon = [...commune.calendar.specialDays].filter(
    ([day, { confirmed }]) => !confirmed && from <= day && day <= to,
  );
  const title = 'Ngày nghỉ sắp tới cần xác nhận';
  return { title, count: soon.length, href: '/kien-thuc#can-xac-nhan' };
}

/** For who looks after the machine: what is not well with it. */
async function healthPart({ services }: OfficerVisit): Promise<Html | false> {
  const notes = (await services.health()).filter(({ state }) => state !== 'ok');
  return (
    notes.length > 0 &&
    html`<section aria-labelledby="suc-khoe"><h2 id="suc-khoe">Máy chủ cần xem</h2>
${notes.map(({ name, message, remedy }) => html`<p class="warn"><strong>${name}:</strong> ${message} ${remedy}</p>`)}</section>`
  );
}

function holds({ officer }: OfficerVisit, roles: readonly Role[]): boolean {
  return mayUse({ allow: roles }, officer.roles);
}
