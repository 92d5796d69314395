import type { Tally } from '../model/tally.ts';
import type { Period } from './period.ts';

/** How often a procedure, written answer or plan was shown, by its code or id. */
export type Shown = { id: string; count: number };

/** What was asked of the bot on some days. */
export type Asked = {
  /** Every question: answered, asked back and not known together. */
  asked: number;
  answered: number;
  askedBack: number;
  unknown: number;
  /** Of all questions those that the bot did not know, 0 to 1. Undefined when nothing was asked. */
  unknownRate: number | undefined;
  /** How often residents said that an answer was not what they had asked. */
  missed: number;
  /** Shown most first. */
  shown: readonly Shown[];
};

/** The tallies of a period, oldest first: only days on which something was counted have one. */
export function talliesIn(tallies: Iterable<Tally>, { from, to }: Period): Tally[] {
  return [...tallies]
    .filter(({ day }) => day >= from && day <= to)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Adds up the tallies of some days. */
export function askedIn(tallies: readonly Tally[]): Asked {
  const sum = (count: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + count(tally), 0);
  const answered = sum((tally) => tally.answered);
  const askedBack = sum((tally) => tally.askedBack);
  const unknown = sum((tally) => tally.unknown);
  const asked = answered + askedBack + unknown;
  const unknownRate = asked === 0 ? undefined : unknown / asked;
  const missed = sum((tally) => tally.missed);
  return { asked, answered, askedBack, unknown, unknownRate, missed, shown: shownIn(tallies) };
}

function shownIn(tallies: readonly Tally[]): Shown[] {
  const counts = new Map<string, number>();
  for (const { shown } of tallies) {
    for (const [id, count] of Object.entries(shown)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}
