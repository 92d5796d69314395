import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../questions');

const kind = z.enum([
  'answer',
  'choose',
  'plan',
  'office',
  'faq',
  'pakn',
  'smalltalk',
  'help',
  'out',
  'none',
]);

const questionSchema = z.strictObject({
  question: z.string(),
  kind: kind.optional(),
  /** When several kinds of answer are fine. */
  kinds: z.array(kind).optional(),
  codes: z.array(z.string()).default([]),
  ids: z.array(z.string()).default([]),
  facet: z.string().nullable().optional(),
  /** When several facets are fine. */
  facets: z.array(z.string()).optional(),
  commune: z.string().optional(),
  /** Two needs in one message: all codes are wanted, not any. */
  all: z.boolean().optional(),
  /** With `all`: one acceptable code of each group is enough. */
  groups: z.array(z.array(z.string())).optional(),
});

const conversationSchema = z.strictObject({
  turns: z.array(questionSchema),
  commune: z.string().optional(),
});

export type Question = z.infer<typeof questionSchema>;

/** One line of a set: a single question, or the turns of a conversation. */
export type Case = { set: string; turns: readonly Question[]; commune: string | undefined };

/** `tune`: looked at while the search is improved; `report`: never looked at, only counted. */
export type Half = 'tune' | 'report';

/** All cases of one half. Every second line of each file belongs to the other half. */
export function readCases(half: Half): Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readSet(name).filter((_, i) => (i % 2 === 0) === (half === 'tune')));
}

function readSet(name: string): Case[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const json: unknown = JSON.parse(line);
      const conversation = conversationSchema.safeParse(json);
      const set = basename(name, '.jsonl');
      if (conversation.success)
        return { set, ...conversation.data, commune: conversation.data.commune };
      const question = questionSchema.parse(json);
      return { set, turns: [question], commune: question.commune };
    });
}
