import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../knowledge/parse-file.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { recordDiff } from '../knowledge/record-diff.ts';
import { restoreVersion } from '../knowledge/restore.ts';
import {
  hashOf,
  historyFolder,
  type HistoryPlace,
  readVersion,
  type Version,
  versionsOf,
} from '../knowledge/versions.ts';
import { AppError } from '../lib/app-error.ts';
import { systemClock } from '../lib/clock.ts';
import type { Command } from './command.ts';
import { findFile, pickVersion } from './history-choice.ts';
import { diffLines, listLines, nameOfVersion, restoredLines } from './history-texts.ts';

/** Shows the kept versions of a knowledge file, compares them and puts one back. Works while the program runs. */
export const history: Command = {
  name: 'history',
  summary: 'Xem, so sánh và khôi phục các bản đã lưu của một tệp kiến thức',
  usage: 'history list <tệp> | history diff <tệp> [bản] [bản] | history restore <tệp> <bản>',
  options: {},
  async run({ config, positionals, print }) {
    const [action = '', name, ...wanted] = positionals;
    const act = ACTIONS.get(action);
    if (act === undefined || name === undefined) throw usageError();
    const place = { root: config.KNOWLEDGE_DIR, folder: historyFolder(config.DATA_DIR) };
    const file = await findFile(place, name);
    const versions = await versionsOf(place.folder, file);
    for (const line of await act({ place, file, versions, wanted })) print(line);
    return 0;
  },
};

/** A file with its versions, and which of them the operator named. */
type Task = {
  place: HistoryPlace;
  file: string;
  versions: readonly Version[];
  wanted: readonly string[];
};

const ACTIONS = new Map<string, (task: Task) => Promise<string[]>>([
  ['list', list],
  ['diff', diff],
  ['restore', restore],
]);

async function list({ place, file, versions }: Task): Promise<string[]> {
  const now = await standing(place, file);
  return listLines(file, versions, now && hashOf(now));
}

/** Without versions: the latest change. With one: from it to the file as it is. */
async function diff(task: Task): Promise<string[]> {
  const { place, file, versions, wanted } = task;
  const [from, to] = wanted.map((text) => pickVersion(versions, text, file));
  const now = await standing(place, file);
  const newest = versions.at(-1);
  const isKept = newest?.hash === (now && hashOf(now));
  if (to !== undefined) return compare(task, from, to);
  if (from !== undefined) return compare(task, from, undefined);
  return isKept ? compare(task, versions.at(-2), newest) : compare(task, newest, undefined);
}

/** `to` is undefined for the file as it is on disk; `from` for nothing at all, before the first version. */
async function compare(
  { place, file, versions }: Task,
  from: Version | undefined,
  to: Version | undefined,
): Promise<string[]> {
  const before = from && (await recordOf(place, file, from));
  const bytes = await standing(place, file);
  const after =
    to === undefined
      ? bytes && parsed(file, bytes, `Tệp ${file} đang có`)
      : await recordOf(place, file, to);
  const heading =
    `${file}: ${from === undefined ? 'chưa có bản trước' : nameOfVersion(from, versions)} → ` +
    (to === undefined ? 'tệp đang có' : nameOfVersion(to, versions));
  return diffLines(heading, recordDiff(before, after));
}

async function restore({ place, file, versions, wanted }: Task): Promise<string[]> {
  const [text] = wanted;
  if (text === undefined) throw usageError();
  const version = pickVersion(versions, text, file);
  const now = await standing(place, file);
  if (now !== undefined && hashOf(now) === version.hash) {
    return [`Tệp ${file} đang đúng như bản này, không cần khôi phục.`];
  }
  const { brokenCopy } = await restoreVersion(place, { file, version, now: systemClock() });
  return restoredLines(file, nameOfVersion(version, versions), brokenCopy);
}

async function recordOf(place: HistoryPlace, file: string, version: Version): Promise<unknown> {
  if (version.hash === undefined) return undefined;
  const bytes = await readVersion(place.folder, file, version);
  return parsed(file, bytes, `Bản ${version.name}`);
}

function parsed(file: string, bytes: Uint8Array, what: string): unknown {
  const result = parseJson(file, bytes);
  if ('record' in result) return result.record;
  const reasons = result.problems.map(formatProblem).join(' ');
  throw new AppError(`${what} không đọc được nên chưa so sánh được. ${reasons}`, {
    hint: 'Sửa tệp cho đúng, hoặc so hai bản đã lưu với nhau.',
  });
}

/** What the file holds now; undefined when it is not there. */
async function standing({ root }: HistoryPlace, file: string): Promise<Uint8Array | undefined> {
  return readFile(join(root, file)).catch(() => undefined);
}

function usageError(): AppError {
  return new AppError('Chưa rõ muốn xem hay khôi phục tệp nào, bản nào.', {
    hint: `Cách dùng: ${history.usage}`,
  });
}
