import type { Answer } from './answer.ts';
import type { Commune } from './commune.ts';
import type { Plan } from './plan.ts';
import type { Procedure } from './procedure.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one commune adds to the knowledge that all communes share. */
export type CommuneKnowledge = {
  readonly commune: Commune;
  readonly plans: readonly Plan[];
  readonly answers: readonly Answer[];
};

/** One consistent reading of the knowledge folder. Immutable: a change on disk makes a new one. */
export type Knowledge = {
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly answers: readonly Answer[];
  readonly communes: ReadonlyMap<string, CommuneKnowledge>;
  readonly vocabulary: Vocabulary;
};

/** The procedures that residents may be told about on this day. Drafts and expired records are left out. */
export function liveProcedures(knowledge: Knowledge, day: string): Procedure[] {
  return [...knowledge.procedures.values()].filter((procedure) => isLive(procedure, day));
}

/** Whether a record is published and in force on this day (`YYYY-MM-DD`). */
export function isLive(
  record: Pick<Procedure, 'status' | 'effectiveFrom' | 'effectiveTo'>,
  day: string,
): boolean {
  if (record.status !== 'published') return false;
  return isInForce(record, day);
}

/** Whether `day` lies between two optional days, both included. */
export function isInForce(
  span: { effectiveFrom?: string | undefined; effectiveTo?: string | undefined },
  day: string,
): boolean {
  if (span.effectiveFrom !== undefined && day < span.effectiveFrom) return false;
  return span.effectiveTo === undefined || day <= span.effectiveTo;
}
