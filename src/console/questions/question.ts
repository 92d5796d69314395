import { z } from 'zod';
import type { Lesson, NewAliases, NewAnswer } from '../../knowledge/lesson.ts';
import { vietnamDay } from '../../lib/clock.ts';
import type { StaffChange } from '../../store/store.ts';
import { auditChange } from '../audit.ts';
import { cleanText, optionalText, readForm, requiredText } from '../frame/form.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, type OfficerVisit, redirect, type Route } from '../frame/route.ts';
import type { QuestionGroup } from './groups.ts';
import { questionPage } from './question-page.ts';
import { EDITORS, groupWith } from './questions-here.ts';

const allow = EDITORS;

/** One group of questions: looked at, taught, or passed over. */
export const questionRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/cau-hoi/:id',
    allow,
    handle: (visit) => withGroup(visit, (group) => questionPage(visit, group)),
  },
  {
    method: 'post',
    path: '/cau-hoi/:id/tra-loi',
    allow,
    handle: (visit) => withGroup(visit, (group) => writeAnswer(visit, group)),
  },
  {
    method: 'post',
    path: '/cau-hoi/:id/cach-goi',
    allow,
    handle: (visit) => withGroup(visit, (group) => addAliases(visit, group)),
  },
  {
    method: 'post',
    path: '/cau-hoi/:id/bo-qua',
    allow,
    handle: (visit) => withGroup(visit, (group) => passOver(visit, group)),
  },
];

const FEWEST_ALIASES = 4; // as the schema of answers wants it
const MOST_ALIASES = 30;
const alias = z.string().min(2).max(300, { error: 'Mỗi cách hỏi không dài quá 300 ký tự.' });

function aliasLines(fewest: number) {
  const error = `Ghi ít nhất ${fewest} cách hỏi, mỗi dòng một cách.`;
  return z
    .string()
    .default('')
    .transform((text) => linesOf(text, /\n/))
    .pipe(
      z
        .array(alias)
        .min(fewest, { error })
        .max(MOST_ALIASES, { error: `Không quá ${MOST_ALIASES} dòng.` }),
    );
}

const answerSchema = z.object({
  ten: requiredText('Ghi tên ngắn', 80),
  'tra-loi': requiredText('Ghi câu trả lời', 4000).transform((text) => linesOf(text, /\n\s*\n/)),
  nguon: requiredText('Ghi nguồn', 200).pipe(z.string().min(3, { error: 'Ghi nguồn rõ hơn.' })),
  'dia-chi': optionalText(500).pipe(
    z.url({ protocol: /^https?$/, error: 'Địa chỉ bắt đầu bằng https://' }).optional(),
  ),
  'cach-hoi': aliasLines(FEWEST_ALIASES),
});

const aliasSchema = z.object({
  'thu-tuc': z.string({ error: 'Chọn một thủ tục.' }),
  'cach-goi': aliasLines(1),
});

async function writeAnswer(visit: OfficerVisit, group: QuestionGroup): Promise<Answer> {
  const read = readForm(answerSchema, visit.form);
  if (!read.ok) return questionPage(visit, group, { problems: read.problems, reasons: [] });
  const {
    ten: title,
    'tra-loi': paragraphs,
    nguon,
    'dia-chi': url,
    'cach-hoi': aliases,
  } = read.value;
  const source = { title: nguon, url };
  return teach(visit, group, { kind: 'answer', title, paragraphs, source, aliases });
}

async function addAliases(visit: OfficerVisit, group: QuestionGroup): Promise<Answer> {
  const read = readForm(aliasSchema, visit.form);
  if (!read.ok) return questionPage(visit, group, { problems: read.problems, reasons: [] });
  const { 'thu-tuc': code, 'cach-goi': aliases } = read.value;
  return teach(visit, group, { kind: 'alias', code, aliases });
}

async function teach(
  visit: OfficerVisit,
  group: QuestionGroup,
  given: NewAnswer | NewAliases,
): Promise<Answer> {
  const { services, officer, now } = visit;
  const lesson: Lesson = {
    ...given,
    communeSlug: officer.communeSlug,
    by: officer.name,
    day: vietnamDay(now),
    questions: group.wordings.map(({ text }) => text),
  };
  const taught = await services.teach(lesson);
  if (!taught.ok) return questionPage(visit, group, { problems: [], reasons: taught.reasons });
  const after = [given.kind === 'answer' ? given.title : given.code, ...given.aliases].join('\n');
  const deed = { act: `knowledge.${given.kind}`, subject: taught.file, after };
  await services.store.keep([...settled(visit, group), auditChange(visit, deed)]);
  return redirect('/can-bo/cau-hoi', 'da-day');
}

async function passOver(visit: OfficerVisit, group: QuestionGroup): Promise<Answer> {
  const deed = { act: 'question.dismiss', subject: group.wordings[0]?.text ?? '' };
  await visit.services.store.keep([...settled(visit, group), auditChange(visit, deed)]);
  return redirect('/can-bo/cau-hoi', 'da-bo-qua');
}

/** The questions that stood on the officer's page, and of them only those of this group. */
function settled({ form }: OfficerVisit, { questions }: QuestionGroup): StaffChange[] {
  const seen = new Set(form.getAll('cau'));
  return questions
    .filter(({ id }) => seen.has(id))
    .map(({ id }) => ({ table: 'question', key: id, value: null }));
}

function withGroup(
  visit: OfficerVisit,
  show: (group: QuestionGroup) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const group = groupWith(visit, visit.params['id'] ?? '');
  return group === undefined ? notFound() : show(group);
}

function linesOf(text: string, end: RegExp): string[] {
  return cleanText(text)
    .split(end)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
