import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { AppError, toError } from '../../lib/app-error.ts';
import { recordSchemas, type TableName, type Tables } from '../record-schemas.ts';
import { StoreBusyError, type StoreCondition } from '../condition.ts';
import { bringUpToDate } from './data-format.ts';
import { Journal, type JournalContent, readJournal } from './journal.ts';
import { lockFolder } from './lock.ts';
import { Table } from './table.ts';

const SNAPSHOT_BYTES = 8 * 1024 * 1024;
const MOST_WAITING = 5000; // a third of a second's writing (facts: reliability.md); Zalo waits two
const LINES_AT_ONCE = 500; // others may run in between

/** One change to one record. Absolute, so that replaying it twice does no harm. */
export type Change = {
  [Name in TableName]: { table: Name; key: string; value: Tables[Name] | null };
}[TableName];

type AllTables = { [Name in TableName]: Table<Tables[Name]> };

const changesSchema = z.array(z.tuple([z.string(), z.string(), z.unknown()]));

/**
 * Records in memory, durable on disk: a journal in front, lowdb files behind it. A change is seen by readers only
 * after it is flushed, so a failed write leaves no ghost.
 */
export class Records {
  readonly #folder: string;
  readonly #unlock: () => Promise<void>;
  readonly #found: Pick<StoreCondition, 'damages' | 'tornBatches'>;
  readonly tables: AllTables;
  #journal: Journal;
  #journalNumber: number;
  #failure: Error | undefined;
  #snapshot: Promise<void> | undefined;
  /** While an old journal takes its last lines. Later changes wait, so that memory has them in the order of the disk. */
  #turning: Promise<void> | undefined;

  private constructor(folder: string, unlock: () => Promise<void>, opened: Opened) {
    this.#folder = folder;
    this.#unlock = unlock;
    this.#found = opened.found;
    this.tables = opened.tables;
    this.#journal = opened.journal;
    this.#journalNumber = opened.number;
  }

  /** Opens the folder, making it if need be. Throws an AppError when another process has it or a file is damaged. */
  static async open(folder: string): Promise<Records> {
    try {
      await mkdir(folder, { recursive: true });
      const unlock = await lockFolder(folder);
      try {
        return new Records(folder, unlock, await openFiles(folder));
      } catch (error) {
        await unlock();
        throw error;
      }
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : notOpened(folder, thrown);
    }
  }

