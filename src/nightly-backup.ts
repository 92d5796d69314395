import { toError } from './lib/app-error.ts';
import { type Clock, vietnamDay, vietnamTime } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { lastBackupAt } from './store/backup-names.ts';
import { makeBackup } from './store/lowdb/backup.ts';

const LOOK_EVERY_MS = 10 * 60_000;
const FROM_HOUR = '02'; // nobody writes then; a machine that was off at night makes up for it in the morning

export type NightlyBackupOptions = {
  dataFolder: string;
  /** Where the backups stand. */
  to: string;
  clock: Clock;
  log: Log;
};

/** Makes one backup a day. */
export class NightlyBackup {
  readonly #options: NightlyBackupOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #failure: string | undefined;

  constructor(options: NightlyBackupOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.backUpWhenDue(), LOOK_EVERY_MS).unref();
  }

  /** When the newest backup was made; undefined when there is none. */
  lastAt(): Promise<Date | undefined> {
    const { to, clock } = this.#options;
    return lastBackupAt(to, clock());
  }

  /** Why the last attempt failed, in Vietnamese; undefined when it did not. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Makes today's backup when it is time and there is none yet. Never rejects: the operator is told in the log. */
  backUpWhenDue(): Promise<void> {
    this.#running ??= this.#backUp().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Makes no more, and waits for one under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #backUp(): Promise<void> {
    const { dataFolder, to, clock, log } = this.#options;
    const now = clock();
    try {
      const last = await this.lastAt();
      const isDone = last !== undefined && vietnamDay(last) === vietnamDay(now);
      if (isDone || vietnamTime(now).slice(11, 13) < FROM_HOUR) return;
      const { manifest } = await makeBackup({ dataFolder, to, now });
      this.#failure = undefined;
      log.info({ files: manifest.files.length }, 'backup made');
    } catch (thrown) {
      this.#failure = toError(thrown).message;
      log.error({ error: this.#failure }, 'backup not made');
    }
  }
}
