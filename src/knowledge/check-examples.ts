import { examplesSchema } from './examples.ts';
import type { Knowledge } from './knowledge.ts';
import type { Problem } from './problem.ts';
import { INTENTS } from './vocabulary.ts';

/** An example of something that nobody can be told about would teach the search nothing, and nobody would notice. */
export function checkExamples(file: string, record: unknown, knowledge: Knowledge): Problem[] {
  const { data } = examplesSchema.safeParse(record);
  const known = knownIds(knowledge);
  return Object.keys(data?.entries ?? {})
    .filter((id) => !known.has(id))
    .map((id) => ({
      severity: 'error',
      file,
      path: `entries.${id}`,
      message: `Không có thủ tục hay câu trả lời nào mang mã "${id}".`,
      remedy: 'Sửa lại mã, hoặc bỏ các câu hỏi mẫu này.',
    }));
}

function knownIds({ procedures, answers, communes }: Knowledge): ReadonlySet<string> {
  const local = [...communes.values()];
  return new Set([
    ...procedures.keys(),
    ...answers.map(({ id }) => id),
    ...local.flatMap((one) => [...one.procedures.keys(), ...one.answers.map(({ id }) => id)]),
    ...INTENTS,
    'plan',
  ]);
}
