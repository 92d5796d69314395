/** What became of a question: answered, answered with a question which matter is meant, or not known. */
export type AskedOutcome = 'answered' | 'askedBack' | 'unknown';

/**
 * What residents asked one commune's bot on one day of Viet Nam's calendar. Numbers only: neither words nor persons, so
 * that nobody can be found in it and "xóa dữ liệu của tôi" has nothing to take away.
 */
export type Tally = Readonly<Record<AskedOutcome, number>> & {
  communeSlug: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** How often residents said that an answer was not what they had asked; that question is counted above already. */
  missed: number;
  /** How often each procedure, written answer or plan was shown, by its code or id. */
  shown: Readonly<Record<string, number>>;
};

/** What one turn adds to the tally of its commune and day. */
export type TallyEntry = Pick<Tally, 'communeSlug' | 'day'> & {
  /** Undefined when the turn was no question. */
  asked: AskedOutcome | undefined;
  missed: boolean;
  shown: readonly string[];
};

const MOST_SHOWN = 500; // different things on one day; a commune's whole catalogue has about as many

/** The key of a tally: one a commune and day. */
export function tallyKey({ communeSlug, day }: Pick<Tally, 'communeSlug' | 'day'>): string {
  return `${communeSlug}:${day}`;
}

/** A tally with one more turn counted; from nothing for the first of the day. */
export function countedIn(before: Tally | undefined, entry: TallyEntry): Tally {
  const { communeSlug, day, asked } = entry;
  const empty = { communeSlug, day, answered: 0, askedBack: 0, unknown: 0, missed: 0, shown: {} };
  const tally: Tally = before ?? empty;
  const counts = asked === undefined ? {} : { [asked]: tally[asked] + 1 };
  const shown = new Map(Object.entries(tally.shown));
  for (const id of new Set(entry.shown)) {
    const count = shown.get(id) ?? 0;
    if (count > 0 || shown.size < MOST_SHOWN) shown.set(id, count + 1);
  }
  const missed = tally.missed + (entry.missed ? 1 : 0);
  return { ...tally, ...counts, missed, shown: Object.fromEntries(shown) };
}
