import { readdir } from 'node:fs/promises';
import { vietnamMoment, vietnamTime } from '../lib/clock.ts';

const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;
const DAY_MS = 24 * 3_600_000;

/** The folder of a backup, by the time in Viet Nam: `2026-11-21-020000`. */
export function backupName(at: Date): string {
  return vietnamTime(at).replace('T', '-').replaceAll(':', '');
}

/** When a backup was made, or undefined when the name is not one of ours. */
export function backupTime(name: string): Date | undefined {
  const match = /^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)$/.exec(name);
  if (match === null) return undefined;
  const [, day = '', hours = '', minutes = '', seconds = ''] = match;
  return vietnamMoment(day, `${hours}:${minutes}:${seconds}`);
}

/** The finished backups in a folder, oldest first; none when the folder is not there. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => backupTime(name) !== undefined).sort();
}

/** When the newest backup was made. One from the future (the clock was wrong) tells nothing and does not count. */
export async function lastBackupAt(folder: string, now: Date): Promise<Date | undefined> {
  const names = await listBackups(folder);
  return names
    .flatMap((name) => backupTime(name) ?? [])
    .filter((at) => at <= now)
    .at(-1);
}

/** Which backups may go: all but the newest of each of the last seven days and of the last four weeks. */
export function surplusBackups(names: readonly string[]): string[] {
  const newestFirst = names.toSorted().reverse();
  const kept = new Set([
    ...firstOfEach(newestFirst, (name) => name.slice(0, 10)).slice(0, DAYS_KEPT),
    ...firstOfEach(newestFirst, weekOf).slice(0, WEEKS_KEPT),
  ]);
  return newestFirst.filter((name) => !kept.has(name));
}

function firstOfEach(
  names: readonly string[],
  groupOf: (name: string) => string | number,
): string[] {
  const firsts = new Map<string | number, string>();
  for (const name of names) {
    const group = groupOf(name);
    if (!firsts.has(group)) firsts.set(group, name);
  }
  return [...firsts.values()];
}

/** The number of the week since 1970; a week begins on Monday. */
function weekOf(name: string): number {
  return Math.floor((Date.parse(name.slice(0, 10)) / DAY_MS + 3) / 7);
}
