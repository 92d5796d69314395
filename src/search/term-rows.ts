import type { WeighedTerms } from './terms.ts';

const FIRST_SIZE = 4;

/** What a term says for or against each item, while it is learned; most say nothing of most. */
export class Row {
  #items = new Uint16Array(FIRST_SIZE);
  #values = new Float32Array(FIRST_SIZE);
  /** What each value was moved by, times when: from it comes what the value was on average. */
  #moved = new Float64Array(FIRST_SIZE);
  #size = 0;

  /** How many items it says something of. */
  get size(): number {
    return this.#size;
  }

  addTo(scores: Float32Array, weight: number): void {
    const [items, values, size] = [this.#items, this.#values, this.#size];
    for (let i = 0; i < size; i++) {
      const item = items[i] ?? 0;
      scores[item] = (scores[item] ?? 0) + (values[i] ?? 0) * weight;
    }
  }

  /** `when`: how many sayings were taken before. */
  add(item: number, amount: number, when: number): void {
    const known = this.#items.indexOf(item);
    const at = known >= 0 && known < this.#size ? known : this.#append(item);
    this.#values[at] = (this.#values[at] ?? 0) + amount;
    this.#moved[at] = (this.#moved[at] ?? 0) + amount * when;
  }

  /** Copies the averages over all that was taken: the last sayings must not count more than the first. */
  copyTo(items: Uint16Array, values: Float32Array, { at, taken }: { at: number; taken: number }) {
    for (let i = 0; i < this.#size; i++) {
      items[at + i] = this.#items[i] ?? 0;
      values[at + i] = (this.#values[i] ?? 0) - (this.#moved[i] ?? 0) / taken;
    }
  }

  #append(item: number): number {
    if (this.#size === this.#items.length) this.#grow();
    this.#items[this.#size] = item;
    return this.#size++;
  }

  #grow(): void {
    const [items, values, moved] = [this.#items, this.#values, this.#moved];
    this.#items = new Uint16Array(items.length * 2);
    this.#values = new Float32Array(values.length * 2);
    this.#moved = new Float64Array(moved.length * 2);
    this.#items.set(items);
    this.#values.set(values);
    this.#moved.set(moved);
  }
}

/** What all terms say, once it is learned: laid out close together, for there are tens of thousands of them. */
export class TermRows {
  /** Where the row of each term begins; the last is where all end. */
  readonly #starts: Uint32Array;
  readonly #items: Uint16Array;
  readonly #values: Float32Array;

  /** `taken`: how many sayings the rows were learned from. */
  constructor(rows: readonly Row[], taken: number) {
    const size = rows.reduce((sum, row) => sum + row.size, 0);
    this.#starts = new Uint32Array(rows.length + 1);
    this.#items = new Uint16Array(size);
    this.#values = new Float32Array(size);
    let at = 0;
    rows.forEach((row, term) => {
      row.copyTo(this.#items, this.#values, { at, taken });
      at += row.size;
      this.#starts[term + 1] = at;
    });
  }

  /** Adds up what the terms say of each item. */
  addTo(scores: Float32Array, { terms, weights }: WeighedTerms): void {
    const [items, values] = [this.#items, this.#values];
    terms.forEach((term, i) => {
      const weight = weights[i] ?? 0;
      const end = this.#starts[term + 1] ?? 0;
      for (let at = this.#starts[term] ?? 0; at < end; at++) {
        const item = items[at] ?? 0;
        scores[item] = (scores[item] ?? 0) + (values[at] ?? 0) * weight;
      }
    });
  }
}
