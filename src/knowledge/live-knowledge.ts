import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toError } from '../lib/app-error.ts';
import { SerialQueue } from '../lib/serial-queue.ts';
import { checkKnowledge } from './check.ts';
import { checkDates } from './check-dates.ts';
import { checkFeedback } from './check-feedback.ts';
import type { PendingFiles } from './folder-reader.ts';
import type { Knowledge } from './knowledge.ts';
import { type Loaded, loadKnowledge } from './load.ts';
import type { Problem } from './problem.ts';

const POLL_MS = 1000; // works on network drives and Windows too, where file events do not always come

export type LiveKnowledgeOptions = {
  root: string;
  /** Told after each reload, with everything that is wrong. */
  onReload: (knowledge: Knowledge, problems: readonly Problem[]) => void;
  onError: (error: Error) => void;
};

/** The knowledge as it stands now: reloaded when staff save a file, never worse than the last good version. */
export class LiveKnowledge {
  readonly #options: LiveKnowledgeOptions;
  #loaded: Loaded;
  #fingerprint: string;
  #problems: readonly Problem[] = [];
  #dated: { day: string; problems: readonly Problem[] } | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #listeners: (() => void)[] = [];
  readonly #preparations: ((next: Knowledge) => Promise<void>)[] = [];
  readonly #queue = new SerialQueue();

  private constructor(options: LiveKnowledgeOptions, loaded: Loaded, fingerprint: string) {
    this.#options = options;
    this.#loaded = loaded;
    this.#fingerprint = fingerprint;
    this.#announce();
  }

  /** Reads the folder. Throws an AppError when there is none; bad files are problems, not errors. */
  static async open(options: LiveKnowledgeOptions): Promise<LiveKnowledge> {
    // Taken before the reading, so that a file saved meanwhile is read again at the next look.
    const fingerprint = await fingerprintOf(options.root).catch(() => '');
    return new LiveKnowledge(options, await loadKnowledge(options.root), fingerprint);
  }

  get current(): Knowledge {
    return this.#loaded.knowledge;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Everything that is wrong on a day (`YYYY-MM-DD`): what is out of date or still to be confirmed too. */
  problemsOn(day: string): readonly Problem[] {
    if (this.#dated?.day !== day) {
      const dated = [...checkDates(this.#loaded, day), ...checkFeedback(this.#loaded, day)];
      this.#dated = { day, problems: [...this.#problems, ...dated] };
    }
    return this.#dated.problems;
  }

  /** Calls the listener after each reload to come. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Has this done before each change to come: until then the old knowledge serves. */
  beforeChange(prepare: (next: Knowledge) => Promise<void>): void {
    this.#preparations.push(prepare);
  }

  /** Looks for saved files every second until closed. */
  watch(): void {
    this.#timer = setInterval(() => {
      this.refresh().catch((thrown: unknown) => {
        this.#options.onError(toError(thrown));
      });
    }, POLL_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Reloads when any file changed since the last look; one look at a time. */
  refresh(): Promise<void> {
    return this.#queue.run('refresh', () => this.#refresh());
  }

  async #refresh(): Promise<void> {
    const fingerprint = await fingerprintOf(this.#options.root);
    if (fingerprint === this.#fingerprint) return;
    const loaded = await loadKnowledge(this.#options.root, this.#loaded);
    for (const prepare of this.#preparations) await prepare(loaded.knowledge);
    this.#loaded = loaded;
    this.#fingerprint = fingerprint;
    this.#announce();
  }

  /** The knowledge as it would be with these files in it; a bad file's last good version stays, as in `refresh`. */
  trial(pending: PendingFiles): Promise<Loaded> {
    return loadKnowledge(this.#options.root, this.#loaded, pending);
  }

  #announce(): void {
    this.#dated = undefined;
    this.#problems = [...this.#loaded.problems, ...checkKnowledge(this.#loaded)];
    this.#options.onReload(this.#loaded.knowledge, this.#problems);
    for (const listener of this.#listeners) listener();
  }
}

async function fingerprintOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith('.json'));
  const stats = await Promise.all(
    files.map(async (file) => {
      // A file may vanish between the listing and the look; its absence is a change of its own.
      const found = await stat(join(root, file)).catch(() => undefined);
      return `${file}:${found?.mtimeMs ?? 0}:${found?.size ?? 0}`;
    }),
  );
  return stats.join('|');
}
