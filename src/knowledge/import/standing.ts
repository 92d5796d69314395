import { loadKnowledge } from '../load.ts';
import { type Procedure, procedureSchema } from '../procedure.ts';

/** The file that stands for a code, and its record; undefined when the file is broken. */
export type Standing = { file: string; procedure: Procedure | undefined };

/** What the knowledge folder has, by code. Broken files count, so that nothing is ever written over them. */
export async function findStanding(root: string): Promise<ReadonlyMap<string, Standing>> {
  const { records, problems } = await loadKnowledge(root);
  const standing = new Map<string, Standing>();
  for (const { file } of problems) {
    const code = /^procedures\/.*?(\d\.\d{6})[^/]*\.json$/.exec(file)?.[1];
    if (code !== undefined) standing.set(code, { file, procedure: undefined });
  }
  for (const [file, record] of records) {
    if (!file.startsWith('procedures/')) continue;
    const procedure = procedureSchema.safeParse(record).data;
    if (procedure !== undefined) standing.set(procedure.code, { file, procedure });
  }
  return standing;
}
