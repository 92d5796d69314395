import { PhraseFinder } from './phrase-finder.ts';
import type { Token } from './token.ts';

/** What is done to a paper or a right. Siblings in the catalogue differ in little else. */
const ACTIONS = {
  again: [
    'cấp lại',
    'đăng ký lại',
    'làm lại',
    'xin lại',
    'bị mất',
    'làm mất',
    'mất giấy',
    'mất thẻ',
    'mất sổ',
    'thất lạc',
    'đánh rơi',
    'làm rơi',
    'rớt mất',
    'rơi mất',
    'cấp bản khác',
    'mất bằng',
    'mất cà vẹt',
    'mất biển số',
    'mất đăng ký xe',
  ],
  exchange: ['cấp đổi', 'đổi thẻ', 'đổi giấy', 'đổi sang'],
  extend: ['gia hạn'],
  /** What happened to the paper; what is done about it differs from paper to paper. */
  expired: ['hết hạn', 'quá hạn'],
  worn: [
    'rách',
    'hỏng',
    'bị mờ',
    'mờ chữ',
    'mờ số',
    'nhòe',
    'mối ăn',
    'mối xông',
    'bị cháy',
    'bị ướt',
  ],
  end: [
    'chấm dứt',
    'xóa',
    'xoá',
    'cắt',
    'hủy bỏ',
    'giải thể',
    'thôi hưởng',
    'đóng cửa',
    'nghỉ hẳn',
    'thôi làm',
  ],
  pause: ['tạm ngừng', 'tạm nghỉ'],
  change: [
    'thay đổi',
    'điều chỉnh',
    'cải chính',
    'sửa đổi',
    'sửa lỗi',
    'đính chính',
    'in sai',
    'ghi sai',
    'bị sai',
    'sai tên',
    'sai năm',
    'viết nhầm',
  ],
  foreign: [
    'nước ngoài',
    'quốc tế',
    'biên giới',
    'ngoại quốc',
    'việt kiều',
    'người tây',
    'người hàn',
    'người nhật',
    'người đức',
    'người mỹ',
    'người lào',
    'trung quốc',
    'đài loan',
  ],
  mobile: ['lưu động'],
  restore: ['khôi phục'],
  copy: ['bản sao', 'trích lục', 'sao y'],
  refuse: ['từ chối'],
} as const;

export type ActionName = keyof typeof ACTIONS;

const ACTION_NAMES: readonly ActionName[] = [
  'again',
  'exchange',
  'extend',
  'expired',
  'worn',
  'end',
  'pause',
  'change',
  'foreign',
  'mobile',
  'restore',
  'copy',
  'refuse',
];

const finder = new PhraseFinder<ActionName>(
  ACTION_NAMES.flatMap((name) => ACTIONS[name].map((phrase) => [phrase, name] as const)),
);

/** The actions that words name. */
export function actionsIn(tokens: readonly Token[]): ReadonlySet<ActionName> {
  return new Set(finder.findAll(tokens).map(({ value }) => value));
}

const BARE_ACTION =
  /^(?:(?:xin|làm|mua|đổi|cấp|đăng ký|khai báo|thông báo|trình báo|lần đầu|mới)[\s,]+)+/iu;

/** What a title is about, without what is done to it: "thẻ căn cước" of "Cấp lại thẻ căn cước (mất, hỏng)". */
export function matterOf(title: string): string {
  const plain = title
    .replace(/\s*\([^)]*\)/gu, '')
    .replace(/(?<=\s\S+\s\S+)\s(?:cho|khi)\s.*$/u, '');
  const phrases = ACTION_NAMES.flatMap((name) => [...ACTIONS[name]]);
  const bare = phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), plain.toLowerCase());
  const matter = bare.trim().replace(BARE_ACTION, '').trim();
  return matter === '' ? plain : matter;
}

/** Actions that answer one another: a licence that ran out is exchanged, a lease extended. */
const KIN: Partial<Record<ActionName, readonly ActionName[]>> = {
  expired: ['extend', 'exchange', 'again'],
  worn: ['exchange', 'again'],
  extend: ['expired'],
  exchange: ['expired', 'worn'],
  again: ['expired', 'worn'],
};

/** How many actions only the first side names, and the other nothing like it. */
export function onlyIn(some: ReadonlySet<ActionName>, others: ReadonlySet<ActionName>): number {
  let count = 0;
  for (const name of some) {
    const isMet = others.has(name) || (KIN[name] ?? []).some((kin) => others.has(kin));
    if (!isMet) count++;
  }
  return count;
}
