import type { Lexicon } from './lexicon.ts';

/** Costs are minus logarithms of probabilities: 0 for what is certain, 0.7 for a coin's toss. */
const BACKING_OFF = 2; // for a word that was never seen beside the one before
const UNKNOWN = 12; // for a word that was never seen at all

/** How usual it is that one word follows another, learnt from the catalogue and from how residents are known to speak. */
export class Fluency {
  readonly #lexica: readonly Lexicon[];
  readonly #size: number;

  constructor(lexica: readonly Lexicon[]) {
    this.#lexica = lexica;
    let size = 1;
    for (const lexicon of lexica) for (const { count } of lexicon.pairs()) size += count;
    this.#size = size;
  }

  knows(word: string): boolean {
    return this.#lexica.some((lexicon) => lexicon.knows(word));
  }

  areNeighbours(first: string, second: string): boolean {
    return this.#lexica.some((lexicon) => lexicon.pairCount(first, second) > 0);
  }

  /** What it costs to say `word` after `previous`; undefined begins a message. */
  cost(previous: string | undefined, word: string): number {
    let [together, followed, alone] = [0, 0, 0];
    for (const lexicon of this.#lexica) {
      alone += lexicon.followedCount(word) + lexicon.documentCount(word);
      if (previous === undefined) continue;
      together += lexicon.pairCount(previous, word);
      followed += lexicon.followedCount(previous);
    }
    if (together > 0) return Math.log(followed / together);
    const backing = previous === undefined ? 0 : BACKING_OFF;
    return backing + (alone === 0 ? UNKNOWN : Math.log(this.#size / alone));
  }
}
