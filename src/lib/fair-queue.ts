/** A piece of work. It must not reject: it knows best what its failure means. */
export type Task = () => Promise<void>;

const LONGEST_YIELD_MS = 10; // so that a hundred tasks a second begin, whatever else comes in

/**
 * Runs the tasks of one key strictly one after another and the keys in turn, so many side by side: whoever has a
 * hundred tasks waits for those who have one. Between two tasks the program gets to whatever else has come in, and
 * while something more urgent is under way a task begins only every 10 ms.
 */
export class FairQueue {
  readonly #atOnce: number;
  readonly #isUrgentUnderWay: () => boolean;
  /** The tasks of each key that has any, running one included; the keys whose turn may come are in `#ready`. */
  readonly #tasks = new Map<string, Task[]>();
  readonly #ready = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #isScheduled = false;
  #isStopped = false;
  #size = 0;
  #startedAt = 0;
  #idleCallers: (() => void)[] = [];

  constructor(atOnce: number, isUrgentUnderWay: () => boolean = () => false) {
    this.#atOnce = atOnce;
    this.#isUrgentUnderWay = isUrgentUnderWay;
  }

  /** How many tasks wait or run. */
  get size(): number {
    return this.#size;
  }

  add(key: string, task: Task): void {
    const tasks = this.#tasks.get(key);
    this.#size += 1;
    if (tasks === undefined) {
      this.#tasks.set(key, [task]);
      this.#ready.add(key);
      this.#schedule();
    } else tasks.push(task);
  }

  /** Resolves when nothing runs or waits, or, once stopped, when nothing runs. */
  idle(): Promise<void> {
    if (this.#isDone()) return Promise.resolve();
    return new Promise((resolve) => this.#idleCallers.push(resolve));
  }

  /** Begins nothing more; what waits is left. Resolves when the running tasks have ended. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.idle();
  }

  #isDone(): boolean {
    return this.#size === 0 || (this.#isStopped && this.#running.size === 0);
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isStopped) return;
    if (this.#ready.size === 0 || this.#running.size >= this.#atOnce) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#next();
    });
  }

  #next(): void {
    const isYielding = performance.now() - this.#startedAt < LONGEST_YIELD_MS;
    if (isYielding && !this.#isStopped && this.#isUrgentUnderWay()) {
      setTimeout(() => {
        this.#next();
      }, 1);
      return;
    }
    this.#isScheduled = false;
    if (this.#isStopped) return;
    const [key] = this.#ready;
    if (key !== undefined) this.#start(key);
    this.#schedule();
  }

  #start(key: string): void {
    this.#startedAt = performance.now();
    this.#ready.delete(key);
    const task = this.#tasks.get(key)?.[0];
    if (task === undefined) return;
    const running = task().finally(() => {
      this.#running.delete(running);
      this.#finish(key);
    });
    this.#running.add(running);
  }

  #finish(key: string): void {
    const tasks = this.#tasks.get(key);
    tasks?.shift();
    this.#size -= 1;
    if (tasks === undefined || tasks.length === 0) this.#tasks.delete(key);
    else this.#ready.add(key); // at the end: the others come first
    this.#schedule();
    if (!this.#isDone()) return;
    for (const resolve of this.#idleCallers.splice(0)) resolve();
  }
}
