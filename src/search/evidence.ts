import type { Sliced } from '../lib/sliced.ts';
import { pairNumber } from './lexicon.ts';

/** How many terms of the average document a new one is thought to have said already: few texts prove little. */
const SMOOTHING = 20;
/** A question of ten rare words comes to about as much as the other signs. */
const SCALE = 0.1;

/** How many texts have each term. */
type TermCounts = ReadonlyMap<number, number>;

/** The documents that have a term, and by how much each gains by it. */
type Postings = { documents: Uint32Array; gains: Float64Array; size: number };

/**
 * How much likelier each document as a whole makes the terms of a question: a language model of each, with Dirichlet
 * smoothing. A question seldom repeats one known text, but its words are scattered over several texts of what it means.
 * Terms are numbers: of words, or of two words side by side.
 */
export class Evidence {
  readonly #postings: ReadonlyMap<number, Postings>;
  /** What a term counts that the document does not have. */
  readonly #absent: Float64Array;

  private constructor(postings: ReadonlyMap<number, Postings>, absent: Float64Array) {
    this.#postings = postings;
    this.#absent = absent;
  }

  /** `documents`: of each, the terms of every text; a term counts once a text. */
  static *of(documents: readonly (readonly (readonly number[])[])[]): Sliced<Evidence> {
    const counts: TermCounts[] = [];
    const totals = new Map<number, { texts: number; documents: number }>();
    let all = 0;
    for (const texts of documents) {
      const count = countTerms(texts);
      counts.push(count);
      all += addTo(totals, count);
      yield;
    }
    const postings = new Map<number, Postings>();
    const absent = new Float64Array(counts.length);
    for (const [document, count] of counts.entries()) {
      absent[document] = Math.log(SMOOTHING / (sum(count.values()) + SMOOTHING));
      for (const [term, texts] of count) {
        const total = totals.get(term);
        if (total === undefined) continue;
        const known = postings.get(term) ?? emptyPostings(total.documents);
        postings.set(term, known);
        put(known, document, Math.log(1 + (texts * all) / (SMOOTHING * total.texts)));
      }
      yield;
    }
    return new Evidence(postings, absent);
  }

  /**
   * For each document the log of how much likelier it makes the terms than the catalogue does, a tenth of it; each
   * term by its weight. A term that no document has is undefined or unknown, and speaks for none.
   */
  strengths(terms: readonly (number | undefined)[], weights: readonly number[]): Float64Array {
    const strengths = new Float64Array(this.#absent.length);
    let total = 0;
    terms.forEach((term, i) => {
      const known = term === undefined ? undefined : this.#postings.get(term);
      const weight = SCALE * (weights[i] ?? 0);
      if (known === undefined || weight === 0) return;
      total += weight;
      addGains(strengths, known, weight);
    });
    for (let document = 0; document < strengths.length; document++) {
      strengths[document] = (strengths[document] ?? 0) + total * (this.#absent[document] ?? 0);
    }
    return strengths;
  }
}

/** Adds what a document counts to the totals; gives how much that is. */
function addTo(
  totals: Map<number, { texts: number; documents: number }>,
  count: TermCounts,
): number {
  let all = 0;
  for (const [term, texts] of count) {
    const total = totals.get(term) ?? { texts: 0, documents: 0 };
    total.texts += texts;
    total.documents++;
    totals.set(term, total);
    all += texts;
  }
  return all;
}

function emptyPostings(size: number): Postings {
  return { documents: new Uint32Array(size), gains: new Float64Array(size), size: 0 };
}

function put(postings: Postings, document: number, gain: number): void {
  postings.documents[postings.size] = document;
  postings.gains[postings.size++] = gain;
}

/** The hot loop of a long message: common words stand in hundreds of documents. */
function addGains(strengths: Float64Array, { documents, gains, size }: Postings, weight: number) {
  for (let i = 0; i < size; i++) {
    const document = documents[i] ?? 0;
    strengths[document] = (strengths[document] ?? 0) + weight * (gains[i] ?? 0);
  }
}

/** How many of the texts have each term: one counts once a text. */
function countTerms(texts: readonly (readonly number[])[]): TermCounts {
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
