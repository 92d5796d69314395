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
    'rách',
    'hỏng',
  ],
  exchange: ['cấp đổi', 'đổi thẻ', 'đổi giấy', 'đổi sang'],
  extend: ['gia hạn', 'hết hạn'],
  end: ['chấm dứt', 'xóa', 'xoá', 'cắt', 'hủy bỏ', 'giải thể', 'thôi hưởng'],
  pause: ['tạm ngừng', 'tạm nghỉ'],
  change: ['thay đổi', 'điều chỉnh', 'cải chính', 'sửa đổi', 'sửa lỗi', 'đính chính'],
  foreign: ['nước ngoài', 'quốc tế', 'biên giới', 'ngoại quốc'],
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

/** Minus the number of actions that only one side names: 0 when they agree. */
export function actionDistance(
  asked: ReadonlySet<ActionName>,
  offered: ReadonlySet<ActionName>,
): number {
  let distance = 0;
  for (const name of ACTION_NAMES) if (asked.has(name) !== offered.has(name)) distance--;
  return distance;
}
