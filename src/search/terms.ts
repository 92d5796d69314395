import { pairNumber } from './lexicon.ts';

const RARITY = 0.7; // less than 1: in a story common words tell as well
/** Of the texts: a term that more have ("tôi", "giấy", "xin") says little, and would take most of the time. */
const COMMON_SHARE = 0.06;
const FEW_TEXTS = 50;

/** The ways of saying a thing, each by the numbers of its words. */
export type Sayings = readonly (readonly number[])[];

/** The terms of a text by number, and what each weighs in it. */
export type WeighedTerms = { terms: readonly number[]; weights: readonly number[] };

/** The words of texts, and every two that stand side by side, each with a number of its own. Knows how rare they are. */
export class Terms {
  readonly #numbers = new Map<number, number>();
  readonly #counts: number[] = [];
  #texts = 0;

  get size(): number {
    return this.#numbers.size;
  }

  /** The numbers of the terms of a text, given by the numbers of its words; each new one is given a number. */
  learn(words: readonly number[]): number[] {
    this.#texts++;
    return [...termsOf(words)].map((term) => {
      const number = this.#numbers.get(term) ?? this.#numbers.size;
      this.#numbers.set(term, number);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      return number;
    });
  }

  /** The known terms among the words, those that are not too common, and what each weighs. */
  find(words: readonly (number | undefined)[]): WeighedTerms {
    const known = [...termsOf(words)]
      .map((term) => this.#numbers.get(term))
      .filter((number) => number !== undefined);
    return this.weigh(known);
  }

  /** Rare terms weigh more; all together they have the length 1. Terms that are too common are left out. */
  weigh(numbers: readonly number[]): WeighedTerms {
    const most = Math.max(FEW_TEXTS, this.#texts * COMMON_SHARE);
    const terms = numbers.filter((term) => (this.#counts[term] ?? 0) <= most);
    const raw = terms.map(
      (term) => Math.log(1 + this.#texts / (this.#counts[term] ?? 1)) ** RARITY,
    );
    const length = Math.hypot(...raw);
    return { terms, weights: raw.map((weight) => (length === 0 ? 0 : weight / length)) };
  }
}

function termsOf(words: readonly (number | undefined)[]): Set<number> {
  const terms = new Set<number>();
  words.forEach((word, i) => {
    if (word === undefined) return;
    terms.add(word);
    const pair = pairNumber(word, words[i + 1]);
    if (pair !== undefined) terms.add(-1 - pair); // never the number of a word
  });
  return terms;
}
