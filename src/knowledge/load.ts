import { readdir } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import { answerSchema } from './answer.ts';
import { communeSchema } from './commune.ts';
import type { CommuneKnowledge, Knowledge } from './knowledge.ts';
import { planSchema } from './plan.ts';
import { procedureSchema } from './procedure.ts';
import type { Problem } from './problem.ts';
import { readRecord } from './read-file.ts';
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
 */
export async function loadKnowledge(root: string, previous?: Loaded): Promise<Loaded> {
  const reader = new FolderReader(root, await listJsonFiles(root), previous?.records);
  const procedures = await reader.readAll(/^procedures\//, procedureSchema);
  const answers = await reader.readAll(/^answers\//, answerSchema);
  const communes = await readCommunes(reader);
  const vocabulary = await readVocabulary(reader);
  return {
    knowledge: {
      procedures: new Map(procedures.map((procedure) => [procedure.code, procedure])),
      answers,
      communes: new Map(communes.map((entry) => [entry.commune.slug, entry])),
      vocabulary,
    },
    problems: reader.problems,
    records: reader.records,
  };
}

/** Reads files one schema at a time and remembers what was read and what was wrong. */
class FolderReader {
  readonly problems: Problem[] = [];
  readonly records = new Map<string, unknown>();
  readonly files: readonly string[];
  readonly #root: string;
  readonly #previous: ReadonlyMap<string, unknown> | undefined;

  constructor(root: string, files: readonly string[], previous?: ReadonlyMap<string, unknown>) {
    this.#root = root;
    this.files = files;
    this.#previous = previous;
  }

  async readAll<T>(folder: RegExp, schema: z.ZodType<T>): Promise<T[]> {
    const matching = this.files.filter((file) => folder.test(file));
    const read = await Promise.all(matching.map((file) => this.read(file, schema)));
    return read.filter((record) => record !== undefined);
  }

  async read<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const result = await readRecord(this.#root, file, schema);
    if ('record' in result) {
      this.records.set(file, result.record);
      return result.record;
    }
    this.problems.push(...result.problems);
    const lastGood = schema.safeParse(this.#previous?.get(file));
    if (!lastGood.success) return undefined;
    this.records.set(file, lastGood.data);
    return lastGood.data;
  }
}

async function readCommunes(reader: FolderReader): Promise<CommuneKnowledge[]> {
  const slugs = reader.files
    .map((file) => /^communes\/([^/]+)\/commune\.json$/.exec(file)?.[1])
    .filter((slug) => slug !== undefined);
  const entries = await Promise.all(
    slugs.map(async (slug) => {
      const folder = `communes/${slug}/`;
      const commune = await reader.read(`${folder}commune.json`, communeSchema);
      const plans = await reader.readAll(new RegExp(`^${folder}plans/`), planSchema);
      const answers = await reader.readAll(new RegExp(`^${folder}answers/`), answerSchema);
      return commune === undefined ? undefined : { commune, plans, answers };
    }),
  );
  return entries.filter((entry) => entry !== undefined);
}

async function readVocabulary(reader: FolderReader): Promise<Vocabulary> {
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T): Promise<T> | T => {
    const file = `vocabulary/${name}.json`;
    if (!reader.files.includes(file)) return fallback;
    return reader.read(file, schema).then((record) => record ?? fallback);
  };
  const { abbreviations, chat, concepts, fillers, facets, intents, popular } = vocabularySchemas;
  return {
    abbreviations: await read('abbreviations', abbreviations, emptyVocabulary.abbreviations),
    chat: await read('chat', chat, emptyVocabulary.chat),
    concepts: await read('concepts', concepts, emptyVocabulary.concepts),
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
