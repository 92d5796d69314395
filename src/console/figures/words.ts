import { TICKET_CATEGORIES } from '../../model/ticket.ts';
import type { Aspect, Part } from '../../reports/parts.ts';
import type { GroupName } from '../../reports/judged.ts';
import { CATEGORY_NAMES } from '../cases/words.ts';

/** What the figures are called, on the page and in what is exported. */
export const GROUP_NAMES: Readonly<Record<GroupName, string>> = {
  received: 'Tiếp nhận trong kỳ',
  official: 'Phản ánh, kiến nghị có tên và cách liên hệ',
  notes: 'Tin tham khảo (không có thời hạn)',
  repeats: 'Đã gộp vì trùng',
  withdrawn: 'Người dân rút lại',
  reopened: 'Từng được mở lại',
  forwarded: 'Đã chuyển cơ quan khác',
  refused: 'Đã từ chối, có nêu lý do',
  settled: 'Đã xử lý xong (trả lời, chuyển, từ chối)',
  answered: 'Đã trả lời',
  counted: 'Đã tới hạn hoặc đã xong',
  'on-time': 'Đúng hạn',
  'on-time-extended': 'Đúng hạn nhờ gia hạn',
  late: 'Xong nhưng trễ hạn',
  'late-open': 'Quá hạn, chưa xong',
  running: 'Còn trong hạn hoặc chờ dân',
  'no-limit': 'Không có thời hạn',
  rated: 'Có đánh giá',
  satisfied: 'Hài lòng',
  published: 'Đã công khai kết quả',
};

export const ASPECT_NAMES: Readonly<Record<Aspect, string>> = {
  village: 'Thôn, xóm, tổ',
  field: 'Lĩnh vực',
  category: 'Loại',
  month: 'Tháng gửi',
};

const WITHOUT: Readonly<Record<Aspect, string>> = {
  village: 'Chưa rõ thôn',
  field: 'Chưa xếp lĩnh vực',
  category: '',
  month: '',
};

/** What a part of a breakdown is called. */
export function partName(aspect: Aspect, { key, name }: Part): string {
  if (aspect === 'category') {
    const category = TICKET_CATEGORIES.find((one) => one === key);
    return category === undefined ? key : CATEGORY_NAMES[category];
  }
  if (aspect === 'month') return monthName(key);
  return name === '' ? WITHOUT[aspect] : name;
}

/** `2026-11` as `11/2026`. */
export function monthName(month: string): string {
  return month.split('-').reverse().join('/');
}

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A share from 0 to 1 as `87,5%`; a dash where there was nothing to share. */
export function percentWords(share: number | undefined): string {
  return share === undefined ? '–' : percent.format(share);
}

/** `3,5 ngày`. */
export function dayWords(days: number | undefined): string {
  return days === undefined ? '–' : `${decimal.format(days)} ngày`;
}

/** `1.234`. */
export function numberWords(number: number): string {
  return decimal.format(number);
}

/** The change of a figure against the period before, with its sign; a dash where one of the two is missing. */
export function changeWords(
  now: number | undefined,
  before: number | undefined,
  unit: 'count' | 'share' | 'days',
): string {
  if (now === undefined || before === undefined) return '–';
  const change = unit === 'share' ? (now - before) * 100 : now - before;
  const rounded = Math.round(change * 10) / 10;
  if (rounded === 0) return 'không đổi';
  const sign = rounded > 0 ? '+' : '−';
  const suffix = { count: '', share: ' điểm %', days: ' ngày' }[unit];
  return `${sign}${decimal.format(Math.abs(rounded))}${suffix}`;
}
