import { z } from 'zod';
import { aliasesSchema, daySchema, provenanceSchema, sentence } from './provenance.ts';

const dueSchema = z.strictObject({
  text: sentence.describe('Đúng như kế hoạch ghi, ví dụ "Quý III"'),
  from: daySchema.optional(),
  to: daySchema.optional().describe('Ngày cuối cùng, tính được từ chữ của kế hoạch'),
  every: z.enum(['week', 'month', 'quarter', 'half-year', 'year']).optional(),
  ongoing: z.boolean().optional().describe('true khi kế hoạch ghi "thường xuyên"'),
});

const taskSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  group: sentence.nullable().describe('Nhóm nhiệm vụ trong kế hoạch'),
  origin: z.enum(['text', 'annex']).describe('annex: phụ lục; text: phần tổ chức thực hiện'),
  text: sentence.describe('Nội dung nhiệm vụ'),
  lead: z.array(sentence).describe('Cơ quan chủ trì'),
  partners: z.array(sentence).describe('Cơ quan phối hợp'),
  output: sentence.nullable().describe('Sản phẩm'),
  form: sentence.nullable().default(null).describe('Hình thức tuyên truyền, nếu kế hoạch ghi'),
  due: dueSchema.nullable(),
  note: sentence.optional().describe('Điều cần biết khi đọc bản gốc, ví dụ bản quét mất chữ'),
});

/** A commune's plan as issued, cut into things that can be asked about. */
export const planSchema = z.strictObject({
  ...provenanceSchema,
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: sentence,
  shortTitle: sentence.max(80),
  number: z.string().nullable().describe('Số kế hoạch; null khi bản đã nhận để trống'),
  issuedOn: daySchema.nullable().describe('null khi bản đã nhận để trống ngày'),
  issuedText: sentence.describe('Dòng ngày tháng đúng như bản đã nhận'),
  issuer: sentence,
  signer: sentence.nullable(),
  period: z.strictObject({ from: daySchema, to: daySchema }),
  basis: z.array(sentence),
  purposes: z.array(sentence),
  requirements: z.array(sentence),
  audience: sentence.nullable(),
  contents: z.array(z.strictObject({ title: sentence, text: sentence })),
  forms: z.array(sentence).describe('Hình thức tuyên truyền, thực hiện'),
  targets: z.array(sentence).describe('Chỉ tiêu có con số'),
  funding: sentence.nullable(),
  responsibilities: z.array(z.strictObject({ unit: sentence, duties: z.array(sentence).min(1) })),
  tasks: z.array(taskSchema),
  aliases: aliasesSchema(3),
});

export type Plan = Readonly<z.infer<typeof planSchema>>;
export type PlanTask = Plan['tasks'][number];
