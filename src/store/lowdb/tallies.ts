import { countedIn, type TallyEntry, tallyKey } from '../../model/tally.ts';
import type { Change, Records } from './records.ts';

const KEPT_MS = 2557 * 86_400_000; // seven years: five to choose from, one to compare with, one over

/** The day's tally with one more turn in it. Tallies of one key must be counted one after another. */
export function tallyChange({ tables }: Records, entry: TallyEntry): Change {
  const key = tallyKey(entry);
  return { table: 'tally', key, value: countedIn(tables.tally.get(key), entry) };
}

/** Drops the days that no page shows any more, so that the store does not grow for ever. */
export async function dropOldTallies(records: Records, now: Date): Promise<void> {
  const limit = now.getTime() - KEPT_MS;
  const old = [...records.tables.tally.values()].filter(({ day }) => Date.parse(day) < limit);
  await records.commit(old.map((one) => ({ table: 'tally', key: tallyKey(one), value: null })));
}
