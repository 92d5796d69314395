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
    'cháy mất',
    'lạc mất',
    'bị thất lạc',
    'bị trộm',
    'bị cướp',
    'móc túi',
    'mất cắp',
    'mất căn cước',
    'mất biển',
    'không còn giấy',
    'đổi cấp lại',
  ],
  exchange: [
    'cấp đổi',
    'đổi thẻ',
    'đổi giấy',
    'đổi sang',
    'đổi căn cước',
    'đổi bằng',
    'đổi biển',
    'đổi đăng ký',
    'mẫu mới',
    'đổi sổ',
  ],
  extend: ['gia hạn', 'thêm thời hạn', 'kéo dài thời hạn', 'xin ở tiếp'],
  /** What happened to the paper; what is done about it differs from paper to paper. */
  expired: ['hết hạn', 'quá hạn', 'hết thời hạn', 'còn hạn'],
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
    'nát',
    'cắn',
    'bị gãy',
    'gãy đôi',
    'bong',
    'phai',
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
    'giải tán',
    'nghỉ bán',
    'nghỉ kinh doanh',
    'thôi bán',
    'dẹp tiệm',
    'dẹp quán',
    'trả giấy phép',
    'không làm nữa',
    'không bán nữa',
    'không hoạt động nữa',
    'thu hồi',
    'đóng chi nhánh',
  ],
  pause: [
    'tạm ngừng',
    'tạm nghỉ',
    'tạm ngưng',
    'tạm dừng',
    'tạm đóng',
    'nghỉ tạm',
    'nghỉ mấy tháng',
    'nghỉ vài tháng',
    'nghỉ bán mấy tháng',
    'nghỉ bán vài tháng',
    'nghỉ một thời gian',
    'nghỉ bán một thời gian',
  ],
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
    'sai thông tin',
    'sai năm',
    'viết nhầm',
    'sửa thông tin',
    'sửa tên',
    'sửa năm',
    'sửa họ',
    'ghi nhầm',
    'in nhầm',
    'nhầm tên',
    'sai ngày',
    'sai họ',
    'sai quê',
    'sai chính tả',
    'đổi tên',
    'đổi họ',
    'đổi địa chỉ',
    'đổi chủ hộ',
    'thêm ngành',
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
    'chồng tây',
    'vợ tây',
    'chồng hàn',
    'vợ hàn',
    'chồng nhật',
    'chồng mỹ',
    'chồng đức',
    'chồng pháp',
    'chồng úc',
    'chồng đài',
    'vợ lào',
    'chồng lào',
    'người úc',
    'người pháp',
    'người nga',
    'người canada',
    'campuchia',
    'hàn quốc',
    'nhật bản',
    'thái lan',
    'singapore',
    'malaysia',
    'bên mỹ',
    'bên nhật',
    'bên hàn',
    'bên đức',
    'bên úc',
    'bên lào',
    'bên tây',
    'quốc tịch khác',
  ],
  mobile: [
    'lưu động',
    'cán bộ tới nhà',
    'cán bộ đến nhà',
    'xuống nhà làm',
    'tới tận nhà',
    'đến tận nhà',
    'đăng ký tại nhà',
  ],
  restore: ['khôi phục', 'mở khóa', 'mở khoá', 'mở lại', 'kinh doanh lại', 'hoạt động lại'],
  lock: ['khóa', 'khoá', 'chặn', 'vô hiệu'],
  /** Not "mất", which papers are, too. */
  death: [
    'chết',
    'qua đời',
    'từ trần',
    'tử vong',
    'vừa mất',
    'mới mất',
    'khai tử',
    'báo tử',
    'tử tuất',
    'mai táng',
    'ma chay',
    'đám tang',
    'hậu sự',
  ],
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
  'lock',
  'death',
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
