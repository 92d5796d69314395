import { z } from 'zod';
import { fold } from '../../lib/fold.ts';
import { type Procedure, procedureSchema } from '../procedure.ts';
import { shorten } from './plain-text.ts';

/** Who "checked" an imported record: nobody yet. A person writes a name here when taking it over. */
export const IMPORTED_BY = 'Nhập tự động, chưa ai kiểm tra';

/** What can be compared between two records: facts, not the words in which we explain them. */
export const FACTS = [
  'fees',
  'exemptions',
  'times',
  'name',
  'decision',
  'papers',
  'channels',
  'legalBasis',
  'page',
  'byCode',
] as const;

export type Fact = (typeof FACTS)[number];

/** A procedure read from somebody else's source, and the facts which that source can speak of. */
export type Imported = { procedure: Procedure; facts: ReadonlySet<Fact> };

/** The day on which an import is done, and the day from which the source's data is. */
export type ImportDays = { today: string; asOf: string };

/** Why one record or row was not imported, in words for the operator. */
export type Refused = { refused: string };

/** What a source says of a procedure. The rest of a draft is made up for it. */
export type SourcedFacts = Pick<
  Procedure,
  | 'code'
  | 'name'
  | 'field'
  | 'agency'
  | 'steps'
  | 'documents'
  | 'fees'
  | 'feeExemptions'
  | 'processingTime'
  | 'channels'
  | 'onlineLevel'
  | 'links'
  | 'result'
  | 'conditions'
  | 'legalBasis'
  | 'unknown'
  | 'source'
> & { keywords?: readonly string[]; description?: string };

/** The draft of a procedure, in the order in which people read a file, or why it cannot be one. */
export function draftOf(sourced: SourcedFacts, today: string): { procedure: Procedure } | Refused {
  const { code, name, field, unknown, source, keywords = [], description = '', ...facts } = sourced;
  const shortName = shorten(name.replace(/^thủ tục\s+/i, ''), 60);
  const procedure: Procedure = {
    $schema: '../../schema/procedure.schema.json',
    status: 'draft',
    code,
    name,
    shortName: shortName.charAt(0).toUpperCase() + shortName.slice(1),
    field,
    depth: 'facts',
    replacedBy: [],
    aliases: aliasesFrom(keywords, name),
    summary: description === '' ? `${name} (bản nhập tự động).` : shorten(description, 300),
    ...facts,
    notes: [],
    warnings: [],
    related: [],
    unknown,
    source,
    checkedOn: today,
    checkedBy: IMPORTED_BY,
  };
  const { error } = procedureSchema.safeParse(procedure);
  return error === undefined
    ? { procedure }
    : { refused: z.prettifyError(error).replaceAll('\n', ' ') };
}

/** The seven digits in a code, also of one with the agency's suffix ("1.001193.000.00.00.H18"). */
export function procedureCode(text: string): string | undefined {
  return /^(\d\.\d{6})(?:\.\d{3}(?:\.\d{2}){2}\.[A-Z]\d+)?$/.exec(text.trim())?.[1];
}

/** A file name for a procedure: its code and the beginning of its name, without marks. */
export function fileNameOf({ code, shortName }: Pick<Procedure, 'code' | 'shortName'>): string {
  const slug = fold(shortName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${code}-${slug}.json`;
}

/** At least two, as every record must have; from the name when the source gives no keywords. */
function aliasesFrom(keywords: readonly string[], name: string): string[] {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^thủ tục\s+/, '');
  const given = keywords.map((word) => word.normalize('NFC').toLowerCase().trim());
  const aliases = new Set(given.filter((word) => word.length > 2));
  for (const derived of [plain, `làm thủ tục ${plain}`]) {
    if (aliases.size < 2) aliases.add(derived);
  }
  return [...aliases];
}
