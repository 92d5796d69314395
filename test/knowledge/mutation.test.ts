import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDates } from '../../src/knowledge/check-dates.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { type Loaded, loadKnowledge } from '../../src/knowledge/load.ts';
import { type FileResult, parseFile } from '../../src/knowledge/parse-file.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { schemaOf } from '../../src/knowledge/schema-of.ts';
import { procedure, TODAY } from '../helpers/build.ts';
import { temporaryFolder } from '../helpers/program.ts';
import { byteDamage, damage, type Json, textOf, truncation } from './mutations.ts';

const PATIENCE_MS = 60_000; // the machine may be busy

// Ten thousand damaged files in all.
const RUNS = { records: 5000, bytes: 3500, truncated: 500, folders: 500, successors: 500 };

const FILES = [
  procedureFile('1.001193'),
  procedureFile('1.000894'),
  procedureFile('1.014063'),
  'answers/kham-chua-benh.json',
  'communes/nam-dan/commune.json',
  'communes/nam-dan/plans/cai-cach-hanh-chinh-2026.json',
  'vocabulary/abbreviations.json',
];

const originals = new Map(FILES.map((file) => [file, jsonOf(file)]));
const anyFile = fc.constantFrom(...FILES);

function procedureFile(code: string): string {
  const files = readdirSync('knowledge/procedures', { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => name.includes(`${code}-`)) ?? code;
  return `procedures/${file.replaceAll('\\', '/')}`;
}

function jsonOf(file: string): Json {
  return z.json().parse(JSON.parse(readFileSync(join('knowledge', file), 'utf8')));
}

function originalOf(file: string): Json {
  return originals.get(file) ?? null;
}

/** What the loader makes of a file, after the promises that hold for every file were checked. */
function parsed(file: string, bytes: Uint8Array): FileResult<unknown> {
  const result = parseFile(file, bytes, schemaOf(file));
  if ('problems' in result) {
    expect(result.problems.length).toBeGreaterThan(0);
    const isClear = ({ severity, file: at, message, remedy }: Problem) =>
      severity === 'error' && at === file && message.length > 5 && remedy.length > 5;
    expect(result.problems.every(isClear)).toBe(true);
    return result;
  }
  expect(holds(result.record, JSON.parse(new TextDecoder().decode(bytes)))).toBe(true);
  expect(schemaOf(file).safeParse(result.record).success).toBe(true);
  return result;
}

/** Whether a record has everything that the file says, trimmed. It may have more: the defaults. */
function holds(record: unknown, said: unknown): boolean {
  if (typeof said === 'string') return record === said || record === said.trim();
  if (typeof said !== 'object' || said === null) return Object.is(record, said);
  if (typeof record !== 'object' || record === null) return false;
  if (Array.isArray(said) !== Array.isArray(record)) return false;
  if (Array.isArray(record) && Object.keys(record).length !== Object.keys(said).length)
    return false;
  const kept = new Map<string, unknown>(Object.entries(record));
  return Object.entries(said).every(
    // A word list may hold any word; zod leaves this one out, for safety.
    ([key, child]) => key === '__proto__' || (kept.has(key) && holds(kept.get(key), child)),
  );
}

describe('a damaged file', () => {
  it(
    'is refused with problems or served whole, whatever is wrong in the record',
    () => {
      fc.assert(
        fc.property(anyFile, damage, (file, spoil) => {
          parsed(file, Buffer.from(textOf(spoil(originalOf(file)))));

          expect(Object.keys(Object.prototype)).toEqual([]);
        }),
        { numRuns: RUNS.records },
      );
    },
    PATIENCE_MS,
  );

  it('is refused with problems or served whole, whatever happened to its bytes', () => {
    fc.assert(
      fc.property(anyFile, byteDamage, (file, spoil) => {
        const result = parsed(file, spoil(JSON.stringify(originalOf(file), null, 2)));

        if ('record' in result) expect(JSON.stringify(result.record)).not.toContain('\uFFFD');
      }),
      { numRuns: RUNS.bytes },
    );
  });

  it('is never served by half', () => {
    fc.assert(
      fc.property(anyFile, truncation, (file, cut) => {
        expect(parsed(file, cut(JSON.stringify(originalOf(file), null, 2)))).toHaveProperty(
          'problems',
        );
      }),
      { numRuns: RUNS.truncated },
    );
  });

  it('is served as ever with a byte order mark and the line ends of Windows', () => {
    for (const file of FILES) {
      const text = JSON.stringify(originalOf(file), null, 2);
      const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;

      expect(parsed(file, Buffer.from(windows))).toEqual(parsed(file, Buffer.from(text)));
    }
  });
});

describe('a folder with one damaged file', () => {
  it(
    'serves the other files, and of the damaged one all or what was served before',
    async () => {
      const root = await temporaryFolder();
      for (const file of FILES) await write(root, file, textOf(originalOf(file)));
      const sound = await loadKnowledge(root);
      expect(sound.problems).toEqual([]);

      await fc.assert(
        fc.asyncProperty(anyFile, anyDamage(), fc.boolean(), async (file, spoil, isRunning) => {
          const bytes = spoil(originalOf(file));
          await write(root, file, bytes);
          const loaded = await loadKnowledge(root, isRunning ? sound : undefined);
          await write(root, file, textOf(originalOf(file)));

          checkKnowledge(loaded);
          checkDates(loaded, TODAY);
          const result = parsed(file, Buffer.from(bytes));
          const before = isRunning ? sound.records.get(file) : undefined;
          const due = 'record' in result ? result.record : before;
          expect(isDeepStrictEqual(loaded.records.get(file), due)).toBe(true);
          expect(loaded.problems.length > 0).toBe('problems' in result);
          for (const other of othersOf(file, due)) {
            expect(isDeepStrictEqual(loaded.records.get(other), sound.records.get(other))).toBe(
              true,
            );
          }
          expect(missing(loaded, due)).toEqual([]);
        }),
        { numRuns: RUNS.folders },
      );
    },
    PATIENCE_MS,
  );
});

describe('procedures that replace each other at random', () => {
  it('never stop the check, which finds a circle exactly when there is one', () => {
    const codes = Array.from({ length: 7 }, (_, i) => `1.00000${i}`);
    const anyCodes = fc.subarray([...codes, '1.999999'], { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(anyCodes, { minLength: 7, maxLength: 7 }), (successors) => {
        const records = new Map(
          codes.map((code, i) => [
            `procedures/ho-tich/${code}-a.json`,
            procedure({ code, replacedBy: successors[i] ?? [] }),
          ]),
        );
        const links = new Map(codes.map((code, i) => [code, successors[i] ?? []]));

        const found = checkDates({ knowledge, problems: [], records }, TODAY);

        expect(found.some(({ severity }) => severity === 'error')).toBe(hasCircle(links));
      }),
      { numRuns: RUNS.successors },
    );
  });
});

const { knowledge } = await loadKnowledge('knowledge');

/** Takes away what leads nowhere until nothing is left, or only circles and what leads into them. */
function hasCircle(links: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(links);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [code, next] of left) {
      if (!next.some((one) => left.has(one))) left.delete(code);
    }
  }
  return left.size > 0;
}

function anyDamage(): fc.Arbitrary<(record: Json) => string | Uint8Array> {
  return fc.oneof(
    damage.map((spoil) => (record: Json) => textOf(spoil(record))),
    byteDamage.map((spoil) => (record: Json) => spoil(JSON.stringify(record))),
  );
}

/** A commune that was never read takes its plans and answers with it: there is nobody to tell them to. */
function othersOf(file: string, record: unknown): string[] {
  const isLostCommune = file.endsWith('commune.json') && record === undefined;
  return FILES.filter((other) => other !== file && !(isLostCommune && other.includes('/plans/')));
}

/** The codes of the sound procedures that the bot would not find. */
function missing({ knowledge: now, records }: Loaded, due: unknown): string[] {
  return [...records.values()]
    .map((record) => z.object({ code: z.string() }).safeParse(record).data?.code)
    .filter((code) => code !== undefined && due !== undefined && !now.procedures.has(code))
    .map(String);
}

async function write(root: string, file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
}
