import { fold } from '../../lib/fold.ts';
import { formatMoney } from '../../lib/money.ts';
import type { Fee } from '../procedure.ts';
import { PER_UNKNOWN } from './gaps.ts';
import { moneyIn } from './money.ts';
import type { PortalFee } from './portal-record.ts';

const PLAIN_NAME = 'Phí, lệ phí';
const NAME_LIMIT = 60; // a longer "name" is an explanation
const LEAST_VND = 1000; // the portal shows "20" where the explanation says 20.000 đồng

/** What a portal's fee says. The exemptions are quoted word for word: paraphrases lose some. */
export type ReadFee = { fee: Fee | undefined; exemptions: string[] };

/** Reads one fee of one way of filing. An amount of 0 is never taken for "free". */
export function readPortalFee(source: PortalFee, channel: Fee['channel']): ReadFee {
  const { what, amount, text } = partsOf(source);
  // Not at semicolons: they list who is exempt.
  const sentences = text.split(/(?<=\.)\s+|\n/).filter((sentence) => sentence.length > 1);
  const rest = sentences.filter((sentence) => !isExemption(sentence)).join(' ');
  const fee = feeOf({ what, channel }, amount, { text, rest });
  return { fee, exemptions: sentences.filter(isExemption) };
}

/** Whether a text says that the council of the province sets the amount. */
export function isSetByProvince(text: string): boolean {
  return /\bhdnd\b|hoi dong nhan dan/.test(fold(text));
}

/** Whether a sentence says who pays nothing or less. "Miễn phí" alone says nothing about whom. */
export function isExemption(sentence: string): boolean {
  // Marks matter here: without them "giảm" is "giám" of guardianship.
  return /(?<!\p{L})(?:miễn|giảm)(?!\p{L}).*(?<!\p{L})(?:cho|đối với|người|hộ nghèo|trường hợp)(?!\p{L})/iu.test(
    sentence,
  );
}

function partsOf({ name, amount, value, description }: PortalFee) {
  const given = amount.words === '' ? value : amount;
  const hasPlainName = name.length <= NAME_LIMIT && !isSetByProvince(name) && !isExemption(name);
  const words = given.number === undefined ? given.words : '';
  return {
    what: hasPlainName && name !== '' ? name : PLAIN_NAME,
    amount: given.number,
    text: [hasPlainName ? '' : name, words, description].filter((part) => part !== '').join('\n'),
  };
}

type FeeBase = Pick<Fee, 'what' | 'channel'>;

/** The whole explanation, and what is left of it without the exemptions. */
type Explanation = { text: string; rest: string };

function feeOf(
  base: FeeBase,
  amount: number | undefined,
  { text, rest }: Explanation,
): Fee | undefined {
  if (isSetByProvince(text)) {
    const shown = amount === undefined || amount === 0 ? '' : `Cổng ghi ${formatMoney(amount)}. `;
    return { kind: 'province', ...base, ...noteOf(shown + rest) };
  }
  if (amount === undefined) return rest === '' ? undefined : { kind: 'other', ...base, note: rest };
  const named = moneyIn(text);
  if (amount === 0 && named.length === 0) return { kind: 'portal-zero', ...base, ...noteOf(rest) };

  const explained = named.find(({ vnd }) => vnd === amount);
  const isPlausible = amount >= LEAST_VND && Number.isInteger(amount);
  if (isPlausible && (named.length === 0 || explained !== undefined)) {
    const per = explained?.per ?? PER_UNKNOWN;
    return { kind: 'fixed', vnd: amount, per, ...base, ...noteOf(rest) };
  }
  const explanation = text === '' ? 'con số có vẻ thiếu' : `phần giải thích ghi: “${text}”`;
  return { kind: 'other', ...base, note: `Cổng ghi ${formatMoney(amount)}, ${explanation}.` };
}

function noteOf(text: string): { note?: string } {
  return text.trim() === '' ? {} : { note: text.trim() };
}
