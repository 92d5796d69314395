import { type Html, html } from '../../lib/html.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { type Answer, type OfficerVisit, page, type Route } from '../frame/route.ts';
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

const LABELS: Readonly<Record<Problem['severity'], { name: string; look: string }>> = {
  error: { name: 'Lỗi', look: 'red' },
  warning: { name: 'Cần xem', look: 'amber' },
  todo: { name: 'Xã cần điền', look: 'blue' },
  info: { name: 'Để biết', look: 'plain' },
};

function knowledgePage(visit: OfficerVisit): Answer {
  const { services } = visit;
  const files = problemsHere(visit);
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: Problem['severity']) =>
    all.filter((one) => one.severity === severity).length;
  const body = html`<p>${services.knowledge().procedures.size} thủ tục đang dùng. ${count('error')} lỗi, ${count('warning')} chỗ cần xem, ${count('todo')} chỗ xã cần điền. Tệp lỗi thì bản tốt gần nhất vẫn được dùng cho đến khi sửa xong.</p>
${files.length === 0 ? html`<p class="empty">Không có gì phải sửa.</p>` : files.map(filePart)}`;
  return page('Kiến thức của bot', body);
}

function filePart({ file, problems }: FileProblems): Html {
  return html`<section><h2><code>${file}</code></h2><ul>${problems.map(problemPart)}</ul></section>`;
}

function problemPart({ severity, path, message, remedy }: Problem): Html {
  const { name, look } = LABELS[severity];
  return html`<li><span class="badge ${look}">${name}</span>${path !== '' && html` <code>${path}</code>`} ${message} ${remedy}</li>`;
}
