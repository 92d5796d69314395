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
import { emptyVocabulary, type Vocabulary, vocabularySchemas } from './vocabulary.ts';

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
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T): Promise<T> | T => {
    const file = `vocabulary/${name}.json`;
    if (!reader.files.includes(file)) return fallback;
    return reader.read(file, schema).then((record) => record ?? fallback);
  };
  const { abbreviations, chat, concepts, oldNames, fillers, facets, intents, popular } =
    vocabularySchemas;
  return {
    abbreviations: await read('abbreviations', abbreviations, emptyVocabulary.abbreviations),
    chat: await read('chat', chat, emptyVocabulary.chat),
    concepts: await read('concepts', concepts, emptyVocabulary.concepts),
    oldNames: await read('old-names', oldNames, emptyVocabulary.oldNames),
    fillers: await read('fillers', fillers, emptyVocabulary.fillers),
    facets: await read('facets', facets, emptyVocabulary.facets),
    intents: await read('intents', intents, emptyVocabulary.intents),
    popular: await read('popular', popular, emptyVocabulary.popular),
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
