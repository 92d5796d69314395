import { type Lexicon, pairNumber } from './lexicon.ts';
import { WordIds } from './word-ids.ts';

/** Costs are minus logarithms of probabilities: 0 for what is certain, 0.7 for a coin's toss. */
const BACKING_OFF = 2; // for a word that was never seen beside the one before
const UNKNOWN = 12; // for a word that was never seen at all

/** How usual it is that one word follows another, learnt from the catalogue and from how residents are known to speak. */
export class Fluency {
  readonly #ids = new WordIds();
  /** By word number, what the word costs wherever it stands. */
  readonly #alone: number[] = [];
  /** By pair number, what the second word costs after the first. */
  readonly #after = new Map<number, number>();

  constructor(lexica: readonly Lexicon[]) {
    const [first, second]: [number[], number[]] = [[], []];
    let size = 1;
    for (const lexicon of lexica) {
      for (const pair of lexicon.pairs()) {
        const [one, other] = [this.#ids.add(pair.first), this.#ids.add(pair.second)];
        const both = pairNumber(one, other);
        this.#after.set(both, (this.#after.get(both) ?? 0) + pair.count);
        first[one] = (first[one] ?? 0) + pair.count;
        second[other] = (second[other] ?? 0) + pair.count;
        size += pair.count;
      }
      for (const { word } of lexicon.words()) this.#ids.add(word);
    }
    for (const [pair, count] of this.#after) {
      this.#after.set(pair, Math.log((first[Math.floor(pair / 2 ** 20)] ?? 1) / count));
    }
    for (let id = 0; id < this.#ids.size; id++) {
      this.#alone[id] = Math.log(size / (1 + Math.max(first[id] ?? 0, second[id] ?? 0)));
    }
  }

  knows(word: string): boolean {
    return this.#ids.find(word) !== undefined;
  }

  idOf(word: string): number | undefined {
    return this.#ids.find(word);
  }

  areNeighbours(first: string | undefined, second: string | undefined): boolean {
    if (first === undefined || second === undefined) return false;
    return this.costOf(this.#ids.find(first), this.#ids.find(second)) !== undefined;
  }

  /** What it costs to say `word` after `previous`; undefined begins a message. */
  cost(previous: string | undefined, word: string): number {
    return this.idCost(previous === undefined ? undefined : this.#ids.find(previous), this.#ids.find(word));
  }

  idCost(previous: number | undefined, word: number | undefined): number {
    const alone = word === undefined ? UNKNOWN : (this.#alone[word] ?? UNKNOWN);
    return this.costOf(previous, word) ?? alone + (previous === undefined ? 0 : BACKING_OFF);
  }

  costOf(first: number | undefined, second: number | undefined): number | undefined {
    if (first === undefined || second === undefined) return undefined;
    return this.#after.get(pairNumber(first, second));
  }
}
