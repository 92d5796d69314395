import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { anEvent } from './samples.ts';

const SRC = join(import.meta.dirname, '../../src');
const STORE = pathToFileURL(join(SRC, 'store/lowdb/lowdb-store.ts')).href;

/** What another process does with a store until it ends, without closing it. */
const PROGRAM = `
  const { openLowdbStore } = await import(${JSON.stringify(STORE)});
  const [folder, ...events] = process.argv.slice(1);
  const store = await openLowdbStore(folder);
  const answers = [];
  for (const event of events.map((one) => JSON.parse(one))) {
    event.receivedAt = new Date(event.receivedAt);
    if (event.eventId === 'long') event.body = 'dài '.repeat(100_000);
    answers.push(await store.receive(event).catch(({ message, hint }) => message + ' ' + hint));
  }
  const waiting = store.waitingEvents().map(({ eventId }) => eventId);
  process.stdout.write(JSON.stringify({ answers, waiting }));
`;

const outcomeSchema = z.object({ answers: z.array(z.string()), waiting: z.array(z.string()) });

/** Receives the events in a process that may write files of 150 to 300 KB at most: to it the disk is full. */
async function receiveOnFullDisk(folder: string, ...eventIds: string[]) {
  const events = eventIds.map((id) => JSON.stringify(anEvent(id)));
  const { stdout } = await promisify(execFile)('/bin/sh', [
    '-c',
    'ulimit -f 300; exec "$0" "$@"',
    process.execPath,
    ...['--import', 'tsx', '--input-type=module', '-e', PROGRAM, folder, ...events],
  ]);
  return outcomeSchema.parse(JSON.parse(stdout));
}

describe.skipIf(process.platform === 'win32')('the store on a full disk', () => {
  it('refuses what does not fit, says so, and goes on with what does', async () => {
    const folder = await temporaryFolder();

    const { answers, waiting } = await receiveOnFullDisk(folder, 'e1', 'long', 'e2', 'long', 'e3');

    expect(answers.filter((answer) => answer === 'new')).toHaveLength(3);
    expect(answers[1]).toMatch(/journal-000001\.ndjson.*ổ đĩa/);
    expect(waiting).toEqual(['e1', 'e2', 'e3']);
  });

  it('shows the next process no ghost of what was refused', async () => {
    const folder = await temporaryFolder();
    await receiveOnFullDisk(folder, 'e1', 'long', 'e2');

    const store = await openLowdbStore(folder); // the lock was left by a process that is gone
    onTestFinished(() => store.close());

    expect(store.waitingEvents().map(({ eventId }) => eventId)).toEqual(['e1', 'e2']);
    expect(await store.receive(anEvent('long'))).toBe('new');
  });
});
