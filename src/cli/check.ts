import { checkKnowledge } from '../knowledge/check.ts';
import { checkDates } from '../knowledge/check-dates.ts';
import { checkFeedback } from '../knowledge/check-feedback.ts';
import { FIELDS } from '../knowledge/fields.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { systemClock, vietnamDay } from '../lib/clock.ts';
import type { Command } from './command.ts';

/** Says whether the knowledge is sound: exit code 0 when it is, 1 with a line per fault otherwise. */
export const check: Command = {
  name: 'check',
  summary: 'Kiểm tra thư mục kiến thức; báo từng chỗ sai và cách sửa',
  usage: 'check [--knowledge <thư mục>] [--todo]',
  options: { knowledge: { type: 'string' }, todo: { type: 'boolean' } },
  async run({ config, values, print }) {
    const root =
      typeof values['knowledge'] === 'string' ? values['knowledge'] : config.KNOWLEDGE_DIR;
    const loaded = await loadKnowledge(root);
    const today = vietnamDay(systemClock());
    const problems = [
      ...loaded.problems,
      ...checkKnowledge(loaded),
      ...checkDates(loaded, today),
      ...checkFeedback(loaded, today),
    ];
    const shown = problems.filter(({ severity }) => severity !== 'todo' || values['todo'] === true);
    for (const problem of shown) print(formatProblem(problem));

    const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
    const more = count('todo') > 0 && values['todo'] !== true ? ' (thêm --todo để xem)' : '';
    for (const line of inventory(loaded.knowledge)) print(line);
    print(
      `${count('error')} lỗi, ${count('warning')} chỗ cần xem, ${count('todo')} chỗ xã cần điền${more}.`,
    );
    return count('error') > 0 ? 1 : 0;
  },
};

/** How much there is: by depth, by field, answers and communes. */
function inventory({ procedures, answers, communes }: Knowledge): string[] {
  const all = [...procedures.values()];
  const live = all.filter(({ status }) => status === 'published');
  const written = live.filter(({ depth }) => depth === 'written').length;
  const faqs = answers.filter(({ kind }) => kind === 'faq').length;
  const byField = FIELDS.map(({ slug, name }) => ({
    name,
    count: live.filter(({ field }) => field === slug).length,
  }));
  return [
    `${all.length} thủ tục: ${written} viết đủ, ${live.length - written} có số liệu chính, ${all.length - live.length} bãi bỏ hoặc nháp.`,
    `Theo lĩnh vực: ${byField.flatMap(({ name, count }) => (count === 0 ? [] : [`${name} ${count}`])).join('; ')}.`,
    `${faqs} câu trả lời chung, ${answers.length - faqs} việc của cơ quan khác, ${communes.size} xã.`,
  ];
}
