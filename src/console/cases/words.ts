import type { Role } from '../../model/officer.ts';
import type { Ticket, TicketCategory, TicketChannel, TicketState } from '../../model/ticket.ts';
import type { Stage } from '../../pakn/urgency.ts';

/** Who sees reports at all. */
export const CASE_ROLES = ['intake', 'handler', 'leader', 'viewer'] as const satisfies Role[];
/** Who works on them: sees phone numbers, writes to residents. */
export const CASE_STAFF = ['intake', 'handler', 'leader'] as const satisfies Role[];
/** Who gives work to others. */
export const DISPATCHERS = ['intake', 'leader'] as const satisfies Role[];

export type Look = 'plain' | 'blue' | 'green' | 'amber' | 'red' | 'violet';

/** How staff read the states. Residents read those of `bot/texts.ts`. */
export const STATES: Readonly<Record<TicketState, { name: string; look: Look }>> = {
  new: { name: 'Mới', look: 'red' },
  received: { name: 'Đã tiếp nhận', look: 'blue' },
  classified: { name: 'Đã phân loại', look: 'blue' },
  assigned: { name: 'Đã giao', look: 'blue' },
  'in-progress': { name: 'Đang xử lý', look: 'blue' },
  'awaiting-resident': { name: 'Chờ dân bổ sung', look: 'amber' },
  'awaiting-approval': { name: 'Chờ duyệt', look: 'violet' },
  answered: { name: 'Đã trả lời', look: 'green' },
  closed: { name: 'Đóng', look: 'plain' },
  forwarded: { name: 'Đã chuyển cơ quan khác', look: 'plain' },
  refused: { name: 'Từ chối', look: 'plain' },
  duplicate: { name: 'Trùng', look: 'plain' },
  reopened: { name: 'Mở lại', look: 'red' },
};

export const CATEGORY_NAMES: Readonly<Record<TicketCategory, string>> = {
  unsorted: 'Chưa phân loại',
  procedure: 'Quy định, thủ tục hành chính',
  'on-site': 'Hiện trường',
  urgent: 'Khẩn cấp',
  other: 'Khác',
};

export const CHANNEL_NAMES: Readonly<Record<TicketChannel, string>> = {
  zalo: 'Zalo',
  counter: 'Tại quầy',
  phone: 'Điện thoại',
};

export const STAGE_LOOKS: Readonly<Record<Stage, Look>> = {
  none: 'plain',
  '3-days': 'amber',
  '1-day': 'amber',
  today: 'red',
  overdue: 'red',
  'red-line': 'red',
};

export const STANDING_NAMES: Readonly<Record<Ticket['standing'], string>> = {
  official: 'Phản ánh, kiến nghị',
  note: 'Tin tham khảo (không có thời hạn)',
};

/** What happened, as the story of a report tells it. */
export const DEEDS: Readonly<Record<string, string>> = {
  file: 'Ghi thay người dân',
  receive: 'Tiếp nhận',
  classify: 'Phân loại',
  assign: 'Giao việc',
  start: 'Bắt đầu xử lý',
  'ask-resident': 'Hỏi thêm người dân',
  resume: 'Xử lý tiếp',
  add: 'Người dân bổ sung',
  identify: 'Biết người gửi',
  submit: 'Trình duyệt',
  approve: 'Duyệt và trả lời',
  return: 'Trả lại người soạn',
  answer: 'Trả lời',
  close: 'Đóng',
  forward: 'Chuyển cơ quan khác',
  refuse: 'Từ chối',
  merge: 'Gộp vào phản ánh trùng',
  unmerge: 'Tách khỏi phản ánh trùng',
  reopen: 'Mở lại',
  rate: 'Người dân đánh giá',
  publish: 'Công khai kết quả',
  unpublish: 'Thôi công khai',
  extend: 'Gia hạn',
  note: 'Ghi chú',
  called: 'Đã gọi điện',
  withdraw: 'Người dân rút phản ánh',
  relay: 'Báo tin từ phản ánh chính',
  'call-needed': 'Cần gọi điện',
  nudge: 'Nhắc hạn',
  anonymise: 'Xóa thông tin người gửi theo thời hạn lưu',
};
