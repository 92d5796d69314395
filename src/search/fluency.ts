import { PAIR_BASE, pairNumber } from './lexicon.ts';
import { WordIds } from './word-ids.ts';

/** Costs are minus logarithms of probabilities: 0 for what is certain, 0.7 for a coin's toss. */
const BACKING_OFF = 2; // for a word that was never seen beside the one before
const UNKNOWN = 12; // for a word that was never seen at all
const UNSEEN = 10; // residents say much that no catalogue says

/** How usual it is that one word follows another, learnt from texts that are written as they should be. */
export class Fluency {
  readonly #ids = new WordIds();
  /** By word number, what the word costs where it was never seen beside the one before. */
  readonly #alone: number[] = [];
  /** By pair number, what the second word costs after the first. */
  readonly #after = new Map<number, number>();

  constructor(texts: readonly (readonly string[])[]) {
    const counts: number[] = [];
    let size = 1;
    for (const words of texts) {
      let previous: number | undefined;
      for (const word of words) {
        const id = this.#ids.add(word);
        counts[id] = (counts[id] ?? 0) + 1;
        const pair = pairNumber(previous, id);
        if (pair !== undefined) this.#after.set(pair, (this.#after.get(pair) ?? 0) + 1);
        previous = id;
        size++;
      }
    }
    for (const [pair, count] of this.#after) {
      this.#after.set(pair, Math.log((counts[Math.floor(pair / PAIR_BASE)] ?? 1) / count));
    }
    for (const [id, count] of counts.entries()) this.#alone[id] = Math.log(size / count);
  }

  knows(word: string): boolean {
    return this.#ids.find(word) !== undefined;
  }

  words(): IterableIterator<string> {
    return this.#ids.words();
  }

  /** Every two words that stand side by side somewhere, each once. */
  *pairs(): Generator<readonly [first: string, second: string]> {
    const words = [...this.#ids.words()];
    for (const pair of this.#after.keys()) {
      yield [words[Math.floor(pair / PAIR_BASE)] ?? '', words[pair % PAIR_BASE] ?? ''];
    }
  }

  areNeighbours(first: string, second: string): boolean {
    const pair = pairNumber(this.#ids.find(first), this.#ids.find(second));
    return pair !== undefined && this.#after.has(pair);
  }

  /** What it costs to say `word` after `previous`; undefined begins a message. */
  cost(previous: string | undefined, word: string): number {
    const id = this.#ids.find(word);
    const before = previous === undefined ? undefined : this.#ids.find(previous);
    const pair = pairNumber(before, id);
    const together = pair === undefined ? undefined : this.#after.get(pair);
    if (together !== undefined) return together;
    const alone = id === undefined ? UNKNOWN : (this.#alone[id] ?? UNKNOWN);
    return Math.min(alone + (previous === undefined ? 0 : BACKING_OFF), UNSEEN);
  }
}
