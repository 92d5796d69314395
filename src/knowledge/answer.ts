import { z } from 'zod';
import { aliasesSchema, provenanceSchema, sentence } from './provenance.ts';

/**
 * A written answer to a question that is not one procedure. `faq`: how things work; `referral`: understood, but
 * another office's work. An answer of one commune wins over the shared one with the same id.
 */
export const answerSchema = z.strictObject({
  ...provenanceSchema,
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['faq', 'referral']),
  title: sentence.max(80).describe('Tên ngắn dùng trên nút bấm'),
  aliases: aliasesSchema(4),
  answer: z.array(sentence).min(1).describe('Mỗi phần tử là một đoạn ngắn'),
  owner: sentence.nullable().default(null).describe('Cơ quan nào làm việc này (khi là referral)'),
  links: z.array(z.strictObject({ title: sentence.max(60), url: z.url() })).default([]),
  procedures: z.array(z.string()).default([]).describe('Mã thủ tục liên quan'),
  plan: z
    .string()
    .optional()
    .describe('Mã kế hoạch mà câu trả lời rút ra; bot nói đây là theo kế hoạch'),
  unconfirmed: z
    .array(sentence)
    .default([])
    .describe('Điều nguồn chưa xác nhận; cli check sẽ liệt kê'),
});

export type Answer = Readonly<z.infer<typeof answerSchema>>;
