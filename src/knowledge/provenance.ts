import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date({ error: 'ngày phải viết dạng 2026-11-21 (năm-tháng-ngày)' });

export const statusSchema = z.enum(['draft', 'published', 'abolished']);

/** Where a record comes from and when a person last compared it with that source. */
export const provenanceSchema = {
  $schema: z.string().optional(),
  status: statusSchema.describe('draft: chưa dùng; published: đang dùng; abolished: đã bãi bỏ'),
  source: z
    .strictObject({
      title: z.string().min(3).describe('Tên nguồn, ví dụ "Cổng Dịch vụ công quốc gia"'),
      decision: z.string().nullable().describe('Số quyết định công bố, null nếu nguồn không ghi'),
      url: z.url().nullable(),
      asOf: daySchema.describe('Ngày của dữ liệu nguồn'),
    })
    .describe('Nguồn của nội dung. Không có nguồn thì không được published'),
  checkedOn: daySchema.describe('Ngày đối chiếu gần nhất với nguồn'),
  checkedBy: z.string().min(2),
  effectiveFrom: daySchema.optional(),
  effectiveTo: daySchema.optional(),
};

/** A short text in plain Vietnamese, trimmed, never empty. */
export const sentence = z
  .string()
  .trim()
  .min(2, { error: 'không được để trống' })
  .refine((text) => text === text.normalize('NFC'), { error: 'chữ phải ở dạng Unicode NFC' });

/** Ways residents say it. They feed the search; they are never shown. */
export function aliasesSchema(minimum: number) {
  return z.array(sentence).min(minimum, { error: `cần ít nhất ${minimum} cách gọi thường ngày` });
}
