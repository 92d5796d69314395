/** Small numbers for the words of the catalogue, so that texts are compared by numbers instead of letters. */
export class WordIds {
  readonly #ids = new Map<string, number>();

  /** How many different words there are: every number is below. */
  get size(): number {
    return this.#ids.size;
  }

  /** The number of a word, given to it now if it has none. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    return id;
  }

  /** The number of a word; undefined when the catalogue does not have it. */
  find(word: string): number | undefined {
    return this.#ids.get(word);
  }

  /** All words, in the order of their numbers. */
  words(): IterableIterator<string> {
    return this.#ids.keys();
  }
}

const BITS = 32;

/** A fixed set of word numbers: a bit each, because every item of a large catalogue has one. */
export class WordSet {
  readonly #bits: Uint32Array;

  constructor(ids: ReadonlySet<number>) {
    this.#bits = new Uint32Array(Math.floor(Math.max(0, ...ids) / BITS) + 1);
    for (const id of ids) {
      const at = Math.floor(id / BITS);
      this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (id % BITS));
    }
  }

  has(id: number): boolean {
    return (((this.#bits[Math.floor(id / BITS)] ?? 0) >>> (id % BITS)) & 1) === 1;
  }
}
