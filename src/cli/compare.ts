import { readFile } from 'node:fs/promises';
import { compareWithReference, type Reference, referenceSchema } from '../knowledge/compare.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { AppError } from '../lib/app-error.ts';
import type { Command } from './command.ts';

/** Compares the records with a reference list: the second reader that never tires. Exit code 1 when a difference is unexplained. */
export const compare: Command = {
  name: 'compare',
  summary:
    'Đối chiếu thủ tục với một danh mục nguồn (JSONL): mã, tên, tiền, thời hạn, liên kết, căn cứ',
  usage: 'compare --with <tệp.jsonl> [--written] [--all]',
  options: { with: { type: 'string' }, written: { type: 'boolean' }, all: { type: 'boolean' } },
  async run({ config, values, print }) {
    const path = values['with'];
    if (typeof path !== 'string')
      throw new AppError('Chưa nêu tệp nguồn.', { hint: compare.usage });
    const references = await readReferences(path);
    const { knowledge } = await loadKnowledge(config.KNOWLEDGE_DIR);
    const count = { compared: 0, explained: 0, open: 0, missing: 0 };
    for (const procedure of knowledge.procedures.values()) {
      if (procedure.status === 'abolished') continue;
      if (values['written'] === true && procedure.depth !== 'written') continue;
      const reference = references.get(procedure.code);
      if (reference === undefined) {
        count.missing++;
        continue;
      }
      count.compared++;
      for (const { what, text, isExplained } of compareWithReference(procedure, reference)) {
        if (isExplained) count.explained++;
        else count.open++;
        if (isExplained && values['all'] !== true) continue;
        print(`${procedure.code} ${what}: ${text}${isExplained ? ' (tệp có giải thích)' : ''}`);
      }
    }
    print(
      `${count.compared} thủ tục đã đối chiếu, ${count.missing} không có trong nguồn; ` +
        `${count.explained} khác biệt có giải thích, ${count.open} chưa giải thích.`,
    );
    return count.open > 0 ? 1 : 0;
  },
};

async function readReferences(path: string): Promise<ReadonlyMap<string, Reference>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError(`Không đọc được tệp "${path}".`, {
      hint: 'Xem lại đường dẫn của tệp nguồn.',
      cause,
    });
  });
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    rows.map((line) => {
      const reference = referenceSchema.parse(JSON.parse(line));
      return [reference.code, reference] as const;
    }),
  );
}
