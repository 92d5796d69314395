import type { Outcome, ReplyKind, Turn } from './bot/turn.ts';
import type { AskedOutcome, TallyEntry } from './model/tally.ts';

/**
 * What a turn adds to the figures of its commune; undefined when it was neither a question nor showed anything. A
 * typed message is a question when the bot answered it from the knowledge, asked back, or had to say that it does not
 * know. Greetings, reports, small talk and tapped buttons are none. Pure.
 */
export function tallyOf({ event, here }: Turn, outcome: Outcome): TallyEntry | undefined {
  const { shown = [], effects } = outcome;
  const missed = effects?.unanswered?.missed === true;
  const isTyped = event.type === 'text' && outcome.isTap !== true;
  const asked = isTyped ? askedOutcome(outcome) : undefined;
  if (asked === undefined && !missed && shown.length === 0) return undefined;
  return { communeSlug: here.local.commune.slug, day: here.day, asked, missed, shown };
}

const ANSWERED: ReadonlySet<ReplyKind> = new Set(['answer', 'plan', 'office', 'faq', 'out']);

function askedOutcome({ kind, effects }: Outcome): AskedOutcome | undefined {
  if (ANSWERED.has(kind)) return 'answered';
  if (kind === 'choose') return 'askedBack';
  const { unanswered } = effects ?? {};
  return unanswered !== undefined && unanswered.missed !== true ? 'unknown' : undefined;
}
