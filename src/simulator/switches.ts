import { z } from 'zod';

const count = z.number().int().min(0).max(100_000);

/** Every point where Zalo's behaviour is uncertain (facts/zalo.md, marked [U]) and every fault that can be played. */
export const switchesSchema = z.strictObject({
  signature: z.enum(['mac', 'bare', 'escaped', 'wrong-key', 'oa-id', 'unsigned']),
  timestamp: z.enum(['string', 'number']),
  echoId: z.enum(['same', 'different']),
  seenIds: z.enum(['list', 'single']),
  contactShape: z.enum(['full-address', 'flat']),
  nonFollowers: z.enum(['allowed', 'refused']),
  listTemplate: z.enum(['accepted', 'refused']),
  after48Hours: z.enum(['charged', 'no-account', 'no-money']),
  slowAnswer: z.enum(['retried', 'ignored']),
  retryDelays: z.enum(['after-each', 'from-start', 'never']),
  numRetry: z.enum(['on-retries', 'always']),
  subscribed: z.boolean(),
  failNext: count,
  failHow: z.enum(['code', 'hang', 'drop', 'http-500']),
  failCode: z.number().int().min(-100_000).max(1000),
  loseAnswers: count,
  refresh: z.enum(['works', 'error-body', 'http-500', 'hang', 'drop-after']),
  ratePerMinute: count,
});

export type Switches = z.infer<typeof switchesSchema>;

/** Zalo as the better sources describe it, and healthy. */
export const defaultSwitches = (): Switches => ({
  signature: 'mac',
  timestamp: 'string',
  echoId: 'same',
  seenIds: 'list',
  contactShape: 'full-address',
  nonFollowers: 'allowed',
  listTemplate: 'refused',
  after48Hours: 'charged',
  slowAnswer: 'retried',
  retryDelays: 'after-each',
  numRetry: 'on-retries',
  subscribed: true,
  failNext: 0,
  failHow: 'code',
  failCode: -32,
  loseAnswers: 0,
  refresh: 'works',
  ratePerMinute: 4000,
});

/** How the panel words a switch: a choice lists its values, a number or a tick lists none. */
export type SwitchLabel = { label: string; values?: Readonly<Record<string, string>> };

/** The panel's words, in the panel's order. */
export const switchLabels = {
  failNext: { label: 'Số yêu cầu gửi tin kế tiếp sẽ lỗi' },
  failHow: {
    label: 'Lỗi kiểu',
    values: {
      code: 'trả mã lỗi bên dưới',
      hang: 'treo, không trả lời',
      drop: 'ngắt kết nối',
      'http-500': 'HTTP 500',
    },
  },
  failCode: { label: 'Mã lỗi trả về' },
  loseAnswers: { label: 'Số tin kế tiếp gửi được nhưng mất câu trả lời' },
  refresh: {
    label: 'Làm mới token',
    values: {
      works: 'bình thường',
      'error-body': 'HTTP 200 kèm lỗi',
      'http-500': 'HTTP 500',
      hang: 'treo, không trả lời',
      'drop-after': 'đổi token rồi ngắt kết nối',
    },
  },
  ratePerMinute: { label: 'Giới hạn yêu cầu mỗi phút' },
  signature: {
    label: 'Chữ ký webhook',
    values: {
      mac: 'mac= và 64 ký tự',
      bare: 'không có mac=',
      escaped: 'nội dung viết dạng \\u và \\/',
      'wrong-key': 'sai khoá',
      'oa-id': 'ký bằng mã OA',
      unsigned: 'không ký',
    },
  },
  timestamp: { label: 'timestamp', values: { string: 'chuỗi', number: 'số' } },
  echoId: { label: 'Mã tin dội lại', values: { same: 'trùng mã đã trả', different: 'mã khác' } },
  seenIds: { label: 'Tin "đã xem"', values: { list: 'msg_ids', single: 'msg_id' } },
  contactShape: {
    label: 'Thông tin người dân chia sẻ',
    values: { 'full-address': 'dạng 2025', flat: 'dạng cũ' },
  },
  nonFollowers: {
    label: 'Gửi cho người chưa quan tâm',
    values: { allowed: 'được', refused: 'lỗi -213' },
  },
  listTemplate: { label: 'Mẫu list', values: { accepted: 'nhận', refused: 'lỗi -233' } },
  after48Hours: {
    label: 'Gửi sau 48 giờ',
    values: { charged: 'tính phí', 'no-account': 'lỗi -320', 'no-money': 'lỗi -321' },
  },
  slowAnswer: {
    label: 'Webhook trả lời quá 2 giây',
    values: { retried: 'gửi lại', ignored: 'bỏ qua' },
  },
  retryDelays: {
    label: 'Các lần gửi lại',
    values: {
      'after-each': 'tính từ lần trước',
      'from-start': 'tính từ lần đầu',
      never: 'không gửi lại',
    },
  },
  numRetry: {
    label: 'Tiêu đề num_retry',
    values: { 'on-retries': 'chỉ khi gửi lại', always: 'luôn có' },
  },
  subscribed: { label: 'Webhook đang được đăng ký' },
} as const satisfies Record<keyof Switches, SwitchLabel>;
