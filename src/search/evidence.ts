import type { Sliced } from '../lib/sliced.ts';
import type { Saying, WeighedTerms } from './terms.ts';

// Tried on questions of authors whose questions were left out; values near these do about as well.
/** How many terms of the average document a new one is thought to have said already: few texts prove little. */
const SMOOTHING = 500;
/** How much of what a document does not say speaks against it: nobody has written down all ways of saying a thing. */
const ABSENT_SHARE = 0.8;
/** A question of ten rare words comes to about as much as the other signs. */
const SCALE = 0.1;

/** How many texts have each term. */
type TermCounts = ReadonlyMap<number, number>;

/** The documents that have a term, and by how much each gains by it. */
type Postings = { documents: Uint32Array; gains: Float32Array; size: number };

/**
 * How much likelier each document as a whole makes a question: a language model of each, with Dirichlet smoothing. A
 * question seldom repeats one known text, but its terms are scattered over several texts of what it means.
 */
export class Evidence {
  readonly #postings: readonly (Postings | undefined)[];
  /** What a term counts that the document does not have. */
  readonly #absent: Float32Array;

  private constructor(postings: readonly (Postings | undefined)[], absent: Float32Array) {
    this.#postings = postings;
    this.#absent = absent;
  }

  /** `documents`: of each, every way of saying it, in numbers below `size`; a term counts once a text. */
  static *of(documents: readonly (readonly Saying[])[], size: number): Sliced<Evidence> {
    const counts: TermCounts[] = [];
    const totals = new Totals(size);
    for (const sayings of documents) {
      const count = countTerms(sayings);
      counts.push(count);
      totals.add(count);
      yield;
    }
    const postings = new Array<Postings | undefined>(size);
    const absent = new Float32Array(counts.length);
    for (const [document, count] of counts.entries()) {
      absent[document] = ABSENT_SHARE * Math.log(SMOOTHING / (sum(count.values()) + SMOOTHING));
      for (const [term, texts] of count) {
        const known = (postings[term] ??= emptyPostings(totals.documents[term] ?? 0));
        put(known, document, Math.log(1 + texts / (SMOOTHING * totals.shareOf(term))));
      }
      yield;
    }
    return new Evidence(postings, absent);
  }

  /**
   * For each document how much likelier it makes the terms than the catalogue does: a tenth of the log, by the root of
   * how many they are, for they do not speak independently. A term that no document has speaks for none.
   */
  strengths(said: WeighedTerms): Float32Array {
    const strengths = new Float32Array(this.#absent.length);
    const length = Math.hypot(...said.values());
    if (length === 0) return strengths;
    let total = 0;
    for (const [term, share] of said) {
      const known = this.#postings[term];
      if (known === undefined) continue;
      const weight = (SCALE * share) / length;
      total += weight;
      addGains(strengths, known, weight);
    }
    for (let document = 0; document < strengths.length; document++) {
      strengths[document] = (strengths[document] ?? 0) + total * (this.#absent[document] ?? 0);
    }
    return strengths;
  }
}

/** How many texts of all documents have each term, and in how many documents they are. */
class Totals {
  readonly documents: Uint32Array;
  readonly #texts: Uint32Array;
  #all = 0;

  /** `size`: above the number of every term. */
  constructor(size: number) {
    this.documents = new Uint32Array(size);
    this.#texts = new Uint32Array(size);
  }

  add(count: TermCounts): void {
    for (const [term, texts] of count) {
      this.documents[term] = (this.documents[term] ?? 0) + 1;
      this.#texts[term] = (this.#texts[term] ?? 0) + texts;
      this.#all += texts;
    }
  }

  /** Share of a term in all that is said. */
  shareOf(term: number): number {
    return (this.#texts[term] ?? 0) / this.#all;
  }
}

function emptyPostings(size: number): Postings {
  return { documents: new Uint32Array(size), gains: new Float32Array(size), size: 0 };
}

function put(postings: Postings, document: number, gain: number): void {
  postings.documents[postings.size] = document;
  postings.gains[postings.size++] = gain;
}

/** The hot loop of a long message: common words stand in hundreds of documents. */
function addGains(strengths: Float32Array, { documents, gains, size }: Postings, weight: number) {
  for (let i = 0; i < size; i++) {
    const document = documents[i] ?? 0;
    strengths[document] = (strengths[document] ?? 0) + weight * (gains[i] ?? 0);
  }
}

function countTerms(sayings: readonly Saying[]): TermCounts {
  const counts = new Map<number, number>();
  for (const saying of sayings) {
    for (const term of saying) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
