import { AppError } from '../lib/app-error.ts';
import type { OutboxEntry } from '../store/store.ts';
import { ZaloApiError } from '../zalo/errors.ts';

const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 1000;
/** The longest that one message waits for its next try. */
export const LONGEST_WAIT_MS = 300_000;
const HOUR_MS = 3_600_000;
const FREE_HOURS = 48; // afterwards Zalo charges for the message, and nobody waits for it any more (facts/zalo.md 4.4)

/**
 * Whose fault a failure is. `message`: this one only. `app`: Zalo is out of reach, for all. `limit`: too many calls.
 * `account`: nothing of this official account goes until somebody mends its rights.
 */
export type Blame = 'message' | 'app' | 'limit' | 'account';

export type Verdict = { next: OutboxEntry; blame: Blame };

/**
 * What becomes of a message after a failed try. Only tries that say something about the message itself count towards
 * the eight: while Zalo is away, or the account has no rights, messages wait for up to 48 hours. `isProbe`: the
 * circuit was open, so the try was made to see whether Zalo is back.
 */
export function judgeFailure(
  entry: OutboxEntry,
  error: Error,
  { now, startedAt, random, isProbe }: FailureCircumstances,
): Verdict {
  const blame = blameFor(error);
  const counts = blame === 'message' || (blame === 'app' && !isProbe);
  const attempts = entry.attempts + (counts ? 1 : 0);
  const isTooLate = now.getTime() - entry.createdAt.getTime() > FREE_HOURS * HOUR_MS;
  const isOver = isFinal(error) || attempts >= MOST_ATTEMPTS || isTooLate;
  const wait = counts
    ? random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** entry.attempts)
    : 0;
  const mayHaveArrived = error instanceof ZaloApiError && error.mayHaveArrived;
  const unsureSince = entry.unsureSince ?? (mayHaveArrived ? startedAt : undefined);
  const next: OutboxEntry = {
    ...entry,
    attempts: isFinal(error) ? entry.attempts + 1 : attempts,
    state: isOver ? 'failed' : 'waiting',
    nextAttemptAt: new Date(now.getTime() + wait),
    lastError: reasonFor(error),
    ...(unsureSince === undefined ? {} : { unsureSince }),
  };
  return { next, blame };
}

export type FailureCircumstances = {
  now: Date;
  /** When the try began. */
  startedAt: Date;
  random: () => number;
  isProbe: boolean;
};

function blameFor(error: Error): Blame {
  if (error instanceof ZaloApiError) {
    if (error.isRateLimit) return 'limit';
    if (error.action === 'retry') return error.code === undefined ? 'app' : 'message';
    return error.action === 'give-up' ? 'message' : 'account';
  }
  return error instanceof AppError ? 'account' : 'message';
}

/** Never to be tried again: Zalo has refused this message to this resident, or our own code failed. */
function isFinal(error: Error): boolean {
  if (error instanceof ZaloApiError) return error.action === 'give-up';
  return !(error instanceof AppError);
}

/** Vietnamese, for staff: what happened and what they can do. */
function reasonFor(error: Error): string {
  return error instanceof AppError ? `${error.message} ${error.hint}` : error.message;
}
