import { z } from 'zod';
import { FIELD_SLUGS } from './fields.ts';
import { aliasesSchema, daySchema, provenanceSchema, sentence } from './provenance.ts';

const channelSchema = z.enum(['any', 'in-person', 'online', 'post']);

const documentSchema = z.strictObject({
  name: sentence.describe('Tên giấy tờ, viết gọn, dễ hiểu'),
  need: z
    .enum(['submit', 'show', 'not-needed'])
    .describe(
      'submit: phải nộp; show: chỉ xuất trình; not-needed: không phải nộp vì đã có dữ liệu',
    ),
  originals: z.int().min(0).optional().describe('Số bản chính'),
  copies: z.int().min(0).optional().describe('Số bản sao'),
  form: z.string().optional().describe('Mẫu số, ví dụ "CT01"'),
  when: sentence.optional().describe('Chỉ cần khi nào; bỏ trống nếu ai cũng cần'),
  note: sentence.optional(),
  database: sentence.optional().describe('Cơ sở dữ liệu thay cho giấy tờ này'),
  basis: sentence.optional().describe('Căn cứ của việc không phải nộp'),
  until: daySchema.optional().describe('Việc không phải nộp áp dụng đến ngày nào'),
});

const feeBase = {
  what: sentence.describe('Tên khoản thu, ví dụ "Lệ phí đăng ký tạm trú"'),
  who: sentence.optional().describe('Áp dụng cho ai, trường hợp nào'),
  channel: channelSchema.default('any'),
  note: sentence.optional(),
  effectiveFrom: daySchema.optional(),
  effectiveTo: daySchema.optional(),
  basis: z.string().optional().describe('Số văn bản quy định mức thu'),
};

const feeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free'), ...feeBase }),
  z.strictObject({ kind: z.literal('fixed'), vnd: z.int().positive(), per: sentence, ...feeBase }),
  z.strictObject({ kind: z.literal('province'), ...feeBase }),
  z.strictObject({ kind: z.literal('portal-zero'), ...feeBase }),
  z.strictObject({ kind: z.literal('other'), ...feeBase, note: sentence }),
]);

const timeSchema = z.strictObject({
  channel: channelSchema.default('any'),
  case: sentence.optional(),
  value: z.number().positive().nullable().describe('null khi nguồn không ghi số'),
  unit: z
    .enum(['working-day', 'day', 'working-hour', 'hour', 'month'])
    .nullable()
    .describe('null khi nguồn không ghi đơn vị; không tự đoán'),
  note: sentence.optional(),
});

/** One administrative procedure as a commune's counter explains it. Field order is reading order. */
export const procedureSchema = z.strictObject({
  ...provenanceSchema,
  code: z.string().regex(/^\d\.\d{6}$/, { error: 'mã thủ tục có dạng 1.001193' }),
  name: sentence.describe('Tên chính thức, đúng như nguồn'),
  shortName: sentence.max(60).describe('Tên ngắn dùng trên nút bấm và danh sách'),
  field: z.enum(FIELD_SLUGS),
  depth: z.enum(['written', 'facts']).describe('written: viết đủ; facts: chỉ có số liệu chính'),
  replacedBy: z.array(z.string()).default([]).describe('Mã thủ tục thay thế, khi đã bãi bỏ'),
  aliases: aliasesSchema(2),
  summary: sentence.describe('Một, hai câu: ai cần, làm xong được gì'),
  agency: z.strictObject({
    level: z.enum(['commune', 'commune-police', 'commune-military', 'province', 'other']),
    submitTo: sentence.describe('Nộp ở đâu'),
    decidedBy: sentence.describe('Ai giải quyết'),
    anywhere: z.boolean().optional().describe('true: nộp được ở bất kỳ xã nào, theo nguồn'),
  }),
  deadline: sentence.optional().describe('Hạn mà người dân phải làm, ví dụ 60 ngày từ khi sinh'),
  steps: z.array(sentence),
  documents: z.array(
    z.strictObject({ case: sentence.optional(), items: z.array(documentSchema).min(1) }),
  ),
  fees: z.array(feeSchema),
  feeExemptions: z.array(sentence).default([]),
  processingTime: z.array(timeSchema),
  channels: z.array(
    z.strictObject({ kind: z.enum(['in-person', 'online', 'post']), note: sentence.optional() }),
  ),
  onlineLevel: z.enum(['full', 'partial', 'none']).nullable().describe('null: nguồn không ghi'),
  links: z.strictObject({ page: z.url().nullable(), byCode: z.url().nullable() }),
  result: z.array(sentence),
  conditions: z.array(sentence),
  notes: z.array(sentence).default([]).describe('Lỗi hay gặp, điều cần biết'),
  warnings: z
    .array(z.strictObject({ from: daySchema, to: daySchema.optional(), text: sentence }))
    .default([])
    .describe('Lời nhắc chỉ hiện từ ngày đó, ví dụ khi luật mới sắp có hiệu lực'),
  legalBasis: z.array(z.string().min(3)).describe('Số, ký hiệu văn bản, ví dụ "123/2015/NĐ-CP"'),
  related: z.array(z.string()).default([]),
  unknown: z.array(sentence).default([]).describe('Phần nguồn không có; bot nói thật là chưa có'),
});

export type Procedure = Readonly<z.infer<typeof procedureSchema>>;
export type ProcedureDocument = Procedure['documents'][number]['items'][number];
export type Fee = Procedure['fees'][number];
export type ProcessingTime = Procedure['processingTime'][number];
