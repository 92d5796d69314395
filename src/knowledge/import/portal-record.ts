import { z } from 'zod';
import { parseAmount } from './money.ts';
import { BULLET, linesOf, plainText } from './plain-text.ts';

// The portal leaves fields out, sends null for them or inside its lists, and mixes numbers with strings.

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => plainText(String(value ?? '')));

/** A name: text on one line, without the bullet that it had in a list. */
const line = text.transform((words) => words.replaceAll('\n', ' ').replace(BULLET, ''));

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

/** A number, or the words that stand in its place. */
const quantity = text.transform((words) => {
  const number = parseAmount(words);
  return { number: Number.isNaN(number) ? undefined : number, words };
});

function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item.nullable())
    .nullish()
    .transform((items) => (items ?? []).filter((one) => one !== null));
}

const named = z.looseObject({ name: line, code: line });

const paper = z.looseObject({
  name: line,
  originalQty: quantity,
  copyQty: quantity,
  attachments: listOf(z.looseObject({ fileName: line })),
});

const fee = z.looseObject({
  name: line,
  amount: quantity,
  // What some records have instead of name and amount.
  value: quantity,
  description: text,
});

const method = z.looseObject({
  submissionMethod: line,
  processingTime: quantity,
  processingTimeUnit: line,
  fees: listOf(fee),
  description: line,
});

const textOrParts = z
  .union([text, listOf(z.union([text, z.looseObject({ name: text, content: text })]))])
  .transform((value) => {
    if (typeof value === 'string') return linesOf(value);
    return value.flatMap((part) =>
      linesOf(typeof part === 'string' ? part : part.content || part.name),
    );
  });

/** One procedure as the national portal's JSON describes it (`get-formality-by-citizen`). */
export const portalRecordSchema = z.looseObject({
  id: line,
  code: line,
  codeNotation: line,
  name: line,
  description: line,
  keywords: z
    .union([listOf(z.string()), text])
    .transform((words) => (typeof words === 'string' ? words.split(/[,;\n]/) : words)),
  isWard: flag,
  isProvince: flag,
  procedureProposal: z
    .looseObject({ proposalNumber: line })
    .nullish()
    .transform((proposal) => proposal?.proposalNumber ?? ''),
  categoriesDetails: listOf(named),
  departmentsAuthority: listOf(named),
  departmentsExecuting: listOf(named),
  dossierReceivingAddresses: line,
  executionSteps: listOf(z.looseObject({ name: line, description: text })),
  executionMethods: listOf(method),
  executionCases: listOf(z.looseObject({ name: line, profileComponents: listOf(paper) })),
  legalBasisesDetails: listOf(named),
  requirementsAndConditions: textOrParts,
  resultsDetails: listOf(named),
  // The online services linked to the procedure; their time may have the unit that the record lacks.
  cases: listOf(
    z.looseObject({
      processingDay: z.looseObject({ qty: quantity, type: line }).nullish(),
    }),
  ),
});

export type PortalRecord = z.infer<typeof portalRecordSchema>;
export type PortalMethod = PortalRecord['executionMethods'][number];
export type PortalFee = PortalMethod['fees'][number];

const wrapperSchema = z.looseObject({ data: z.union([z.array(z.unknown()), z.looseObject({})]) });
const listSchema = z.looseObject({ items: z.array(z.unknown()) });

/** The bodies in a portal's JSON: one record, an array, or the API's envelope around either. */
export function portalBodiesIn(json: unknown): unknown[] {
  const array = z.array(z.unknown()).safeParse(json);
  if (array.success) return array.data.flatMap(portalBodiesIn);
  const wrapper = wrapperSchema.safeParse(json);
  if (wrapper.success) return portalBodiesIn(wrapper.data.data);
  const list = listSchema.safeParse(json);
  return list.success ? list.data.items : [json];
}

/** Reads one body. Throws nothing: what is wrong with it comes back in words for the operator. */
export function readPortalRecord(body: unknown): { record: PortalRecord } | { refused: string } {
  const { data, error } = portalRecordSchema.safeParse(body);
  if (error === undefined) return { record: data };
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { refused: `dữ liệu không đúng dạng của Cổng (${problems.join('; ')}).` };
}
