import { z } from 'zod';
import { provenanceSchema, sentence } from './provenance.ts';

const contactSchema = z.strictObject({
  address: sentence.nullable(),
  phone: sentence.nullable(),
  email: sentence.nullable(),
  website: z.url().nullable(),
});

/** One commune. A `null` is a fact the commune has yet to give: `cli check` lists it as "xã cần điền". */
export const communeSchema = z.strictObject({
  ...provenanceSchema,
  slug: z.string().regex(/^[a-z0-9-]+$/),
  name: sentence.describe('Tên đầy đủ, ví dụ "xã Nấm Dẩn"'),
  shortName: sentence,
  provinceSlug: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .describe('Thư mục của tỉnh trong knowledge/provinces, nếu tỉnh có mức thu riêng'),
  province: sentence.describe('Ví dụ "tỉnh Tuyên Quang", "thành phố Hà Nội"'),
  otherSpellings: z
    .array(sentence)
    .default([])
    .describe('Cách viết khác hay gặp, để nhận ra tên xã'),
  ticketPrefix: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .describe('Đầu mã phản ánh, ví dụ "ND"'),
  office: contactSchema,
  serviceCentre: z.strictObject({
    name: sentence,
    ...contactSchema.shape,
    hours: z.array(sentence).nullable().describe('Giờ làm việc, mỗi dòng một buổi'),
  }),
  police: z.strictObject({
    name: sentence,
    phone: sentence.nullable(),
    address: sentence.nullable(),
  }),
  departments: z.array(z.strictObject({ name: sentence, duties: sentence })),
  leaders: z.array(z.strictObject({ title: sentence, name: sentence })).default([]),
  feedbackChannels: z
    .array(sentence)
    .nullable()
    .describe('Nơi nhận phản ánh, kiến nghị mà xã đã công bố'),
});

export type Commune = Readonly<z.infer<typeof communeSchema>>;
