import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { maskPersonalData, maskPhone } from '../../lib/mask.ts';
import type { Ticket } from '../../model/ticket.ts';
import { type Outcome, outcomeOf, settlementOf } from '../../reports/outcome.ts';
import {
  CASE_STAFF,
  CATEGORY_NAMES,
  CHANNEL_NAMES,
  STANDING_NAMES,
  STATES,
} from '../cases/words.ts';
import { formatMoment } from '../frame/parts.ts';
import { mayUse, type OfficerVisit } from '../frame/route.ts';

/** What a cell is made from. */
export type RowContext = {
  now: Date;
  /** Whether who reads it may see whole phone numbers. */
  seesPersons: boolean;
  officerName: (id: string) => string | undefined;
};

/** One column of a list of reports, as it is shown, printed and exported. */
export type Column = {
  title: string;
  /** In a spreadsheet, in characters. */
  width: number;
  text: (ticket: Ticket, context: RowContext) => string;
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  'late-open': 'Quá hạn, chưa xong',
  running: 'Còn trong hạn',
  'no-limit': 'Không có thời hạn',
  uncounted: 'Không tính hạn',
};

const code: Column = { title: 'Số, mã', width: 14, text: (one) => one.code };
const sentAt: Column = {
  title: 'Ngày nhận',
  width: 16,
  text: ({ createdAt }) => formatMoment(createdAt),
};
const content: Column = {
  title: 'Nội dung',
  width: 60,
  text: (one, { seesPersons }) => (seesPersons ? one.content : maskPersonalData(one.content)),
};
const place: Column = { title: 'Nơi xảy ra', width: 24, text: ({ place: where = '' }) => where };
const category: Column = {
  title: 'Loại',
  width: 20,
  text: (one) => CATEGORY_NAMES[one.category],
};
const field: Column = { title: 'Lĩnh vực', width: 20, text: (one) => one.field ?? '' };
const state: Column = { title: 'Trạng thái', width: 18, text: (one) => STATES[one.state].name };
const holder: Column = {
  title: 'Người xử lý',
  width: 20,
  text: ({ assignee }, { officerName }) => (assignee && officerName(assignee)) ?? '',
};
const due: Column = { title: 'Hạn', width: 12, text: ({ dueAt }) => dayWords(dueAt) };
const doneAt: Column = {
  title: 'Ngày xong',
  width: 12,
  text: (one) => dayWords(settlementOf(one)),
};
const result: Column = { title: 'Kết quả', width: 60, text: resultOf };
const name: Column = { title: 'Người gửi', width: 22, text: ({ reporter }) => reporter.name ?? '' };
const phone: Column = {
  title: 'Điện thoại',
  width: 14,
  text: ({ reporter }, { seesPersons }) => {
    if (reporter.phone === undefined) return '';
    return seesPersons ? reporter.phone : maskPhone(reporter.phone);
  },
};
const address: Column = {
  title: 'Địa chỉ',
  width: 24,
  text: ({ reporter }, { seesPersons }) => (seesPersons ? (reporter.address ?? '') : ''),
};

/** Everything that a spreadsheet of reports holds. */
export const EXPORT_COLUMNS: readonly Column[] = [
  code,
  sentAt,
  { title: 'Nơi nhận', width: 12, text: (one) => CHANNEL_NAMES[one.channel] },
  { title: 'Hình thức', width: 22, text: (one) => STANDING_NAMES[one.standing] },
  category,
  field,
  place,
  content,
  state,
  holder,
  due,
  doneAt,
  { title: 'So với hạn', width: 18, text: (one, { now }) => OUTCOMES[outcomeOf(one, now)] },
  result,
  { title: 'Đánh giá', width: 14, text: ratingOf },
  name,
  phone,
  address,
];

/** What NĐ 20/2008 Điều 9 wants entered: what came, from whom, who deals with it, by when, with what result. */
export const REGISTER_COLUMNS: readonly Column[] = [
  code,
  sentAt,
  {
    title: 'Người gửi, địa chỉ, điện thoại',
    width: 30,
    text: (one, context) =>
      [name, address, phone]
        .map(({ text }) => text(one, context))
        .filter((text) => text !== '')
        .join(', '),
  },
  content,
  {
    title: 'Loại, lĩnh vực',
    width: 20,
    text: (one) => [CATEGORY_NAMES[one.category], one.field].filter(Boolean).join('; '),
  },
  holder,
  due,
  { ...result, title: 'Kết quả xử lý' },
  { ...doneAt, title: 'Ngày trả lời' },
];

/** What a list of reports shows on the screen: nothing that points to a person. */
export const LIST_COLUMNS: readonly Column[] = [
  sentAt,
  { ...content, text: ({ content: words }) => maskPersonalData(words) },
  place,
  field,
  state,
  due,
  doneAt,
];

/** What the columns may show to this officer. */
export function rowContext({ officer, now, services }: OfficerVisit): RowContext {
  return {
    now,
    seesPersons: mayUse({ allow: CASE_STAFF }, officer.roles),
    officerName: (id) => services.store.officers.get(id)?.name,
  };
}

function resultOf({ state: reached, answer, timeline, duplicateOf }: Ticket, context: RowContext) {
  if (reached === 'duplicate') return `Trùng với ${duplicateOf ?? ''}`;
  const entry = timeline.findLast(({ from, to }) => to === reached && from !== to);
  const isAnswered = reached === 'answered' || reached === 'closed';
  const said = isAnswered ? answer?.text : undefined;
  const words = reached === 'forwarded' || reached === 'refused' ? entry?.text : said;
  const whole = [STATES[reached].name, words].filter(Boolean).join(': ');
  return context.seesPersons ? whole : maskPersonalData(whole);
}

function ratingOf({ rating }: Ticket): string {
  if (rating === undefined) return '';
  return rating.satisfied ? 'Hài lòng' : 'Chưa hài lòng';
}

function dayWords(at: Date | undefined): string {
  return at === undefined ? '' : formatDay(vietnamDay(at));
}
