import { formatDay } from '../lib/clock.ts';
import { z } from 'zod';
import { formatMoney } from '../lib/money.ts';
import { duration } from './procedure-wording.ts';
import type { Procedure } from './procedure.ts';

/** A row of a reference list: the facts of one procedure as another source has them. Unknown keys are ignored. */
export const referenceSchema = z.looseObject({
  code: z.string(),
  name: z.string(),
  decision: z.string().nullish(),
  link: z.string().nullish(),
  link_by_code: z.string().nullish(),
  fee: z.string().nullish(),
  time: z.string().nullish(),
  methods: z
    .array(
      z.looseObject({
        time: z.string().nullish(),
        fee_shown: z.string().nullish(),
        note: z.string().nullish(),
      }),
    )
    .default([]),
  legal_basis: z
    .looseObject({ doc_numbers: z.array(z.string()).default([]) })
    .nullish()
    .catch(null),
});

export type Reference = z.infer<typeof referenceSchema>;

/** One fact that the record and the reference tell differently. */
export type Difference = {
  what: 'tên' | 'quyết định' | 'liên kết' | 'mức tiền' | 'thời hạn' | 'căn cứ';
  text: string;
  /** Whether the record itself says why: the figure stands in one of its notes. */
  isExplained: boolean;
};

const MONEY = /(\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:Việt Nam Đồng|VNĐ|VND|đồng|đ\b)/giu;
const TIME = /(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)?/giu;
const LEAST_MONEY = 500; // smaller numbers beside "đồng" are clause numbers

/** Compares codes, names, money, times, links and legal basis. Empty when nothing differs. */
export function compareWithReference(procedure: Procedure, reference: Reference): Difference[] {
  const explanations = explanationsOf(procedure);
  const explained = (figure: string) => explanations.includes(figure);
  return [
    ...sameText('tên', [procedure.name, reference.name]),
    ...sameText('quyết định', [procedure.source.decision, numberOnly(reference.decision)]),
    ...sameText('liên kết', [procedure.links.page, reference.link]),
    ...sameText('liên kết', [procedure.links.byCode, reference.link_by_code]),
    ...moneyDifferences(procedure, reference, explained),
    ...timeDifferences(procedure, reference, explained),
    ...basisDifferences(procedure, reference, explained),
  ];
}

type Explained = (figure: string) => boolean;

function sameText(
  what: Difference['what'],
  [ours, theirs]: readonly [string | null | undefined, string | null | undefined],
): Difference[] {
  const [left, right] = [tidy(ours), tidy(theirs)];
  return left === right ? [] : [{ what, text: `"${left}" ≠ "${right}"`, isExplained: false }];
}

function moneyDifferences(
  procedure: Procedure,
  reference: Reference,
  explained: Explained,
): Difference[] {
  const shown = reference.methods.flatMap(({ fee_shown: fee, note }) => [fee ?? '', note ?? '']);
  const theirs = new Set(amountsIn([reference.fee ?? '', ...shown].join(' ')));
  const ours = new Set(procedure.fees.flatMap((fee) => (fee.kind === 'fixed' ? [fee.vnd] : [])));
  return onlyInOne(ours, theirs).map(([vnd, side]) => ({
    what: 'mức tiền',
    text: `${formatMoney(vnd)} ${side}`,
    isExplained: explained(formatMoney(vnd)),
  }));
}

function timeDifferences(
  procedure: Procedure,
  reference: Reference,
  explained: Explained,
): Difference[] {
  const given = reference.methods.map(({ time }) => time ?? '');
  // Sources without methods tell the time in one line.
  const theirs = new Set(timesIn((given.length > 0 ? given : [reference.time ?? '']).join('; ')));
  const ours = new Set(procedure.processingTime.filter(({ value }) => value !== null).map(timeKey));
  // Prose such as "không quá 11" leaves the unit to the sentence before.
  const units = new Set([...ours].map((time) => time.split(' ')[0]));
  for (const time of theirs) if (given.length === 0 && units.has(time)) theirs.delete(time);
  return onlyInOne(ours, theirs).map(([time, side]) => ({
    what: 'thời hạn',
    text: `${time} ${side}`,
    // A time of our own carries its case or note, which says where in the source it stands.
    isExplained: explained(time) || (side === ONLY_OURS && hasCase(procedure, time)),
  }));
}

function basisDifferences(
  procedure: Procedure,
  { legal_basis: basis }: Reference,
  explained: Explained,
): Difference[] {
  const theirs = new Set(basis?.doc_numbers ?? []);
  return onlyInOne(new Set(procedure.legalBasis), theirs).map(([number, side]) => ({
    what: 'căn cứ',
    text: `${number} ${side}`,
    isExplained: explained(number),
  }));
}

const ONLY_OURS = 'chỉ có trong tệp';
const ONLY_THEIRS = 'chỉ có trong nguồn';

function onlyInOne<T>(ours: ReadonlySet<T>, theirs: ReadonlySet<T>): [T, string][] {
  return [
    ...[...ours].filter((one) => !theirs.has(one)).map((one): [T, string] => [one, ONLY_OURS]),
    ...[...theirs].filter((one) => !ours.has(one)).map((one): [T, string] => [one, ONLY_THEIRS]),
  ];
}

function amountsIn(text: string): number[] {
  return [...text.matchAll(MONEY)]
    .map(([, digits = '']) => Number(digits.replace(/[.,]/g, '')))
    .filter((vnd) => vnd >= LEAST_MONEY);
}

function timesIn(text: string): string[] {
  return [...text.matchAll(TIME)].map(
    ([, value = '', unit]) =>
      `${value.replace('.', ',').replace(/^0+(?=\d)/, '')}${unit === undefined ? '' : ` ${unit.toLowerCase()}`}`,
  );
}

function timeKey({ value, unit }: Procedure['processingTime'][number]): string {
  return unit === null ? String(value ?? '').replace('.', ',') : duration({ value, unit });
}

function hasCase({ processingTime }: Procedure, key: string): boolean {
  return processingTime.some(
    (time) => timeKey(time) === key && (time.case !== undefined || time.note !== undefined),
  );
}

/** Everything the record says in words, where a figure that differs may be accounted for. */
function explanationsOf({
  fees,
  feeExemptions,
  processingTime,
  notes,
  unknown,
  warnings,
}: Procedure): string {
  return [
    ...fees.flatMap(({ note, who }) => [note, who]),
    ...feeExemptions,
    ...processingTime.flatMap(({ note, case: when }) => [note, when]),
    ...notes,
    ...unknown,
    ...warnings.map(({ text }) => text),
  ].join('\n');
}

/** A reference may name only the ministry in place of a number: that is no decision. Its days are written as ours. */
function numberOnly(decision: string | null | undefined): string | undefined {
  if (decision == null || !/\d/.test(decision)) return undefined;
  return decision.replace(/\d{4}-\d{2}-\d{2}/g, formatDay);
}

function tidy(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
