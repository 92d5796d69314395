import type { Elapsed } from './elapsed.ts';

export type CircuitOptions = {
  /** So many failures in a row open the circuit. */
  failuresToOpen: number;
  /** The first pause; each probe that fails doubles it. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** The most calls under way at a time. */
  atOnce: number;
  elapsed: Elapsed;
  /** A number from 0 to 1 that spreads the probes. */
  random: () => number;
};

/**
 * Keeps callers off a service that does not work. After several failures in a row nothing is called for a while, then
 * one call goes as a probe. When it succeeds the calls grow from one at a time to the most that is allowed, so that
 * what piled up does not come down on the service at once.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  #underWay = 0;
  #allowed: number;
  #failures = 0;
  /** Undefined while the circuit is closed. */
  #opened: { until: number; pauseMs: number } | undefined;

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#allowed = options.atOnce;
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** How long nothing may be called; 0 while calls, or a probe, are welcome. */
  pauseMs(): number {
    return Math.max(0, (this.#opened?.until ?? 0) - this.#options.elapsed());
  }

  /** Whether one more call may begin now. */
  get hasRoom(): boolean {
    return this.pauseMs() === 0 && this.#underWay < (this.isOpen ? 1 : this.#allowed);
  }

  begin(): void {
    this.#underWay += 1;
  }

  /** The call ended and the service works, whatever it answered. */
  succeed(): void {
    this.#underWay -= 1;
    this.#failures = 0;
    this.#allowed = this.isOpen ? 1 : Math.min(this.#options.atOnce, this.#allowed * 2);
    this.#opened = undefined;
  }

  /** The call ended without telling anything about the service. */
  release(): void {
    this.#underWay -= 1;
  }

  /** The call failed. `atOnce` opens the circuit whatever came before. */
  fail({ atOnce = false } = {}): void {
    this.#underWay -= 1;
    if (this.pauseMs() > 0) return; // begun before the circuit opened: nothing new
    this.#failures += 1;
    if (this.isOpen || atOnce || this.#failures >= this.#options.failuresToOpen) this.#open();
  }

  /** Forgets the failures: somebody has mended something. */
  reset(): void {
    this.#failures = 0;
    this.#opened = undefined;
  }

  #open(): void {
    const { firstPauseMs, longestPauseMs, elapsed, random } = this.#options;
    const before = this.#opened?.pauseMs;
    const pauseMs = before === undefined ? firstPauseMs : Math.min(longestPauseMs, before * 2);
    this.#opened = { until: elapsed() + pauseMs * (0.5 + random() / 2), pauseMs };
  }
}
