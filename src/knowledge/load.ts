import { readdir } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import { answerSchema } from './answer.ts';
import { examplesSchema, joinExamples } from './examples.ts';
import { FolderReader, type PendingFiles } from './folder-reader.ts';
import type { Knowledge } from './knowledge.ts';
import { readCommunes } from './load-communes.ts';
import { readSharedFeedback } from './load-feedback.ts';
import { type Procedure, procedureSchema } from './procedure.ts';
import type { Problem } from './problem.ts';
import {
  emptyVocabulary,
  type Vocabulary,
  vocabularyFile,
  vocabularySchemas,
} from './vocabulary.ts';

export type Loaded = {
  knowledge: Knowledge;
  problems: Problem[];
  /** Every record by its file, so that the next load can fall back to it. */
  records: ReadonlyMap<string, unknown>;
};

/**
 * Reads the whole knowledge folder. A bad file does not stop the others: its last good version, taken from
 * `previous`, stays in use, and what is wrong is among the problems. Throws only when there is no such folder.
 * With `pending`, it reads the folder as it would be with these files in it.
 */
export async function loadKnowledge(
  root: string,
  previous?: Loaded,
  pending?: PendingFiles,
): Promise<Loaded> {
  const given = { previous: previous?.records, ...(pending && { pending }) };
  const reader = new FolderReader(root, await listJsonFiles(root), given);
  const procedures = await reader.readNamed(/^procedures\//, procedureSchema);
  const answers = await reader.readAll(/^answers\//, answerSchema);
  const national = byCode(procedures);
  const communes = await readCommunes(reader, national, await readSharedFeedback(reader));
  const vocabulary = await readVocabulary(reader);
  return {
    knowledge: {
      procedures: national,
      answers,
      communes: new Map(communes.map((entry) => [entry.commune.slug, entry])),
      vocabulary,
      examples: joinExamples(await reader.readAll(/^examples\//, examplesSchema)),
    },
    problems: reader.problems,
    // In the order of the files, not in that in which the disk gave them: the check says the same each time.
    records: new Map([...reader.records].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** A copied file whose code nobody changed must not push out the record that the code belongs to. */
function byCode(
  named: readonly { file: string; record: Procedure }[],
): ReadonlyMap<string, Procedure> {
  const carriesCode = ({ file, record }: { file: string; record: Procedure }) =>
    file.includes(`/${record.code}-`);
  const inOrder = [
    ...named.filter((one) => !carriesCode(one)),
    ...named.filter(carriesCode).reverse(),
  ];
  return new Map(inOrder.map(({ record }) => [record.code, record]));
}

async function readVocabulary(reader: FolderReader): Promise<Vocabulary> {
  const schemas = vocabularySchemas;
  const read = async <Name extends keyof Vocabulary>(
    name: Name,
    schema: z.ZodType<Vocabulary[Name]>,
  ): Promise<Vocabulary[Name]> => {
    const file = vocabularyFile(name);
    const record = reader.files.includes(file) ? await reader.read(file, schema) : undefined;
    return record ?? emptyVocabulary[name];
  };
  return {
    abbreviations: await read('abbreviations', schemas.abbreviations),
    chat: await read('chat', schemas.chat),
    concepts: await read('concepts', schemas.concepts),
    oldNames: await read('oldNames', schemas.oldNames),
    fillers: await read('fillers', schemas.fillers),
    facets: await read('facets', schemas.facets),
    facetQuestions: await read('facetQuestions', schemas.facetQuestions),
    intents: await read('intents', schemas.intents),
    popular: await read('popular', schemas.popular),
  };
}

async function listJsonFiles(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true });
    return entries
      .map((entry) => entry.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.json') && !file.startsWith('schema/'))
      .sort();
  } catch (cause) {
    throw new AppError(`Không mở được thư mục kiến thức "${root}".`, {
      hint: 'Đặt KNOWLEDGE_DIR trong tệp .env trỏ tới thư mục knowledge của dự án.',
      cause,
    });
  }
}
