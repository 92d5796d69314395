import { checkKnowledge } from '../knowledge/check.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { formatProblem } from '../knowledge/problem.ts';
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
    const problems = [...loaded.problems, ...checkKnowledge(loaded)];
    const shown = problems.filter(({ severity }) => severity !== 'todo' || values['todo'] === true);
    for (const problem of shown) print(formatProblem(problem));

    const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
    const { procedures, answers, communes } = loaded.knowledge;
    print(
      `${procedures.size} thủ tục, ${answers.length} câu trả lời, ${communes.size} xã; ` +
        `${count('error')} lỗi, ${count('warning')} chỗ cần xem, ${count('todo')} chỗ xã cần điền` +
        (count('todo') > 0 && values['todo'] !== true ? ' (thêm --todo để xem).' : '.'),
    );
    return count('error') > 0 ? 1 : 0;
  },
};
