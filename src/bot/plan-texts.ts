import { formatDay } from '../lib/clock.ts';
import type { Plan, PlanTask } from '../knowledge/plan.ts';

const MOST_TASKS = 8;

/** The plan in a few lines: what it is, for whom, how much there is in it. */
export function planOverview(plan: Plan): string {
  const { title, issuer, period, purposes, tasks, audience } = plan;
  const [purpose] = purposes;
  return [
    title,
    `${issuer} ban hành. Thực hiện từ ${formatDay(period.from)} đến ${formatDay(period.to)}.`,
    ...(audience === null ? [] : [`Dành cho: ${audience}`]),
    ...(purpose === undefined ? [] : [`Mục đích: ${purpose}`]),
    `Có ${tasks.length} việc cụ thể. Anh/chị hỏi "quý III làm gì", "ai phụ trách", hoặc nêu việc cần biết ạ.`,
  ].join('\n');
}

/** One task: what, who leads, with whom, what comes of it and when. */
export function taskText({ text, lead, partners, output, form, due, note }: PlanTask): string {
  return [
    text,
    ...line('Chủ trì', lead.join('; ')),
    ...line('Phối hợp', partners.join('; ')),
    ...line('Hình thức', form),
    ...line('Sản phẩm', output),
    ...line('Thời gian', due?.text),
    ...line('Ghi chú', note),
  ].join('\n');
}

/** Who does what, one line a unit. */
export function whoText({ responsibilities }: Plan): string {
  return responsibilities.map(({ unit, duties }) => `• ${unit}: ${duties[0] ?? ''}`).join('\n');
}

/** The measurable targets. */
export function targetsText({ targets }: Plan): string {
  if (targets.length === 0) return 'Kế hoạch không đặt chỉ tiêu bằng con số.';
  return targets.map((target) => `• ${target}`).join('\n');
}

/** What is to be made known, and by which means. */
export function contentsText({ contents, forms }: Plan): string {
  return [
    ...contents.map(({ title }) => `• ${title}`),
    ...(forms.length === 0 ? [] : ['', 'Hình thức:', ...forms.map((form) => `• ${form}`)]),
  ].join('\n');
}

/** Several tasks in one list, with who leads and when. */
export function taskList(tasks: readonly PlanTask[]): string {
  const lines = tasks.slice(0, MOST_TASKS).map(({ text, lead, due }) => {
    const who = lead.length === 0 ? '' : ` – ${lead.join('; ')}`;
    return `• ${text}${who}${due === null ? '' : ` (${due.text})`}`;
  });
  const rest = tasks.length - lines.length;
  return rest > 0 ? [...lines, `… và ${rest} việc khác.`].join('\n') : lines.join('\n');
}

/** Which plan this is from and when it was checked: the last line of every answer about a plan. */
export function planSource({ title, number, issuedText, checkedOn }: Plan): string {
  const named = number === null ? '(số để trống trong bản đã nhận)' : `số ${number}`;
  return `Nguồn: ${title} ${named}, ${issuedText}. Kiểm tra ngày ${formatDay(checkedOn)}.`;
}

function line(label: string, value: string | null | undefined): string[] {
  return value === null || value === undefined || value === '' ? [] : [`• ${label}: ${value}`];
}
