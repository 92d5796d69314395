import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { jsonSchemas } from '../../src/knowledge/json-schemas.ts';
import { isInForce, isLive } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { procedure, TODAY } from '../helpers/build.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

describe('a record with dates', () => {
  const span = { effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31' };

  it.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('from July to December is in force on %s: %s', (day, expected) => {
    expect(isInForce(span, day)).toBe(expected);
  });

  it('is in force for ever on a side that has no date', () => {
    expect(isInForce({}, '1999-01-01')).toBe(true);
    expect(isInForce({ effectiveFrom: '2026-07-01' }, '2099-01-01')).toBe(true);
    expect(isInForce({ effectiveTo: '2026-07-01' }, '1999-01-01')).toBe(true);
    expect(isInForce({ effectiveTo: '2026-07-01' }, '2026-07-02')).toBe(false);
  });

  it.each([
    ['published', {}, true],
    ['published', { effectiveFrom: '2027-01-01' }, false],
    ['published', { effectiveTo: '2026-11-20' }, false],
    ['draft', {}, false],
    ['abolished', {}, false],
  ] as const)('is told to residents when %s with %o: %s', (status, dates, expected) => {
    expect(isLive(procedure({ status, ...dates }), TODAY)).toBe(expected);
  });
});

describe('the knowledge of this project', () => {
  it('has no errors', async () => {
    const loaded = await loadKnowledge(KNOWLEDGE);

    const errors = [...loaded.problems, ...checkKnowledge(loaded)].filter(
      ({ severity }) => severity === 'error',
    );

    expect(errors.map(formatProblem)).toEqual([]);
    expect(loaded.knowledge.procedures.size).toBeGreaterThan(0);
    expect(loaded.knowledge.communes.size).toBeGreaterThan(0);
  });

  it('has schemas for the editors that are up to date', async () => {
    const folder = join(KNOWLEDGE, 'schema');
    const expected = jsonSchemas();

    const names = (await readdir(folder)).map((file) => file.replace('.schema.json', ''));
    const stale: string[] = [];
    for (const [name, content] of Object.entries(expected)) {
      const written = await readFile(join(folder, `${name}.schema.json`), 'utf8').catch(() => '');
      if (written.replaceAll('\r\n', '\n') !== content) stale.push(name);
    }

    expect(stale, 'run "npm run cli -- schema" and commit what it writes').toEqual([]);
    expect(names.sort(), 'delete what no schema makes any more').toEqual(
      Object.keys(expected).sort(),
    );
  });
});
