import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { recordSchemas, type TableName, type Tables } from '../record-schemas.ts';
import { Journal } from './journal.ts';
import { lockFolder } from './lock.ts';
import { Table } from './table.ts';

const SNAPSHOT_BYTES = 8 * 1024 * 1024;

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
  readonly tables: AllTables;
  #journal: Journal;
  #journalNumber: number;
  #snapshot: Promise<void> | undefined;
  /** While an old journal takes its last lines. Later changes wait, so that memory has them in the order of the disk. */
  #turning: Promise<void> | undefined;

  private constructor(folder: string, unlock: () => Promise<void>, opened: Opened) {
    this.#folder = folder;
    this.#unlock = unlock;
    this.tables = opened.tables;
    this.#journal = opened.journal;
    this.#journalNumber = opened.number;
  }

  /** Opens the folder, making it if need be. Throws an AppError when another process has it or a file is damaged. */
  static async open(folder: string): Promise<Records> {
    await mkdir(folder, { recursive: true });
    const unlock = await lockFolder(folder);
    try {
      return new Records(folder, unlock, await openFiles(folder));
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Keeps all changes or none, and resolves when they are on disk. */
  async commit(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    while (this.#turning !== undefined) await this.#turning;
    await this.#journal.append(
      JSON.stringify(changes.map(({ table, key, value }) => [table, key, value])),
    );
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

  async close(): Promise<void> {
    await this.snapshot();
    await this.#journal.close();
    await this.#unlock();
  }

  async #takeSnapshot(): Promise<void> {
    const before = this.#journal;
    const oldNumber = this.#journalNumber;
    const { journal } = await Journal.open(journalPath(this.#folder, oldNumber + 1));
    this.#journal = journal;
    this.#journalNumber = oldNumber + 1;
    this.#turning = before.close().finally(() => {
      this.#turning = undefined;
    });
    await this.#turning; // every line of the old journal is now in memory
    for (const table of Object.values(this.tables)) await table.save();
    for (const path of await journalPaths(this.#folder)) {
      if (path.number <= oldNumber) await rm(path.path, { force: true });
    }
  }
}

type Opened = { tables: AllTables; journal: Journal; number: number };

async function openFiles(folder: string): Promise<Opened> {
  const tables = createTables(folder);
  for (const table of Object.values(tables)) await table.load();
  const existing = await journalPaths(folder);
  const last = existing.at(-1) ?? { number: 1, path: journalPath(folder, 1) };
  for (const { path, number } of existing) {
    if (number === last.number) continue;
    const { journal, lines } = await Journal.open(path);
    replay(tables, lines, path);
    await journal.close();
  }
  const { journal, lines } = await Journal.open(last.path);
  replay(tables, lines, last.path);
  return { tables, journal, number: last.number };
}

function createTables(folder: string): AllTables {
  const { inbox, session, outbox, ticket, question, officerCall, token } = recordSchemas;
  const { officer, signIn, audit } = recordSchemas;
  return {
    inbox: new Table('inbox', { folder, schema: inbox }),
    session: new Table('session', { folder, schema: session }),
    outbox: new Table('outbox', { folder, schema: outbox }),
    ticket: new Table('ticket', { folder, schema: ticket }),
    question: new Table('question', { folder, schema: question }),
    officerCall: new Table('officerCall', { folder, schema: officerCall }),
    token: new Table('token', { folder, schema: token }),
    officer: new Table('officer', { folder, schema: officer }),
    signIn: new Table('signIn', { folder, schema: signIn }),
    audit: new Table('audit', { folder, schema: audit }),
  };
}

function replay(tables: AllTables, lines: readonly string[], path: string): void {
  for (const line of lines) {
    for (const [name, key, value] of changesSchema.parse(JSON.parse(line))) {
      const table = Object.entries(tables).find(([candidate]) => candidate === name)?.[1];
      if (table === undefined) continue; // written by a newer version that knew another table
      table.restore(key, value, path);
    }
  }
}

function apply(tables: AllTables, change: Change): void {
  switch (change.table) {
    case 'inbox':
      set(tables.inbox, change.key, change.value);
      break;
    case 'session':
      set(tables.session, change.key, change.value);
      break;
    case 'outbox':
      set(tables.outbox, change.key, change.value);
      break;
    case 'ticket':
      set(tables.ticket, change.key, change.value);
      break;
    case 'question':
      set(tables.question, change.key, change.value);
      break;
    case 'officerCall':
      set(tables.officerCall, change.key, change.value);
      break;
    case 'token':
      set(tables.token, change.key, change.value);
      break;
    case 'officer':
      set(tables.officer, change.key, change.value);
      break;
    case 'signIn':
      set(tables.signIn, change.key, change.value);
      break;
    case 'audit':
      set(tables.audit, change.key, change.value);
      break;
  }
}

function set<T>(table: Table<T>, key: string, value: T | null): void {
  if (value === null) table.delete(key);
  else table.put(key, value);
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
