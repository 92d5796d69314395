import { z } from 'zod';
import { type Procedure, procedureSchema } from './procedure.ts';
import { provenanceSchema, sentence } from './provenance.ts';

const { fees, feeExemptions, processingTime, notes, onlineLevel } = procedureSchema.shape;

/**
 * What a province or a commune sets differently for one national procedure. What is given replaces the national part;
 * notes and aliases are added to it.
 */
export const overrideSchema = z.strictObject({
  ...provenanceSchema,
  overrides: z
    .string()
    .regex(/^\d\.\d{6}$/)
    .describe('Mã thủ tục chung được sửa tại đây'),
  hidden: sentence
    .optional()
    .describe('Lý do không làm tại xã; có dòng này thì bot không giới thiệu thủ tục'),
  submitTo: sentence.optional().describe('Nơi nộp tại xã hoặc tỉnh này'),
  contact: sentence.optional().describe('Người, số điện thoại hỏi thêm'),
  fees: fees.optional(),
  feeExemptions: feeExemptions.unwrap().optional(),
  processingTime: processingTime.optional(),
  onlineLevel: onlineLevel.optional(),
  notes: notes.unwrap().optional(),
  aliases: z.array(sentence).optional(),
});

export type Override = Readonly<z.infer<typeof overrideSchema>>;

/** A part of a procedure that a place can set. */
export type LocalPart =
  'submitTo' | 'contact' | 'fees' | 'processingTime' | 'onlineLevel' | 'notes' | 'own';

/** Who set which parts, and where that stands. */
export type LocalMark = {
  place: string;
  parts: readonly LocalPart[];
  source: Procedure['source'];
  checkedOn: string;
};

/** A procedure as it is done in one commune; `local` says which parts are not national. */
export type LocalProcedure = Procedure & {
  readonly local: readonly LocalMark[];
  readonly contact?: string | undefined;
  /** Why the commune does not do it; set when it is switched off here. */
  readonly hidden?: string | undefined;
};

/** A national procedure as one place without rules of its own does it. */
export function national(procedure: Procedure): LocalProcedure {
  return { ...procedure, local: [] };
}

/** A procedure that only this place has. */
export function ownOf(place: string, procedure: Procedure): LocalProcedure {
  const { source, checkedOn } = procedure;
  return { ...procedure, local: [{ place, parts: ['own'], source, checkedOn }] };
}

/** The procedure with what a place sets differently put in, and marked as such. */
export function applyOverride(
  base: LocalProcedure,
  place: string,
  override: Override,
): LocalProcedure {
  const { submitTo, contact, fees, feeExemptions, processingTime, onlineLevel, hidden } = override;
  const { notes = [], aliases = [], source, checkedOn } = override;
  return {
    ...base,
    agency: submitTo === undefined ? base.agency : { ...base.agency, submitTo },
    fees: fees ?? base.fees,
    feeExemptions: feeExemptions ?? base.feeExemptions,
    processingTime: processingTime ?? base.processingTime,
    onlineLevel: onlineLevel === undefined ? base.onlineLevel : onlineLevel,
    notes: [...base.notes, ...notes],
    aliases: [...base.aliases, ...aliases],
    contact: contact ?? base.contact,
    hidden: hidden ?? base.hidden,
    local: [...base.local, { place, parts: partsOf(override), source, checkedOn }],
  };
}

const PARTS = ['submitTo', 'contact', 'fees', 'processingTime', 'onlineLevel', 'notes'] as const;

function partsOf(override: Override): LocalPart[] {
  return PARTS.filter((part) => override[part] !== undefined);
}

/** Where the local parts named come from: "Lệ phí: theo …". Empty when all of them are national. */
export function localSource({ local }: LocalProcedure, part: LocalPart): string | undefined {
  const mark = local.findLast(({ parts }) => parts.includes(part));
  if (mark === undefined) return undefined;
  const decision = mark.source.decision === null ? '' : `, ${mark.source.decision}`;
  return `Riêng tại ${mark.place}, theo ${mark.source.title}${decision}.`;
}
