import { pairNumber } from './lexicon.ts';

/** How many terms of the average document a new one is thought to have said already: few texts prove little. */
const SMOOTHING = 20;
/** A question of ten rare words comes to about as much as the other signs. */
const SCALE = 0.1;

/** How many texts have each term. */
export type TermCounts = ReadonlyMap<number, number>;

type Posting = { document: number; gain: number };

/**
 * How much likelier each document as a whole makes the terms of a question: a language model of each, with Dirichlet
 * smoothing. A question seldom repeats one known text, but its words are scattered over several texts of what it means.
 * Terms are numbers: of words, or of two words side by side.
 */
export class Evidence {
  readonly #postings = new Map<number, Posting[]>();
  /** What a term counts that the document does not have. */
  readonly #absent: Float64Array;

  /** `counts`: of each document, how many of its texts have each term. */
  constructor(counts: readonly TermCounts[]) {
    const totals = new Map<number, number>();
    for (const count of counts) {
      for (const [term, texts] of count) totals.set(term, (totals.get(term) ?? 0) + texts);
    }
    const all = sum(totals.values());
    this.#absent = new Float64Array(counts.length);
    counts.forEach((count, document) => {
      this.#absent[document] = Math.log(SMOOTHING / (sum(count.values()) + SMOOTHING));
      for (const [term, texts] of count) {
        const usual = (totals.get(term) ?? 0) / all;
        const posting = { document, gain: Math.log(1 + texts / (SMOOTHING * usual)) };
        const known = this.#postings.get(term);
        if (known === undefined) this.#postings.set(term, [posting]);
        else known.push(posting);
      }
    });
  }

  /**
   * For each document the log of how much likelier it makes the terms than the catalogue does, a tenth of it; each
   * term by its weight. A term that no document has is undefined or unknown, and speaks for none.
   */
  strengths(terms: readonly (number | undefined)[], weights: readonly number[]): Float64Array {
    const strengths = new Float64Array(this.#absent.length);
    let known = 0;
    terms.forEach((term, i) => {
      const postings = term === undefined ? undefined : this.#postings.get(term);
      if (postings === undefined) return;
      const weight = SCALE * (weights[i] ?? 0);
      known += weight;
      for (const { document, gain } of postings) {
        strengths[document] = (strengths[document] ?? 0) + weight * gain;
      }
    });
    for (let document = 0; document < strengths.length; document++) {
      strengths[document] = (strengths[document] ?? 0) + known * (this.#absent[document] ?? 0);
    }
    return strengths;
  }
}

/** How many of the texts have each term: one counts once a text. */
export function countTerms(texts: readonly (readonly number[])[]): TermCounts {
  const counts = new Map<number, number>();
  for (const text of texts) {
    text.forEach((term, i) => {
      if (text.indexOf(term) === i) counts.set(term, (counts.get(term) ?? 0) + 1);
    });
  }
  return counts;
}

/** The numbers of every two neighbours among words, by their own numbers. */
export function pairsOf(words: readonly number[]): number[] {
  return words.slice(1).map((word, i) => pairNumber(words[i] ?? 0, word));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
