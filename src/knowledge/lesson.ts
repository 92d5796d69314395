import { fold } from '../lib/fold.ts';
import type { Answer } from './answer.ts';
import type { Override } from './override.ts';

/** What an editor adds from the console so that questions are answered from now on. */
export type Lesson = {
  communeSlug: string;
  /** Who wrote it, and on which day (`YYYY-MM-DD`). */
  by: string;
  day: string;
  /** How residents asked. At least one of these must lead to the answer afterwards. */
  questions: readonly string[];
} & (NewAnswer | NewAliases);

export type NewAnswer = {
  kind: 'answer';
  title: string;
  aliases: readonly string[];
  paragraphs: readonly string[];
  source: { title: string; url: string | undefined };
};

/** Everyday words that are to lead to a procedure. */
export type NewAliases = { kind: 'alias'; code: string; aliases: readonly string[] };

/** A knowledge file as it shall be. `leadsTo` is what the questions find then. */
export type Draft = { file: string; record: unknown; leadsTo: string };

type Common = Pick<Lesson, 'communeSlug' | 'by' | 'day'>;

/** The file of a new answer of one commune. `taken`: the ids in use, of which it takes none. */
export function draftAnswer(
  lesson: Common & NewAnswer,
  taken: ReadonlySet<string>,
): Draft & { record: Omit<Answer, '$schema'> } {
  const { communeSlug, by, day, title, aliases, paragraphs, source } = lesson;
  const id = freeId(title, taken);
  return {
    file: `communes/${communeSlug}/answers/${id}.json`,
    leadsTo: id,
    record: {
      ...schemaLine('answer'),
      status: 'published',
      source: { title: source.title, decision: null, url: source.url ?? null, asOf: day },
      checkedOn: day,
      checkedBy: by,
      id,
      kind: 'faq',
      title,
      aliases: distinct(aliases),
      answer: [...paragraphs],
      owner: null,
      links: [],
      procedures: [],
      unconfirmed: [],
    },
  };
}

/** Where a commune's own part of a procedure that others share is kept. */
export function overrideFile(communeSlug: string, code: string): string {
  return `communes/${communeSlug}/overrides/${code}.json`;
}

/** The commune's override with nothing in it but everyday words. */
export function newOverride({
  by,
  day,
  code,
}: Common & { code: string }): Omit<Override, '$schema'> {
  return {
    ...schemaLine('override'),
    status: 'published',
    source: { title: 'Câu hỏi của người dân tại xã', decision: null, url: null, asOf: day },
    checkedOn: day,
    checkedBy: by,
    overrides: code,
  };
}

/** A record with more everyday words; everything else stays as it was written. */
export function withAliases(
  record: Readonly<Record<string, unknown>>,
  aliases: readonly string[],
): Record<string, unknown> {
  const known: unknown[] = Array.isArray(record['aliases']) ? record['aliases'] : [];
  const before = known.filter((one) => typeof one === 'string');
  return { ...record, aliases: distinct([...before, ...aliases]) };
}

/** The file's text, as the other files are written. */
export function textOfRecord(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Spellings that differ in marks or capitals only are one to the search. */
function distinct(aliases: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const alias of aliases) {
    const key = fold(alias).replace(/\s+/g, ' ').trim();
    if (!byFolded.has(key)) byFolded.set(key, alias);
  }
  return [...byFolded.values()];
}

const LONGEST_ID = 60;

/** Begins with "hoi-", so that no title becomes a name that Windows keeps for itself ("con", "aux"). */
function freeId(title: string, taken: ReadonlySet<string>): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  const id = `hoi-${words === '' ? 'dap' : words}`;
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

function schemaLine(name: string): { $schema: string } {
  return { $schema: `../../../schema/${name}.schema.json` };
}
