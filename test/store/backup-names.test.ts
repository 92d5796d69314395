import { describe, expect, it } from 'vitest';
import {
  backupName,
  backupTime,
  lastBackupAt,
  surplusBackups,
} from '../../src/store/backup-names.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One backup each night at two, the last on the given day. */
function nights(lastDay: string, count: number): string[] {
  const last = new Date(`${lastDay}T02:00:00+07:00`).getTime();
  return Array.from({ length: count }, (_, i) =>
    backupName(new Date(last - (count - 1 - i) * 24 * 3_600_000)),
  );
}

describe('the name of a backup', () => {
  it("is the time in Viet Nam, whatever the machine's zone", () => {
    const at = new Date('2026-11-30T19:05:09Z');

    expect(backupName(at)).toBe('2026-12-01-020509');
    expect(backupTime('2026-12-01-020509')).toEqual(at);
  });

  it.each(['2026-12-01-020509.new', 'notes', '2026-12-01'])('is not %s', (name) => {
    expect(backupTime(name)).toBeUndefined();
  });
});

describe('old backups', () => {
  it('go, but for seven days and the newest of four weeks', () => {
    const names = nights('2026-11-21', 60); // a Saturday

    const kept = names.filter((name) => !surplusBackups(names).includes(name));

    expect(kept.map((name) => name.slice(0, 10))).toEqual([
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  it('go when there is a newer one of the same day', () => {
    expect(surplusBackups(['2026-11-21-020000', '2026-11-21-093000'])).toEqual([
      '2026-11-21-020000',
    ]);
  });

  it('all stay while there are few', () => {
    expect(surplusBackups(nights('2026-11-21', 7))).toEqual([]);
  });

  it('from the future tell nothing about the age of the newest', async () => {
    const folder = await temporaryFolder();
    for (const name of ['2026-11-20-020000', '2027-03-01-020000']) await mkdir(join(folder, name));

    const last = await lastBackupAt(folder, new Date('2026-11-21T02:00:00Z'));

    expect(last).toEqual(new Date('2026-11-20T02:00:00+07:00'));
  });
});
