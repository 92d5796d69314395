import { vietnamTime } from '../lib/clock.ts';
import type { FeedbackPolicy } from '../model/feedback.ts';
import type { Session } from '../model/session.ts';

const HOUR_MS = 3_600_000;
// Nobody is woken for a reminder, and Zalo refuses some messages from 22:00 to 06:00 (code -234).
const FIRST_HOUR = 7;
const LAST_HOUR = 20;

/** What is to be done about a report that was begun and not sent: reminded of once in the daytime, later dropped. */
export function draftStep(
  session: Session,
  policy: FeedbackPolicy,
  now: Date,
): 'remind' | 'drop' | undefined {
  if (!('draft' in session)) return undefined;
  const hours = (now.getTime() - session.at.getTime()) / HOUR_MS;
  if (hours >= policy.draftDropDays * 24) return 'drop';
  const { content, reminded } = session.draft;
  if (reminded || content === '' || hours < policy.draftReminderHours) return undefined;
  const hour = Number(vietnamTime(now).slice(11, 13));
  return hour >= FIRST_HOUR && hour < LAST_HOUR ? 'remind' : undefined;
}
