import type { Plan, PlanTask } from '../../knowledge/plan.ts';
import type { TextEvent } from '../../model/event.ts';
import type { Hit } from '../../search/search.ts';
import { tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import * as show from '../plan-texts.ts';
import type { Handler, Here, Outcome, Turn } from '../turn.ts';

const QUARTERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
};
/** The words that ask for a part of a plan, and the part. */
const ASPECTS: readonly (readonly [RegExp, string])[] = [
  [/\b(ai|phong nao|don vi nao|co quan nao|chu tri|phu trach)\b/g, 'who'],
  [/\b(chi tieu|muc tieu|ty le|phan tram|bao nhieu)\b/g, 'targets'],
  [/\b(noi dung|hinh thuc|tuyen truyen gi|nhung gi)\b/g, 'contents'],
];

/** Answers about the commune's plans: the tasks that were asked about, or the plan as a whole. */
export function answerPlan(
  turn: Turn,
  hits: readonly Pick<Hit, 'id' | 'part'>[],
  question = '',
): Outcome | undefined {
  const published = publishedPlans(turn.here);
  const plans = hits.flatMap(({ id, part }) => {
    const plan = published.find((candidate) => candidate.id === id);
    return plan === undefined ? [] : [{ plan, part }];
  });
  const [best] = plans;
  if (best === undefined) return undefined;
  const text = plans
    .map(
      ({ plan, part }) => `${planPart(plan, part ?? aspectOf(question))}\n${show.planSource(plan)}`,
    )
    .join('\n\n');
  return planOutcome(turn, best.plan, text);
}

/** Answers "quý III làm gì" and "tháng 7 xã làm gì" from the due dates of all plans of the commune. */
export const planByPeriod: Handler<TextEvent> = (turn) => {
  const period = periodIn(turn.event.text);
  const plans = publishedPlans(turn.here);
  const [plan] = plans;
  if (period === undefined || plan === undefined || asksForProcedure(turn)) return undefined;
  const sections = plans.flatMap((one) => {
    const tasks = one.tasks.filter((task) => isDueIn(task, period, one));
    return tasks.length === 0 ? [] : [`${show.taskList(tasks)}\n${show.planSource(one)}`];
  });
  const heading = `Dạ, ${period.name} theo kế hoạch:`;
  const none = `Dạ, kế hoạch không ghi việc riêng cho ${period.name}; các việc còn lại làm cả năm hoặc thường xuyên.`;
  const text =
    sections.length === 0
      ? `${none}\n${show.planSource(plan)}`
      : [heading, ...sections].join('\n\n');
  return planOutcome(turn, plan, text);
};

/** Answers "ai phụ trách?" and "chỉ tiêu?" about the plan just shown. */
export const planFollowUp: Handler<TextEvent> = (turn) => {
  const { event, session, here } = turn;
  const part = aspectOf(event.text);
  if (session.topic?.kind !== 'plan' || part === undefined) return undefined;
  const rest = ASPECTS.reduce((words, [asks]) => words.replace(asks, ' '), foldedWords(event.text));
  if (here.search(rest).hasSubject) return undefined;
  return answerPlan(turn, [{ id: session.topic.id, part }]);
};

function publishedPlans({ local }: Here): Plan[] {
  return local.plans.filter(({ status }) => status === 'published');
}

/** "Tháng 12 tôi cưới thì phải làm gì" names a month, but asks for no plan. */
function asksForProcedure({ event, here }: Turn<TextEvent>): boolean {
  const rest = event.text.replace(/(quý|quy|tháng|thang)\s+\S+/giu, ' ');
  const { band, hits, hasSubject } = here.search(rest);
  return hasSubject && band !== 'none' && hits[0]?.kind === 'procedure';
}

function planOutcome(turn: Turn, plan: Plan, text: string): Outcome {
  const choices = [
    say('Ai phụ trách', { do: 'plan', id: plan.id, part: 'who' }),
    say('Chỉ tiêu', { do: 'plan', id: plan.id, part: 'targets' }),
    say('Nội dung, hình thức', { do: 'plan', id: plan.id, part: 'contents' }),
  ];
  return answer(turn, [message(text, choices)], {
    handler: 'plan',
    kind: 'plan',
    topic: { kind: 'plan', id: plan.id },
    shown: [plan.id],
  });
}

const PLAN_PARTS: Readonly<Record<string, (plan: Plan) => string>> = {
  who: show.whoText,
  targets: show.targetsText,
  contents: show.contentsText,
};

function planPart(plan: Plan, part: string | undefined): string {
  const task = plan.tasks.find(({ id }) => id === part);
  if (task !== undefined) return show.taskText(task);
  return (PLAN_PARTS[part ?? ''] ?? show.planOverview)(plan);
}

/** The aspect of a plan that a question names, as the part that answers it. */
function aspectOf(question: string): string | undefined {
  const folded = foldedWords(question);
  return ASPECTS.find(([asks]) => folded.search(asks) >= 0)?.[1];
}

type Period = { name: string; fromMonth: number; toMonth: number };

function periodIn(text: string): Period | undefined {
  const folded = foldedWords(text);
  const quarter = QUARTERS[/\bquy (i{1,3}|iv|[1-4])\b/.exec(folded)?.[1] ?? ''];
  if (quarter !== undefined) {
    const name = `quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''}`;
    return { name, fromMonth: quarter * 3 - 2, toMonth: quarter * 3 };
  }
  const month = Number(
    /\bthang (\d{1,2})\b.*\b(lam gi|viec gi|nhiem vu|ke hoach)\b/.exec(folded)?.[1],
  );
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  return { name: `tháng ${month}`, fromMonth: month, toMonth: month };
}

/** Whether a task has a date of its own in these months. Tasks of the whole year are not "what happens then". */
function isDueIn({ due }: PlanTask, { fromMonth, toMonth }: Period, plan: Plan): boolean {
  const to = due?.to;
  if (due === null || to === undefined || due.ongoing === true) return false;
  const from = due.from ?? to;
  if (from <= plan.period.from && to >= plan.period.to) return false;
  return monthOf(from) <= toMonth && monthOf(to) >= fromMonth;
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function foldedWords(text: string): string {
  return tokenize(text)
    .map(({ syllable }) => syllable)
    .join(' ');
}
