import { AppError } from '../lib/app-error.ts';
import type { WorkingCalendar } from '../model/calendar.ts';
import type { FeedbackPolicy } from '../model/feedback.ts';
import type { Answer } from './answer.ts';
import type { Commune } from './commune.ts';
import type { Examples } from './examples.ts';
import type { LocalProcedure } from './override.ts';
import type { Plan } from './plan.ts';
import type { Procedure } from './procedure.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one commune adds to the knowledge that all communes share. */
export type CommuneKnowledge = {
  readonly commune: Commune;
  readonly plans: readonly Plan[];
  readonly answers: readonly Answer[];
  /** Every procedure as it is done here, by code: national ones, those of the province and the commune's own. */
  readonly procedures: ReadonlyMap<string, LocalProcedure>;
  /** How reports are handled here: the shared rules with the commune's own on top. */
  readonly feedback: FeedbackPolicy;
  /** When the offices here work. */
  readonly calendar: WorkingCalendar;
};

/** One consistent reading of the knowledge folder. Immutable: a change on disk makes a new one. */
export type Knowledge = {
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly answers: readonly Answer[];
  readonly communes: ReadonlyMap<string, CommuneKnowledge>;
  readonly vocabulary: Vocabulary;
  readonly examples: Examples;
};

/** What is known of a commune. Throws an AppError that says where to add it. */
export function communeOf({ communes }: Knowledge, slug: string): CommuneKnowledge {
  const here = communes.get(slug);
  if (here !== undefined) return here;
  throw new AppError(`Chưa có thông tin của xã "${slug}".`, {
    hint: `Thêm knowledge/communes/${slug}/commune.json, hoặc sửa ZALO_OA_IDS trong .env.`,
  });
}

/** The procedures that a commune does on this day. Drafts, expired ones and those switched off are left out. */
export function liveProcedures({ procedures }: CommuneKnowledge, day: string): LocalProcedure[] {
  return [...procedures.values()].filter(
    (procedure) => procedure.hidden === undefined && isLive(procedure, day),
  );
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
