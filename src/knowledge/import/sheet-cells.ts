import { fold } from '../../lib/fold.ts';
import type { Fee, Procedure, ProcessingTime } from '../procedure.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { PER_UNKNOWN } from './gaps.ts';
import { moneyIn, parseAmount } from './money.ts';
import { BULLET } from './plain-text.ts';
import { isExemption, isSetByProvince } from './portal-fees.ts';

/** What a cell says, or what is wrong with it in words for the person who keeps the sheet. */
export type Cell<T> = { value: T } | { problem: string };

const LEAST_VND = 1000; // a bare smaller number may be thousands: "10" for 10.000 đồng
const NOTHING_TAKEN = /^(khong|khong co|khong thu|khong thu phi|khong thu le phi|mien phi)\.?$/;

const DURATION = /(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)(?!\p{L})/giu;
const UNITS: Readonly<Record<string, NonNullable<ProcessingTime['unit']>>> = {
  'ngày làm việc': 'working-day',
  ngày: 'day',
  'giờ làm việc': 'working-hour',
  giờ: 'hour',
  tháng: 'month',
};

const FIGURE =
  /\d[\d.,]*\s*(?:(?:(?:trieu|nghin|ngan) )?(?:dong|vnd|d)\b(?:\s*\/[^;,.()\n]+)?|(?:ngay|gio)(?: lam viec)?|thang)?/g;

/** "10.000 đồng/lần", "Không", "Theo quy định của HĐND tỉnh"; parts are separated by ";" or lines. */
export function readFees(text: string): Cell<Pick<Procedure, 'fees' | 'feeExemptions'>> {
  const feeExemptions: string[] = [];
  const fees: Cell<Fee>[] = [];
  for (const part of partsOf(text)) {
    // "Miễn cho người có công; hộ nghèo": what follows without a figure still belongs to the exemption.
    const goesOn = feeExemptions.length > 0 && !/\d/.test(part);
    if (isExemption(part) || goesOn) feeExemptions.push(part);
    else fees.push(readFee(part));
  }
  const exemption = feeExemptions.join('; ');
  return all(fees, (read) => ({
    fees: read,
    feeExemptions: exemption === '' ? [] : [exemption],
  }));
}

function readFee(text: string): Cell<Fee> {
  const base = { what: 'Phí, lệ phí', channel: onlyWayIn(text) };
  if (isSetByProvince(text)) return { value: { kind: 'province', ...base, note: text } };
  if (NOTHING_TAKEN.test(fold(text))) return { value: { kind: 'free', ...base } };

  const [money, ...more] = moneyIn(text);
  const vnd = money?.vnd ?? parseAmount(text);
  if (vnd === 0) {
    return {
      value: { kind: 'other', ...base, note: 'Danh mục ghi 0 đồng, chưa rõ có thu không.' },
    };
  }
  if (more.length > 0) return { value: { kind: 'other', ...base, note: text } };
  if (Number.isInteger(vnd) && vnd >= LEAST_VND) {
    const per = money?.per ?? PER_UNKNOWN;
    return { value: { kind: 'fixed', vnd, per, ...base, ...noteBeyond(text) } };
  }
  if (/^\d/.test(text)) {
    return problem(text, '"10.000 đồng/lần", "Không" hoặc "Theo quy định của HĐND tỉnh"');
  }
  return { value: { kind: 'other', ...base, note: text } };
}

/** "5 ngày làm việc", "24 giờ"; a bare number takes its unit from the heading, if that has one. */
export function readTimes(text: string, heading: string): Cell<ProcessingTime[]> {
  return all(
    partsOf(text).map((part) => readTime(part, heading)),
    (times) => times,
  );
}

function readTime(text: string, heading: string): Cell<ProcessingTime> {
  const channel = onlyWayIn(text);
  const isBare = /^\d+([.,]\d+)?$/.test(text);
  const inHeading = /ngày làm việc|ngày|giờ/i.exec(heading)?.[0] ?? '';
  const [duration, ...more] = [...(isBare ? `${text} ${inHeading}` : text).matchAll(DURATION)];
  if (duration === undefined && isBare && Number(text.replace(',', '.')) > 0) {
    return { value: { channel, value: Number(text.replace(',', '.')), unit: null } };
  }
  if (duration === undefined && /\d/.test(text)) return problem(text, '"5 ngày làm việc"');
  if (duration === undefined || more.length > 0) {
    return { value: { channel, value: null, unit: null, note: text } };
  }
  const [whole, number = '', unit = ''] = duration;
  const value = Number(number.replace(',', '.'));
  if (value === 0) return problem(text, '"5 ngày làm việc", hoặc để trống');
  const note = noteBeyond(isBare ? whole : text);
  return { value: { channel, value, unit: UNITS[unit.toLowerCase()] ?? null, ...note } };
}

/** "Trực tiếp, trực tuyến toàn trình, bưu chính": the ways of filing and how far online goes. */
export function readChannels(text: string): Cell<Pick<Procedure, 'channels' | 'onlineLevel'>> {
  const words = fold(text);
  const ways = waysIn(text);
  if (ways.length === 0) return problem(text, '"Trực tiếp; Trực tuyến; Bưu chính"');
  const level = words.includes('toan trinh')
    ? 'full'
    : words.includes('mot phan')
      ? 'partial'
      : null;
  return { value: { channels: ways.map((kind) => ({ kind })), onlineLevel: level } };
}

/** An address of the web; `null` for an empty cell. */
export function readLink(text: string): Cell<string | null> {
  if (text === '') return { value: null };
  const isWeb = /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
  return isWeb ? { value: text } : problem(text, 'đường dẫn bắt đầu bằng https://');
}

function waysIn(text: string): Channel[] {
  const words = fold(text);
  const marks: Readonly<Record<Channel, RegExp>> = {
    'in-person': /truc tiep/,
    online: /truc tuyen|toan trinh|mot phan|qua mang/,
    post: /buu (chinh|dien)|bcci/,
  };
  return CHANNELS.filter((channel) => marks[channel].test(words));
}

function onlyWayIn(text: string): Channel | 'any' {
  const [way, ...more] = waysIn(text);
  return way === undefined || more.length > 0 ? 'any' : way;
}

/** The whole text as a note when it says more than the figure and the way of filing. */
function noteBeyond(text: string): { note?: string } {
  const rest = fold(text)
    .replace(FIGURE, '')
    .replace(/nop|ho so|qua|truc tiep|truc tuyen|buu chinh|buu dien|[^a-z]/g, '');
  return rest === '' ? {} : { note: text };
}

function partsOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.replace(BULLET, '').trim())
    .filter((part) => part !== '');
}

function problem(text: string, expected: string): { problem: string } {
  return { problem: `"${text}" chưa rõ; ghi như ${expected}.` };
}

function all<T, R>(cells: readonly Cell<T>[], combine: (values: T[]) => R): Cell<R> {
  const values: T[] = [];
  for (const cell of cells) {
    if ('problem' in cell) return cell;
    values.push(cell.value);
  }
  return { value: combine(values) };
}
