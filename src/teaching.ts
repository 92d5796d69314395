import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { checkKnowledge } from './knowledge/check.ts';
import { checkDates } from './knowledge/check-dates.ts';
import { communeOf, type CommuneKnowledge, type Knowledge } from './knowledge/knowledge.ts';
import {
  type Draft,
  draftAnswer,
  type Lesson,
  newOverride,
  overrideFile,
  textOfRecord,
  withAliases,
} from './knowledge/lesson.ts';
import type { PendingFiles } from './knowledge/folder-reader.ts';
import type { Loaded } from './knowledge/load.ts';
import { formatProblem, type Problem } from './knowledge/problem.ts';
import { AppError, toError } from './lib/app-error.ts';
import { unhurried } from './lib/sliced.ts';
import { SerialQueue } from './lib/serial-queue.ts';
import { writeWhole } from './lib/whole-file.ts';
import { type OwnText, rivalOf, textsAtRisk } from './search/regression.ts';
import { createSearches, type Hit, type Search } from './search/search.ts';

/** `reasons` are Vietnamese, for the editor: what the change would break. Nothing was written then. */
export type Taught = { ok: true; file: string } | { ok: false; reasons: readonly string[] };

export type TeachingOptions = {
  root: string;
  knowledge: {
    readonly current: Knowledge;
    readonly problems: readonly Problem[];
    refresh: () => Promise<void>;
    trial: (pending: PendingFiles) => Promise<Loaded>;
  };
};

const MOST_REASONS = 8;

/** Puts what editors write into the knowledge folder, once a trial of the whole has shown that nothing breaks. */
export class Teaching {
  readonly #options: TeachingOptions;
  readonly #queue = new SerialQueue();

  constructor(options: TeachingOptions) {
    this.#options = options;
  }

  /** One lesson at a time: each is tried on top of the one before it. */
  teach(lesson: Lesson): Promise<Taught> {
    return this.#queue.run('teach', () => this.#teach(lesson));
  }

  async #teach(lesson: Lesson): Promise<Taught> {
    const { root, knowledge } = this.#options;
    await knowledge.refresh();
    const standing = this.#faultsOfStanding(lesson);
    if (standing.length > 0) return refused(standing);
    const draft = await this.#draft(lesson);
    if (draft === undefined) return refused(['Thủ tục này không có trong danh mục của xã.']);
    const bytes = Buffer.from(textOfRecord(draft.record));
    const tried = await knowledge.trial(new Map([[draft.file, bytes]]));
    const faults = await this.#faultsOf(tried, lesson, draft);
    const known = new Set(knowledge.problems.map(formatProblem));
    const added = faults
      .filter(({ severity }) => severity === 'error')
      .map(formatProblem)
      .filter((fault) => !known.has(fault));
    if (added.length > 0) return refused(added);
    const lost = await this.#lost(lesson, tried.knowledge, draft);
    if (lost.length > 0) return refused(lost);
    await writeWhole(join(root, draft.file), bytes);
    await knowledge.refresh();
    return { ok: true, file: draft.file };
  }

  /** All that would be wrong; residents' messages get their turn in between. */
  async #faultsOf(tried: Loaded, { day }: Lesson, { file: own }: Draft): Promise<Problem[]> {
    const inside = checkKnowledge(tried);
    await nextTurn();
    const dated = checkDates(tried, day).filter(({ file }) => file === own);
    await nextTurn();
    return [...tried.problems, ...inside, ...dated];
  }

  /** What is wrong with the file that the words would go into: a broken one is mended by hand, never written over. */
  #faultsOfStanding(lesson: Lesson): string[] {
    if (lesson.kind === 'answer') return [];
    const file = overrideFile(lesson.communeSlug, lesson.code);
    const faults = this.#options.knowledge.problems.filter(
      (problem) => problem.file === file && problem.severity === 'error',
    );
    if (faults.length === 0) return [];
    return [
      `Tệp riêng của xã cho thủ tục này đang lỗi, cần sửa trước.`,
      ...faults.map(formatProblem),
    ];
  }

  async #draft(lesson: Lesson): Promise<Draft | undefined> {
    const { current } = this.#options.knowledge;
    const here = communeOf(current, lesson.communeSlug);
    if (lesson.kind === 'answer') {
      const written = [...here.answers, ...current.answers];
      return draftAnswer(lesson, new Set(written.map(({ id }) => id)));
    }
    const { code, communeSlug, aliases } = lesson;
    if (!here.procedures.has(code)) return undefined;
    // The procedure's own file may serve other communes too: one commune's words go beside it.
    const file = overrideFile(communeSlug, code);
    const standing = await readStanding(join(this.#options.root, file));
    const record = withAliases(standing ?? newOverride(lesson), aliases);
    return { file, record, leadsTo: code };
  }

  /** What residents could find before and would not any more, and the questions when none of them is answered. */
  async #lost(lesson: Lesson, tried: Knowledge, { leadsTo }: Draft): Promise<string[]> {
    const { communeSlug, day, questions } = lesson;
    const { current } = this.#options.knowledge;
    const here = communeOf(current, communeSlug);
    const changed = { here: communeOf(tried, communeSlug), day };
    const after = await searchOf(tried, changed);
    if (!questions.some((text) => foundBy(after, text)?.id === leadsTo)) {
      return [unfound(questions[0] ?? '', after)];
    }
    const before = await searchOf(current, { here, day });
    await nextTurn();
    const { aliases } = lesson;
    const added = lesson.kind === 'answer' ? [lesson.title, ...aliases] : aliases;
    const lost: string[] = [];
    for (const own of textsAtRisk(current, here, { day, added })) {
      await nextTurn(); // so that residents' messages get their turn
      const rival = rivalOf(own, before, after);
      if (rival !== undefined) lost.push(drawnAway(own, rival));
    }
    return lost;
  }
}

async function searchOf(
  knowledge: Knowledge,
  { here, day }: { here: CommuneKnowledge; day: string },
): Promise<Search> {
  const search = await unhurried(createSearches(knowledge, day));
  return search(here);
}

function refused(reasons: readonly string[]): Taught {
  const more = reasons.length - MOST_REASONS;
  const rest = more > 0 ? [`Còn ${more} chỗ nữa.`] : [];
  return { ok: false, reasons: [...reasons.slice(0, MOST_REASONS), ...rest] };
}

function drawnAway({ text, title }: OwnText, rival: string): string {
  return `Câu “${text}” đang dẫn ngay tới “${title}”, sẽ lẫn với “${rival}”. Anh/chị đổi cách viết cho khác đi.`;
}

/** What a question leads to; undefined when the bot does not know. */
function foundBy(search: Search, question: string): Hit | undefined {
  const { band, hits } = search(question);
  return band === 'none' ? undefined : hits[0];
}

function unfound(question: string, after: Search): string {
  const now = foundBy(after, question)?.title;
  const instead = now === undefined ? 'vẫn chưa tìm ra gì' : `vẫn dẫn tới “${now}”`;
  return `Câu người dân đã hỏi “${question}” ${instead}. Anh/chị thêm một cách hỏi giống câu này hơn.`;
}

const anyRecord = z.record(z.string(), z.unknown());

/** The file as it was written, keys in their order; undefined when there is none. */
async function readStanding(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    return anyRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (thrown) {
    const cause = toError(thrown);
    if ('code' in cause && cause.code === 'ENOENT') return undefined;
    throw new AppError(`Không đọc được tệp ${path} (${cause.message}).`, {
      hint: 'Mở tệp bằng VS Code và sửa chỗ gạch đỏ, rồi làm lại.',
      cause,
    });
  }
}
