import { type Html, html } from '../../lib/html.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
import { titleOfFile } from './file-titles.ts';
import { placeWords } from './place-words.ts';
import { type FileProblems, KNOWLEDGE_KEEPERS, problemsHere } from './problems-here.ts';

/** The knowledge files that somebody should open: which, where in them, and how to mend it. */
export const knowledgeRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/kien-thuc',
    menu: 'Kiến thức',
    allow: KNOWLEDGE_KEEPERS,
    handle: knowledgePage,
  },
];

type Severity = Problem['severity'];

/** The parts of the page, the most pressing first. */
const PARTS: readonly {
  severity: Severity;
  id: string;
  title: string;
  look: string;
  hint: string;
}[] = [
  {
    severity: 'error',
    id: 'loi',
    title: 'Tệp bị lỗi',
    look: 'red',
    hint: 'Bản tốt gần nhất vẫn được dùng cho đến khi sửa xong.',
  },
  {
    severity: 'todo',
    id: 'can-dien',
    title: 'Xã cần điền',
    look: 'blue',
    hint: 'Chưa điền thì bot nói với người dân là chưa có thông tin.',
  },
  {
    severity: 'warning',
    id: 'can-xac-nhan',
    title: 'Cần xác nhận hoặc xem lại',
    look: 'amber',
    hint: 'Bot vẫn dùng; xem lại để chắc là đúng.',
  },
  { severity: 'info', id: 'de-biet', title: 'Để biết', look: 'plain', hint: 'Không phải sửa gì.' },
];

const OPEN_FILES = 12; // more would bury the parts below

function knowledgePage(visit: OfficerVisit): Answer {
  const files = problemsHere(visit);
  const shown = PARTS.filter(({ severity }) => withSeverity(files, severity).length > 0);
  const body = html`<p>Bot đang dùng ${visit.services.knowledge().procedures.size} thủ tục chung. Sửa tệp trong thư mục kiến thức bằng VS Code rồi lưu, vài giây sau trang này tự cập nhật. Cách sửa từng loại tệp: xem tệp README trong thư mục đó.</p>
${shown.length === 0 && html`<p class="empty">Không có gì phải sửa.</p>`}
${shown.map((part) => partOfPage(visit, part, withSeverity(files, part.severity)))}`;
  return page('Kiến thức của bot', body);
}

function withSeverity(files: readonly FileProblems[], severity: Severity): FileProblems[] {
  return files
    .map((one) => ({ ...one, problems: one.problems.filter((each) => each.severity === severity) }))
    .filter(({ problems }) => problems.length > 0)
    .sort((a, b) => nearness(a.file) - nearness(b.file));
}

/** The calendar moves due dates and the commune's own files are its own to mend: those first, procedures last. */
function nearness(file: string): number {
  const place = NEAREST.findIndex((folder) => file.startsWith(folder));
  return place === -1 ? NEAREST.length : place;
}

const NEAREST = ['calendar/', 'communes/', 'feedback/', 'answers/'];

type Part = (typeof PARTS)[number];

function partOfPage(visit: OfficerVisit, part: Part, files: readonly FileProblems[]): Html {
  const { id, title, look, hint } = part;
  const count = files.reduce((sum, { problems }) => sum + problems.length, 0);
  const [first, rest] = [files.slice(0, OPEN_FILES), files.slice(OPEN_FILES)];
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="badge ${look}">${count}</span></h2>
<p class="muted">${hint}</p>
${first.map((file) => filePart(visit, file))}
${rest.length > 0 && html`<details><summary>Xem ${rest.length} tệp nữa</summary>${rest.map((file) => filePart(visit, file))}</details>`}</section>`;
}

function filePart(visit: OfficerVisit, { file, problems }: FileProblems): Html {
  return html`<h3>${titleOfFile(visit, file)}</h3>
<p class="muted">Tệp <code>${file}</code></p><ul>${problems.map(problemPart)}</ul>`;
}

function problemPart({ path, message, remedy }: Problem): Html {
  return html`<li>${path !== '' && html`<strong>${placeWords(path)}:</strong> `}${message}<br><span class="muted">Việc cần làm: ${remedy}${path !== '' && html` Trong tệp: <code>${path}</code>.`}</span></li>`;
}
