import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, Records } from '../../src/store/lowdb/records.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { aQuestion, aTokenPair } from './samples.ts';

/** What may be done to the records; `at once` does not wait for one commit before the next. */
type Step =
  | { kind: 'commit'; changes: readonly Change[] }
  | { kind: 'at once'; changes: readonly Change[]; withSnapshot: boolean }
  | { kind: 'snapshot' }
  | { kind: 'restart' }
  | { kind: 'crash' };

const key = fc.constantFrom('1', '20', 'a', 'đường', 'x:0', 'constructor');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ key, text: fc.string({ unit: 'grapheme' }) }).map(({ key, text }): Change => ({
    table: 'question',
    key,
    value: aQuestion(key, { text }),
  })),
  key.map((key): Change => ({ table: 'question', key, value: null })),
  fc.record({ key, accessToken: fc.string() }).map(({ key, accessToken }): Change => ({
    table: 'token',
    key,
    value: aTokenPair({ oaId: key, accessToken }),
  })),
  key.map((key): Change => ({ table: 'token', key, value: null })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('commit'), changes: fc.array(change, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('at once'),
    changes: fc.array(change, { minLength: 2, maxLength: 40 }),
    withSnapshot: fc.boolean(),
  }),
  fc.constantFrom<Step>({ kind: 'snapshot' }, { kind: 'restart' }, { kind: 'crash' }),
);

type Model = Map<string, unknown>;

/** Does the step to the records and to the model; gives the records to go on with. */
async function take(step: Step, records: Records, place: Place): Promise<Records> {
  const { model } = place;
  switch (step.kind) {
    case 'commit':
      await records.commit(step.changes);
      for (const one of step.changes) note(model, one);
      return records;
    case 'at once': {
      const half = Math.floor(step.changes.length / 2);
      const commits = step.changes.slice(0, half).map((one) => records.commit([one]));
      const snapshot = step.withSnapshot ? records.snapshot() : Promise.resolve();
      commits.push(...step.changes.slice(half).map((one) => records.commit([one])));
      await Promise.all([...commits, snapshot]);
      for (const one of step.changes) note(model, one);
      return records;
    }
    case 'snapshot':
      await records.snapshot();
      return records;
    case 'restart':
      await records.close();
      return Records.open(place.folder);
    case 'crash': {
      const remains = await temporaryFolder();
      await cp(place.folder, remains, { recursive: true });
      await rm(join(remains, 'lock'));
      await records.close();
      place.folder = remains;
      return Records.open(remains);
    }
  }
}

type Place = { folder: string; model: Model };

function note(model: Model, { table, key, value }: Change): void {
  if (value === null) model.delete(`${table} ${key}`);
  else model.set(`${table} ${key}`, value);
}

function contentOf({ tables }: Records): Model {
  const model: Model = new Map();
  for (const one of tables.question.values()) model.set(`question ${one.id}`, one);
  for (const one of tables.token.values()) model.set(`token ${one.oaId}`, one);
  return model;
}

describe('the records', () => {
  it('are what was last written, through snapshots, restarts and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const place: Place = { folder: await temporaryFolder(), model: new Map() };
        let records = await Records.open(place.folder);

        for (const one of steps) {
          records = await take(one, records, place);
          expect(contentOf(records)).toEqual(place.model);
        }
        await records.close();
        const again = await Records.open(place.folder);

        expect(contentOf(again)).toEqual(place.model);
        await again.close();
      }),
      { numRuns: 40 },
    );
  });

  it('are the newest ones in memory, too, when the journal is changed under many writers', async () => {
    const folder = await temporaryFolder();
    const records = await Records.open(folder);
    const put = (id: string, text: string) =>
      records.commit([{ table: 'question', key: id, value: aQuestion(id, { text }) }]);
    const writes: Promise<void>[] = [];
    for (let round = 0; round < 8; round++) {
      writes.push(records.snapshot());
      for (let i = 0; i < 15; i++) {
        const id = `${round}-${i}`;
        writes.push(put(id, `older ${'x'.repeat(300_000)}`)); // takes long to flush
        await new Promise((resolve) => setImmediate(resolve));
        writes.push(put(id, 'newer'));
      }
      await Promise.all(writes);
    }

    const texts = [...records.tables.question.values()].map(({ text }) => text.slice(0, 5));
    await records.close();

    expect(new Set(texts)).toEqual(new Set(['newer']));
  });
});
