import type { Procedure } from '../procedure.ts';
import { type Channel, CHANNELS, mergeChannels } from './channels.ts';
import { linesOf } from './plain-text.ts';
import { readPortalFee } from './portal-fees.ts';
import type { PortalRecord } from './portal-record.ts';
import { readPortalTime, waysOf } from './portal-times.ts';

const DOCUMENT_NUMBER = /\d+(?:\.\d+)?\/\d{4}\/[\p{L}\d-]+/u;

/** The names of offices or fields, in one text. */
export function namesOf(items: readonly { name: string }[]): string {
  const names = items.map(({ name }) => name).filter((name) => name !== '');
  return [...new Set(names)].join('; ');
}

/** The ways of filing that the record knows, in our order. */
export function waysIn({ executionMethods }: PortalRecord): Channel[] {
  const ways = new Set(executionMethods.flatMap(waysOf));
  return CHANNELS.filter((channel) => ways.has(channel));
}

/** All fees, merged over the ways of filing, and the exemptions as the portal words them. */
export function feesIn(record: PortalRecord): Pick<Procedure, 'fees' | 'feeExemptions'> {
  const read = record.executionMethods.flatMap((method) =>
    waysOf(method).flatMap((channel) => method.fees.map((fee) => readPortalFee(fee, channel))),
  );
  const fees = read.map(({ fee }) => fee).filter((fee) => fee !== undefined);
  return {
    fees: mergeChannels(fees, waysIn(record)),
    feeExemptions: [...new Set(read.flatMap(({ exemptions }) => exemptions))],
  };
}

/** All times, merged over the ways of filing. */
export function timesIn(record: PortalRecord): Procedure['processingTime'] {
  const times = record.executionMethods.flatMap((method) =>
    waysOf(method).map((channel) => readPortalTime(method, channel)),
  );
  const known = times.filter((time) => time !== undefined);
  return mergeChannels(known, waysIn(record));
}

/** The steps, a line each. A step's name is kept when it says more than "Bước 1". */
export function stepsIn({ executionSteps }: PortalRecord): string[] {
  return executionSteps.flatMap(({ name, description }) => {
    if (description === '') return linesOf(name);
    const isPlain = name === '' || /^bước \d+[.:]?$/i.test(name) || description.startsWith(name);
    return linesOf(isPlain ? description : `${name}: ${description}`);
  });
}

/** The papers by case, with their counts. */
export function documentsIn({ executionCases }: PortalRecord): Procedure['documents'] {
  return executionCases.flatMap(({ name: when, profileComponents }) => {
    const papers = profileComponents.filter(({ name }) => name.length > 1);
    const items = papers.map((paper) => paperOf(paper, when));
    if (items.length === 0) return [];
    return [{ ...(when.length > 1 ? { case: when } : {}), items }];
  });
}

type PortalPaper = PortalRecord['executionCases'][number]['profileComponents'][number];

function paperOf({ name, originalQty, copyQty, attachments }: PortalPaper, when: string) {
  const forms = attachments.map(({ fileName }) => fileName).filter((file) => file !== '');
  const originals = originalQty.number ?? 0;
  const copies = copyQty.number ?? 0;
  return {
    name,
    need: /xuất trình/i.test(`${when} ${name}`) ? ('show' as const) : ('submit' as const),
    ...(originals > 0 ? { originals } : {}),
    ...(copies > 0 ? { copies } : {}),
    ...(forms.length > 0 ? { note: `Biểu mẫu trên Cổng: ${forms.join(', ')}.` } : {}),
  };
}

/** The numbers of the legal documents; the name where there is no number. */
export function legalBasisIn({ legalBasisesDetails }: PortalRecord): string[] {
  const numbers = legalBasisesDetails.map(({ code, name }) => {
    const number = DOCUMENT_NUMBER.exec(code) ?? DOCUMENT_NUMBER.exec(name);
    return number?.[0] ?? (code || name);
  });
  return [...new Set(numbers.filter((number) => number.length > 2))];
}
