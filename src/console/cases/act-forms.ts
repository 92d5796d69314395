import type { ActName } from '../../pakn/acts.ts';
import { readForm } from '../frame/form.ts';
import { select } from '../frame/parts.ts';
import { type ActForm, answer, atOnce, neededArea, neededLine, words } from './act-form.ts';
import {
  classifySchema,
  extendSchema,
  forwardSchema,
  identifySchema,
  kinds,
  mergeSchema,
  publishSchema,
  readAssignment,
} from './act-schemas.ts';
import { colleagueOptions } from './desk-view.ts';
import { reporterFields } from './reporter-fields.ts';

const reason = { label: 'Lý do' };
const REASON = { ...reason, name: 'noi-dung', rows: 3 };

/** What officers can do to a report, as they are asked for it. The order is that of the page. */
export const ACT_FORMS: Partial<Readonly<Record<ActName, ActForm>>> = {
  receive: { title: 'Tiếp nhận', button: 'Tiếp nhận', read: atOnce({ name: 'receive' }) },
  classify: {
    title: 'Phân loại',
    button: 'Lưu phân loại',
    fields: ({ visit, ticket, typed, problems }) => [
      select(
        {
          name: 'loai',
          label: 'Loại',
          options: kinds,
          value: typed.get('loai') ?? ticket.category,
          empty: 'Chọn loại',
        },
        problems,
      ),
      select(
        {
          name: 'linh-vuc',
          label: 'Lĩnh vực',
          options: visit.commune.feedback.fields.map(({ name }) => ({ value: name, label: name })),
          value: typed.get('linh-vuc') ?? ticket.field,
          empty: 'Chọn lĩnh vực',
        },
        problems,
      ),
    ],
    read: (form) => readForm(classifySchema, form),
  },
  assign: {
    title: 'Giao việc',
    button: 'Giao việc',
    fields: ({ visit, ticket, typed, problems }) =>
      select(
        {
          name: 'giao-cho',
          label: 'Giao cho',
          options: colleagueOptions(visit),
          value: typed.get('giao-cho') ?? ticket.assignee,
          empty: 'Chọn người',
        },
        problems,
      ),
    read: (form, visit) => readAssignment(form, visit),
  },
  start: { title: 'Bắt đầu xử lý', button: 'Bắt đầu xử lý', read: atOnce({ name: 'start' }) },
  answer: {
    title: 'Trả lời',
    button: 'Gửi trả lời',
    ...answer((text) => ({ name: 'answer', text })),
  },
  submit: {
    title: 'Trình duyệt',
    button: 'Trình lãnh đạo duyệt',
    ...answer((text) => ({ name: 'submit', text })),
  },
  approve: {
    title: 'Duyệt',
    button: 'Duyệt và gửi người dân',
    hint: 'Sửa được trước khi duyệt.',
    ...answer((text) => ({ name: 'approve', text })),
  },
  return: {
    title: 'Trả lại',
    button: 'Trả lại người soạn',
    ...words({ label: 'Lý do trả lại' }, (text) => ({ name: 'return', reason: text })),
  },
  'ask-resident': {
    title: 'Hỏi thêm',
    button: 'Gửi câu hỏi',
    hint: 'Thời hạn tạm dừng cho tới khi người dân trả lời.',
    ...words({ label: 'Điều cần hỏi' }, (text) => ({ name: 'ask-resident', text })),
  },
  resume: {
    title: 'Xử lý tiếp',
    button: 'Xử lý tiếp',
    hint: 'Khi người dân đã trả lời qua điện thoại, hoặc không cần chờ nữa. Thời hạn chạy lại.',
    ...words(reason, (text) => ({ name: 'resume', reason: text })),
  },
  identify: {
    title: 'Ghi người gửi',
    button: 'Lưu người gửi',
    hint: 'Khi đã biết ai gửi, tin tham khảo thành phản ánh chính thức.',
    fields: ({ typed, problems }) => reporterFields(typed, problems),
    read: (form) => readForm(identifySchema, form),
  },
  forward: {
    title: 'Chuyển cơ quan khác',
    button: 'Chuyển',
    fields: (filling) => [
      neededLine(filling, { name: 'co-quan', label: 'Cơ quan nhận' }),
      neededArea(filling, REASON),
    ],
    read: (form) => readForm(forwardSchema, form),
  },
  refuse: {
    title: 'Từ chối',
    button: 'Từ chối',
    ...words(
      { label: 'Lý do từ chối', hint: 'Nói rõ vì sao, và người dân nên gửi ở đâu.' },
      (text) => ({
        name: 'refuse',
        reason: text,
      }),
    ),
  },
  extend: {
    title: 'Gia hạn',
    button: 'Gia hạn',
    fields: (filling) => [
      neededLine(filling, { name: 'so-ngay', label: 'Thêm mấy ngày làm việc', type: 'number' }),
      neededArea(filling, REASON),
    ],
    read: (form) => readForm(extendSchema, form),
  },
  merge: {
    title: 'Gộp',
    button: 'Gộp vào phản ánh này',
    hint: 'Người gửi vẫn được báo khi phản ánh chính có kết quả.',
    fields: (filling) => neededLine(filling, { name: 'gop-vao', label: 'Mã phản ánh chính' }),
    read: (form) => readForm(mergeSchema, form),
  },
  unmerge: { title: 'Tách ra', button: 'Tách ra', read: atOnce({ name: 'unmerge' }) },
  close: { title: 'Đóng', button: 'Đóng phản ánh', read: atOnce({ name: 'close' }) },
  reopen: {
    title: 'Mở lại',
    button: 'Mở lại',
    ...words(reason, (text) => ({ name: 'reopen', reason: text })),
  },
  publish: {
    title: 'Công khai',
    button: 'Công khai kết quả',
    hint: 'Ai cũng đọc được. Không ghi tên, số điện thoại hay chi tiết nhận ra người gửi.',
    fields: (filling) => [
      neededArea(filling, { name: 'viec', label: 'Việc được phản ánh', rows: 3 }),
      neededArea(filling, {
        name: 'ket-qua',
        label: 'Kết quả',
        rows: 5,
        start: filling.ticket.answer?.text ?? '',
      }),
    ],
    read: (form) => readForm(publishSchema, form),
  },
  unpublish: {
    title: 'Thôi công khai',
    button: 'Thôi công khai',
    read: atOnce({ name: 'unpublish' }),
  },
  called: {
    title: 'Đã gọi điện',
    button: 'Lưu cuộc gọi',
    ...words({ label: 'Đã nói gì' }, (text) => ({ name: 'called', text })),
  },
  note: {
    title: 'Ghi chú nội bộ',
    button: 'Lưu ghi chú',
    hint: 'Người dân không thấy.',
    ...words({ label: 'Ghi chú', rows: 3 }, (text) => ({ name: 'note', text })),
  },
};
