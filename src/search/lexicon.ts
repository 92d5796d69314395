import type { Token } from './token.ts';
import { WordIds } from './word-ids.ts';

/** Above the number of words of any catalogue: two word numbers make one pair number. */
export const PAIR_BASE = 2 ** 20;

/** What the words of the catalogue weigh and how often they stand side by side. */
export class Lexicon {
  readonly ids: WordIds;
  /** By word number, in how many items it stands. */
  readonly #documents: number[];
  readonly #pairs = new Map<number, number>();
  readonly #total: number;

  /** `documents`: per item, the token lists of all its texts. */
  constructor(documents: readonly (readonly (readonly Token[])[])[], ids = new WordIds()) {
    this.ids = ids;
    this.#total = documents.length;
    this.#documents = [];
    const lastIn: number[] = [];
    documents.forEach((texts, document) => {
      for (const tokens of texts) {
        let previous: number | undefined;
        for (const { syllable } of tokens) {
          const id = ids.add(syllable);
          if (lastIn[id] !== document) this.#documents[id] = (this.#documents[id] ?? 0) + 1;
          lastIn[id] = document;
          if (previous !== undefined) count(this.#pairs, pairNumber(previous, id));
          previous = id;
        }
      }
    });
  }

  /** Inverse document frequency: rare words decide, "giấy" and "đăng ký" hardly do. */
  weight(syllable: string): number {
    const documents = Math.max(1, this.documentCount(syllable));
    return Math.log(1 + (this.#total - documents + 0.5) / (documents + 0.5));
  }

  knows(syllable: string): boolean {
    return this.documentCount(syllable) > 0;
  }

  /** How many texts have the two words side by side. */
  pairCount(first: string, second: string): number {
    const [one, other] = [this.ids.find(first), this.ids.find(second)];
    if (one === undefined || other === undefined) return 0;
    return this.#pairs.get(pairNumber(one, other)) ?? 0;
  }

  /** Every two words that stand side by side somewhere, and in how many texts. */
  *pairs(): Generator<{ first: string; second: string; count: number }> {
    const words = [...this.ids.words()];
    for (const [pair, count] of this.#pairs) {
      const [first, second] = [words[Math.floor(pair / PAIR_BASE)], words[pair % PAIR_BASE]];
      if (first !== undefined && second !== undefined) yield { first, second, count };
    }
  }

  documentCount(syllable: string): number {
    const id = this.ids.find(syllable);
    return id === undefined ? 0 : (this.#documents[id] ?? 0);
  }

  /** All words, each with the number of items that have it. */
  *words(): Generator<{ word: string; documents: number }> {
    for (const word of this.ids.words()) {
      const documents = this.documentCount(word);
      if (documents > 0) yield { word, documents };
    }
  }
}

/** The number of two words side by side, by their own numbers; undefined when one has none. */
export function pairNumber(first: number, second: number): number;
export function pairNumber(first?: number, second?: number): number | undefined;
export function pairNumber(first?: number, second?: number): number | undefined {
  return first === undefined || second === undefined ? undefined : first * PAIR_BASE + second;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
