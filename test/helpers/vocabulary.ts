import { readRecord } from '../../src/knowledge/read-file.ts';
import { type Vocabulary, vocabularySchemas } from '../../src/knowledge/vocabulary.ts';
import type { z } from 'zod';
import { hereWith, marriage, procedure } from './build.ts';

/** One file of the vocabulary that the program is delivered with. */
async function delivered<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  const result = await readRecord('knowledge', `vocabulary/${name}.json`, schema);
  if ('record' in result) return result.record;
  throw new Error(result.problems.map(({ message }) => message).join('\n'));
}

/** How residents really write. Much quicker to read than all the knowledge. */
export const realVocabulary: Vocabulary = {
  abbreviations: await delivered('abbreviations', vocabularySchemas.abbreviations),
  chat: await delivered('chat', vocabularySchemas.chat),
  concepts: await delivered('concepts', vocabularySchemas.concepts),
  oldNames: await delivered('old-names', vocabularySchemas.oldNames),
  fillers: await delivered('fillers', vocabularySchemas.fillers),
  facets: await delivered('facets', vocabularySchemas.facets),
  facetQuestions: await delivered('facet-questions', vocabularySchemas.facetQuestions),
  intents: await delivered('intents', vocabularySchemas.intents),
  popular: await delivered('popular', vocabularySchemas.popular),
};

/** A commune that registers births and marriages, and understands how residents really write. */
export function smallHere(parts: Parameters<typeof hereWith>[0] = {}) {
  const procedures = [procedure(), marriage()];
  return hereWith({ procedures, vocabulary: realVocabulary, ...parts });
}
