import { z } from 'zod';
import { UNCONFIRMED_DAYS } from '../model/calendar.ts';
import {
  type FieldOfWork,
  LIMIT_STAGES,
  LIMIT_UNITS,
  type LimitRow,
  type MessageTemplate,
  type ReplyTemplate,
  TEMPLATE_NAMES,
  TEMPLATE_PLACEHOLDERS,
} from '../model/feedback.ts';
import { TICKET_CATEGORIES } from '../model/ticket.ts';
import { weekSchema } from './calendar.ts';
import { provenanceSchema, sentence } from './provenance.ts';

const category = z.enum(TICKET_CATEGORIES);
const categories = z
  .array(category)
  .min(1)
  .default([...TICKET_CATEGORIES])
  .describe('Loại phản ánh được áp dụng; bỏ trống là mọi loại');
const id = z.string().regex(/^[a-z0-9-]+$/);

const limit = z.strictObject({
  id,
  stage: z
    .enum(LIMIT_STAGES)
    .describe('answer: trả lời người dân; classify: phân loại; forward: chuyển cơ quan khác…'),
  what: sentence,
  categories,
  amount: z.int().min(1).max(365),
  unit: z
    .enum(LIMIT_UNITS)
    .describe('working-hour: giờ làm việc; working-day: ngày làm việc; day: ngày'),
  basis: sentence.describe('Số, ngày của văn bản, điều khoản; hoặc ghi là xã tự đặt'),
  confirmed: z
    .boolean()
    .describe('true khi xã đã đối chiếu văn bản: bot mới nói "theo quy định". Chưa thì để false'),
}) satisfies z.ZodType<LimitRow>;

const message = z
  .strictObject({
    name: z.enum(TEMPLATE_NAMES).describe('Việc gì xảy ra thì gửi tin này'),
    categories,
    send: z.boolean().default(true).describe('false: không gửi tin cho việc này'),
    text: sentence.describe('Chỗ trong ngoặc nhọn được điền: {ma}, {noi_dung}, {han}, {tra_loi}…'),
  })
  .superRefine(({ name, text }, context) => {
    const { must, may } = TEMPLATE_PLACEHOLDERS[name];
    const used = placeholdersIn(text);
    for (const one of used.filter((given) => !must.includes(given) && !may.includes(given))) {
      const known = [...new Set([...must, ...may])].map((name) => `{${name}}`).join(', ');
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: `không có {${one}}; dùng được: ${known}`,
      });
    }
    for (const one of must.filter((needed) => !used.includes(needed))) {
      context.addIssue({ code: 'custom', path: ['text'], message: `thiếu {${one}}` });
    }
  }) satisfies z.ZodType<MessageTemplate>;

const field = z.strictObject({
  name: sentence,
  category: category.describe('Loại phản ánh thường gặp của lĩnh vực này'),
  examples: z.array(sentence).default([]).describe('Vài việc thuộc lĩnh vực, để cán bộ dễ chọn'),
}) satisfies z.ZodType<FieldOfWork>;

const replyTemplate = z.strictObject({
  id,
  title: sentence.max(80),
  categories,
  text: sentence.describe('Cán bộ sửa lại trước khi gửi; chỗ cần điền viết […]'),
}) satisfies z.ZodType<ReplyTemplate>;

/** The numbers and words of a policy that are no rows. Other keys are left out. */
export const settingsSchema = z.object({
  approval: z.enum(['one', 'two']).describe('two: người soạn trả lời phải có người khác duyệt'),
  reopenDays: z.int().min(1).max(365).describe('Trong bao nhiêu ngày người dân mở lại được'),
  closeDays: z.int().min(1).max(365).describe('Sau bao nhiêu ngày trả lời thì tự kết thúc'),
  retentionMonths: z.int().min(1).max(240).describe('Giữ danh tính người gửi bao nhiêu tháng'),
  draftReminderHours: z.int().min(1).max(160).describe('Bỏ dở bao lâu thì nhắc một lần'),
  draftDropDays: z.int().min(1).max(90).describe('Bỏ dở bao nhiêu ngày thì thôi'),
  unconfirmedDays: z
    .enum(UNCONFIRMED_DAYS)
    .describe(
      'Ngày nghỉ chưa có thông báo chính thức: as-usual tính như ngày thường; as-written tính nghỉ như lịch đã ghi',
    ),
  consent: z.string().trim().describe('Lời nói rõ vì sao hỏi tên, số điện thoại và ai xem được'),
});

export type FeedbackSettings = z.infer<typeof settingsSchema>;

/** The shared files of `knowledge/feedback`, by name. */
export const feedbackSchemas = {
  limits: z.strictObject({ ...provenanceSchema, limits: z.array(limit) }),
  messages: z.strictObject({ ...provenanceSchema, messages: z.array(message) }),
  fields: z.strictObject({ ...provenanceSchema, fields: z.array(field) }),
  'reply-templates': z.strictObject({
    ...provenanceSchema,
    replyTemplates: z.array(replyTemplate),
  }),
  settings: z.strictObject({
    ...provenanceSchema,
    ...settingsSchema.shape,
    unconfirmedDays: settingsSchema.shape.unconfirmedDays.optional(), // files of the first release lack it
  }),
} as const;

/** What one commune does in its own way: rows with the same id, or for the same message, win over the shared ones. */
export const communeFeedbackSchema = z.strictObject({
  ...provenanceSchema,
  limits: z.array(limit).default([]),
  messages: z.array(message).default([]),
  fields: z.array(field).optional().describe('Thay cho toàn bộ danh sách chung'),
  replyTemplates: z.array(replyTemplate).default([]),
  ...settingsSchema.partial().shape,
  workingHours: weekSchema.optional().describe('Giờ làm việc của xã, nếu khác giờ chung'),
});

export type CommuneFeedback = z.infer<typeof communeFeedbackSchema>;

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
