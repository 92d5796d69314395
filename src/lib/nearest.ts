/** Keeps the few best of many things without sorting them all. */
export class Nearest<T> {
  readonly items: T[] = [];
  readonly #scores: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Those with at least this share of the best score. */
  atLeast(share: number): T[] {
    const least = (this.#scores[0] ?? 0) * share;
    return this.items.filter((_, i) => (this.#scores[i] ?? 0) >= least);
  }

  /** Keeps the thing if it is among the best so far; of equals the first stays. */
  offer(item: T, score: number): void {
    const { length } = this.items;
    if (length === this.#limit && score <= (this.#scores[length - 1] ?? -Infinity)) return;
    let at = length;
    while (at > 0 && (this.#scores[at - 1] ?? 0) < score) at--;
    this.items.splice(at, 0, item);
    this.#scores.splice(at, 0, score);
    if (length < this.#limit) return;
    this.items.pop();
    this.#scores.pop();
  }
}
