import type { Procedure } from '../procedure.ts';
import { fieldNamed } from './field-table.ts';

/** The facts whose absence a draft admits. */
export type MayLack = Pick<
  Procedure,
  'fees' | 'steps' | 'documents' | 'processingTime' | 'channels' | 'result' | 'legalBasis'
>;

/** What a source leaves open, told so that the bot and the editor say the same. */
export function gapsIn(facts: MayLack): string[] {
  const empty = [
    ['phí, lệ phí', facts.fees],
    ['thời hạn giải quyết', facts.processingTime],
    ['giấy tờ phải nộp', facts.documents],
    ['cách nộp', facts.channels],
    ['các bước', facts.steps],
    ['kết quả', facts.result],
    ['căn cứ pháp lý', facts.legalBasis],
  ] as const;
  return [
    ...empty.filter(([, found]) => found.length === 0).map(([what]) => `Nguồn không ghi ${what}.`),
    ...unitlessTimes(facts),
    ...(facts.fees.some(isPerGuessed)
      ? ['Nguồn không ghi mức thu tính theo hồ sơ, theo bản hay theo lần.']
      : []),
  ];
}

/** What is to be said of a field's name that the source leaves empty or that we cannot place. */
export function fieldGap(name: string): string[] {
  if (name === '') return ['Nguồn không ghi lĩnh vực.'];
  return fieldNamed(name) === undefined ? [`Chưa xếp được lĩnh vực “${name}”.`] : [];
}

function unitlessTimes({ processingTime }: MayLack): string[] {
  const bare = processingTime.filter(({ value, unit }) => value !== null && unit === null);
  const values = new Set(bare.map(({ value }) => value));
  return [...values].map((value) => `Nguồn ghi thời hạn là ${value ?? ''} nhưng không ghi đơn vị.`);
}

function isPerGuessed(fee: Procedure['fees'][number]): boolean {
  return (
    fee.kind === 'fixed' && fee.per === PER_UNKNOWN && fee.note?.includes(PER_UNKNOWN) !== true
  );
}

/** What an amount is taken for when the source does not say; the draft admits it. */
export const PER_UNKNOWN = 'hồ sơ';
