import { formatDay } from '../lib/clock.ts';
import { formatMoney } from '../lib/money.ts';
import type { Fee, ProcedureDocument, ProcessingTime } from './procedure.ts';

/** How residents hear of each way to file. */
export const CHANNEL_WORDS = {
  any: 'mọi cách nộp',
  'in-person': 'nộp trực tiếp',
  online: 'nộp trực tuyến',
  post: 'gửi bưu điện',
} as const;

const UNIT_WORDS = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  'working-hour': 'giờ làm việc',
  hour: 'giờ',
  month: 'tháng',
} as const;

/** What is to be paid, without the scope: "7.000 đồng/lần". Says plainly when the source gives no amount. */
export function feeAmount(fee: Fee): string {
  switch (fee.kind) {
    case 'free':
      return 'không thu';
    case 'fixed':
      return `${formatMoney(fee.vnd)}/${fee.per}`;
    case 'province':
      return 'do HĐND cấp tỉnh quy định';
    case 'portal-zero':
      return 'Cổng Dịch vụ công quốc gia ghi 0 đồng';
    case 'other':
      return fee.note;
  }
}

/** Whom and which way of filing a fee is for; empty when it is for all. */
export function feeScope({ who, channel }: Fee): string {
  return scope(who, channel);
}

/** From when to when a fee is taken: "từ 01/01/2027"; empty when it has no dates. */
export function feePeriod({ effectiveFrom, effectiveTo }: Fee): string {
  return [
    effectiveFrom === undefined ? '' : `từ ${formatDay(effectiveFrom)}`,
    effectiveTo === undefined ? '' : `đến hết ${formatDay(effectiveTo)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** How long it takes: "3 ngày làm việc", or the honest words that the source lacks the figure or its unit. */
export function duration({ value, unit }: Pick<ProcessingTime, 'value' | 'unit'>): string {
  if (value === null) return 'nguồn không ghi thời hạn';
  if (unit === null) return `nguồn chỉ ghi "${String(value)}", không rõ là ngày hay giờ`;
  return `${String(value).replace('.', ',')} ${UNIT_WORDS[unit]}`;
}

/** Which case and way of filing a time is for; empty when it is for all. */
export function timeScope({ case: when, channel }: ProcessingTime): string {
  return scope(when, channel);
}

/** How many copies of a paper and on which form: "1 bản chính, mẫu CT01"; empty when the source says neither. */
export function paperQuantity({ originals = 0, copies = 0, form }: ProcedureDocument): string {
  return [
    originals === 0 ? '' : `${originals} bản chính`,
    copies === 0 ? '' : `${copies} bản sao`,
    form === undefined ? '' : `mẫu ${form}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** In which case a paper is needed: "trường hợp trẻ bị bỏ rơi", "chỉ khi cán bộ không tra được". */
export function paperCondition(when: string): string {
  const condition = when.charAt(0).toLowerCase() + when.slice(1);
  return /^(khi|chỉ|nếu|trừ|trường hợp|đối với)(?=\s)/.test(condition)
    ? condition
    : `trường hợp ${condition}`;
}

function scope(who: string | undefined, channel: keyof typeof CHANNEL_WORDS): string {
  const words = CHANNEL_WORDS[channel];
  // Some sources name the way of filing with the case: "hộ gia đình nộp trực tuyến".
  const isSaid = channel === 'any' || who?.includes(words) === true;
  const parts = isSaid ? [who] : [who, words];
  return parts.filter((part) => part !== undefined).join(', ');
}
