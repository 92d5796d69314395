import { z } from 'zod';

/** A word or phrase as residents type it. One letter is enough: "k" is "không". */
const phrase = z.string().trim().min(1, { error: 'không được để trống' });

const phrasesByWord = z.record(phrase, z.array(phrase).min(1));

const facetSchema = z.enum([
  'documents',
  'fees',
  'time',
  'steps',
  'where',
  'online',
  'result',
  'legal',
  'conditions',
]);

/** The aspect of a procedure that a question is about. */
export type Facet = z.infer<typeof facetSchema>;

/** Every aspect there is. */
export const FACETS: readonly Facet[] = facetSchema.options;

/** What a question asks about a procedure: an aspect, or none. */
const askedSchema = z.enum([...facetSchema.options, 'none']);

export type AskedFacet = z.infer<typeof askedSchema>;

/** Every aspect there is, and `none`. */
export const ASKED_FACETS: readonly AskedFacet[] = askedSchema.options;

const intentSchema = z.enum([
  'report',
  'report-status',
  'danger',
  'denunciation',
  'officer',
  'office',
  'menu',
  'help',
  'greeting',
  'thanks',
  'smalltalk',
  'off-topic',
  'forget',
  'cancel',
  'yes',
  'no',
]);

/** Every intent there is. */
export const INTENTS = intentSchema.options;

/** What a resident wants to do, when it is not to learn something. */
export type Intent = z.infer<typeof intentSchema>;

/** Intents that ask for nothing that the commune does: courtesies, questions about the bot, the weather, insults. */
export const TALK = [
  'greeting',
  'thanks',
  'help',
  'smalltalk',
  'off-topic',
] as const satisfies readonly Intent[];

export type Talk = (typeof TALK)[number];

const conceptList = z.strictObject({
  $schema: z.string().optional(),
  entries: z.array(z.strictObject({ says: z.array(phrase).min(1), means: z.array(phrase).min(1) })),
});

/** Everything the search knows about how residents write. One file each under `vocabulary/`. */
export const vocabularySchemas = {
  /** `ks` may stand for "khai sinh". Alternatives, never replacements. */
  abbreviations: z.strictObject({ $schema: z.string().optional(), entries: phrasesByWord }),
  /** Chat spelling of single words: `ko` is "không". */
  chat: z.strictObject({ $schema: z.string().optional(), entries: phrasesByWord }),
  /** Everyday and regional words and the words of the catalogue they point at. */
  concepts: conceptList,
  /** Names of offices from before the two-level reform of 01/07/2025 and what they are called now. */
  oldNames: conceptList,
  /** Words that carry little meaning in a question, with and without marks. */
  fillers: z.strictObject({
    $schema: z.string().optional(),
    phrases: z.array(phrase),
    kinship: z.array(phrase),
    generic: z.array(phrase).describe('Từ hợp với mọi thủ tục: nộp, hồ sơ, giấy tờ…'),
  }),
  /** How residents ask for one aspect of a procedure: a small grammar. */
  facets: z.strictObject({
    $schema: z.string().optional(),
    words: z
      .record(phrase, z.array(phrase).min(1))
      .describe('Nhóm từ cùng vai trong câu hỏi, tên viết hoa: TIỀN là "tiền", "đồng", "xu"'),
    particles: z
      .array(phrase)
      .describe('Chữ đệm có thể chen giữa hai chữ của một quy tắc: "những", "theo", "ạ"'),
    rules: z
      .array(
        z.strictObject({
          asks: askedSchema,
          when: z
            .array(phrase)
            .min(1)
            .describe(
              'Mẫu câu: chữ thường là chính chữ đó, CHỮ HOA là một nhóm từ, “…” là tối đa sáu chữ bất kỳ, (trong ngoặc) là chữ vẫn thuộc về việc được hỏi',
            ),
          weak: z
            .literal(true)
            .optional()
            .describe('Chỉ dùng khi câu không có gì rõ hơn, kể cả khi đọc bỏ dấu'),
        }),
      )
      .describe('Quy tắc đứng trước thắng; none: câu không hỏi khía cạnh nào'),
    not: z.array(phrase).describe('Cụm từ có chữ giống nhưng không hỏi khía cạnh nào: "học phí"'),
  }),
  /** Whole questions by the aspect that they ask about, for what the grammar has no rule for. */
  facetQuestions: z.strictObject({
    $schema: z.string().optional(),
    entries: z
      .partialRecord(askedSchema, z.array(phrase))
      .describe('Câu hỏi mẫu theo khía cạnh được hỏi; none: chỉ nêu việc, không hỏi khía cạnh nào'),
  }),
  /** Things residents do in a conversation that are no question about the knowledge. */
  intents: z.strictObject({
    $schema: z.string().optional(),
    entries: z.partialRecord(intentSchema, z.array(phrase)),
  }),
  /** Codes of the procedures asked for most, most asked first: the tie-breaker of the ranking. */
  popular: z.strictObject({ $schema: z.string().optional(), codes: z.array(z.string()) }),
} as const;

export type Vocabulary = {
  readonly [Name in keyof typeof vocabularySchemas]: z.infer<(typeof vocabularySchemas)[Name]>;
};

/** Where the part of the vocabulary that has this name lies in the knowledge folder. */
export function vocabularyFile(name: string): string {
  return `vocabulary/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;
}

/** A vocabulary that knows nothing: the search then runs on plain words alone. */
export const emptyVocabulary: Vocabulary = {
  abbreviations: { entries: {} },
  chat: { entries: {} },
  concepts: { entries: [] },
  oldNames: { entries: [] },
  fillers: { phrases: [], kinship: [], generic: [] },
  facets: { words: {}, particles: [], rules: [], not: [] },
  facetQuestions: { entries: {} },
  intents: { entries: {} },
  popular: { codes: [] },
};