  /** How the last write went, and what was found when the folder was opened. */
  get condition(): StoreCondition {
    const { isBroken } = this.#journal;
    const state = isBroken ? 'stopped' : this.#failure === undefined ? 'writing' : 'refused';
    return { state, reason: this.#failure?.message, ...this.#found };
  }

  /** Throws a StoreBusyError when so much waits for the disk that what comes now could not be kept in time. */
  refuseWhenBusy(): void {
    if (this.#journal.waiting >= MOST_WAITING) throw new StoreBusyError();
  }

  /** Keeps all changes or none, and resolves when they are on disk. */
  async commit(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    while (this.#turning !== undefined) await this.#turning;
    const line = JSON.stringify(changes.map(({ table, key, value }) => [table, key, value]));
    try {
      await this.#journal.append(line);
    } catch (thrown) {
      this.#failure = toError(thrown);
      throw thrown;
    }
    this.#failure = undefined;
    for (const change of changes) apply(this.tables, change);
    // One that fails loses nothing: its journals stay until the next one succeeds.
    if (this.#journal.sizeBytes > SNAPSHOT_BYTES) this.snapshot().catch(() => undefined);
  }

  /** Moves what the journal holds into the lowdb files and starts a new journal. */
  snapshot(): Promise<void> {
    this.#snapshot ??= this.#takeSnapshot().finally(() => {
      this.#snapshot = undefined;
    });
    return this.#snapshot;
  }

  /** Moves everything into the lowdb files. When the disk refuses, it is all still in the journal. */
  async close(): Promise<void> {
    await this.snapshot().catch(() => undefined);
    await this.#journal.close();
    await this.#unlock();
  }

  async #takeSnapshot(): Promise<void> {
    const before = this.#journal;
    if (before.isBroken) throw new Error('the journal is broken: only a new start may write again');
    const oldNumber = this.#journalNumber;
    const { journal } = await Journal.open(journalPath(this.#folder, oldNumber + 1));
    this.#journal = journal;
    this.#journalNumber = oldNumber + 1;
    this.#turning = before.close().finally(() => {
      this.#turning = undefined;
    });
    await this.#turning; // every line of the old journal is now in memory
    for (const table of Object.values(this.tables)) await table.save();
    // The journal just finished stays one round longer: with the version before, it makes up for a file that the
    // disk spoiled while it was written now.
    for (const { number, path } of await journalPaths(this.#folder)) {
      if (number < oldNumber) await rm(path, { force: true });
    }
  }
}

type Opened = {
  tables: AllTables;
  journal: Journal;
  number: number;
  found: Pick<StoreCondition, 'damages' | 'tornBatches'>;
};

async function openFiles(folder: string): Promise<Opened> {
  await bringUpToDate(folder);
  await removeLeftovers(folder);
  const damages: string[] = [];
  const tables = await loadTables(folder, (damage) => damages.push(damage));
  const existing = await journalPaths(folder);
  const last = existing.at(-1) ?? { number: 1, path: journalPath(folder, 1) };
  let tornBatches = 0;
  for (const { path } of existing.slice(0, -1)) {
    const content = await readJournal(path);
    await replay(tables, content, path);
    if (content.isTorn) tornBatches++;
  }
  const { journal, ...content } = await Journal.open(last.path);
  await replay(tables, content, last.path);
  if (content.isTorn) tornBatches++;
  return { tables, journal, number: last.number, found: { damages, tornBatches } };
}

/** Reads a data folder that nobody has open, changing nothing, and gives how many records of each kind it holds. */
export async function countRecords(folder: string): Promise<Record<string, number>> {
  const tables = await loadTables(folder, (damage) => {
    throw new AppError(damage, { hint: 'Dùng bản sao lưu khác.' });
  });
  for (const { path } of await journalPaths(folder)) {
    await replay(tables, await readJournal(path), path);
  }
  return Object.fromEntries(Object.entries(tables).map(([name, { size }]) => [name, size]));
}

async function loadTables(folder: string, onDamage: (message: string) => void): Promise<AllTables> {
  const newTable = <Name extends TableName>(name: Name) =>
    new Table<Tables[Name]>(name, { folder, schema: recordSchemas[name], onDamage });
  const tables: AllTables = {
    inbox: newTable('inbox'),
    session: newTable('session'),
    outbox: newTable('outbox'),
    ticket: newTable('ticket'),
    question: newTable('question'),
    officerCall: newTable('officerCall'),
    token: newTable('token'),
    officer: newTable('officer'),
    signIn: newTable('signIn'),
    audit: newTable('audit'),
    tally: newTable('tally'),
  };
  for (const table of Object.values(tables)) await table.load();
  return tables;
}

async function replay(tables: AllTables, { lines }: JournalContent, path: string): Promise<void> {
  const byName = new Map(Object.entries(tables));
  for (const [i, line] of lines.entries()) {
    for (const [name, key, value] of changesSchema.parse(JSON.parse(line))) {
      // One that is not known was written by a newer version.
      byName.get(name)?.restore(key, value, path);
    }
    if (i % LINES_AT_ONCE === LINES_AT_ONCE - 1) await setImmediate();
  }
}

function apply<Name extends TableName>(
  tables: AllTables,
  { table, key, value }: { table: Name; key: string; value: Tables[Name] | null },
): void {
  if (value === null) tables[table].delete(key);
  else tables[table].put(key, value);
}

/** What a power cut left half written. Nothing of it was ever told to be kept. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/\.json(?:\.bak)?\.new$/.test(name)) await rm(join(folder, name), { force: true });
  }
}

function notOpened(folder: string, thrown: unknown): AppError {
  const cause = toError(thrown);
  return new AppError(`Không mở được thư mục dữ liệu "${folder}" (${cause.message}).`, {
    hint: 'Kiểm tra ổ đĩa còn chỗ trống, thư mục có quyền ghi, và DATA_DIR trong .env đúng chỗ.',
    cause,
  });
}

function journalPath(folder: string, number: number): string {
  return join(folder, `journal-${String(number).padStart(6, '0')}.ndjson`);
}

async function journalPaths(folder: string): Promise<{ number: number; path: string }[]> {
  const names = await readdir(folder);
  return names
    .map((name) => ({
      number: Number(/^journal-(\d+)\.ndjson$/.exec(name)?.[1]),
      path: join(folder, name),
    }))
    .filter(({ number }) => Number.isInteger(number))
    .sort((a, b) => a.number - b.number);
}
