import type { Sliced } from '../lib/sliced.ts';
import type { Said, WeighedTerms } from './terms.ts';

// Tried on questions of authors whose questions were left out; values near these do about as well.
/** How firmly documents are believed. */
export type Trust = {
  /** How many terms of the average document a new one is thought to have said already: few texts prove little. */
  smoothing: number;
  /** How much of what a document does not say speaks against it: nobody has written down all ways of saying a thing. */
  absentShare: number;
  /**
   * How many terms every document is thought to have at least: a bare name must not win for saying nothing else. Where
   * there are few documents there is little to take it for, and one term for each of them is enough.
   */
  leastLength: number;
};

const OF_ITEMS: Trust = { smoothing: 500, absentShare: 0.8, leastLength: 400 };
/** A question of ten rare words comes to about as much as the other signs. */
const SCALE = 0.1;

/**
 * How much likelier each document as a whole makes a question: a language model of each, with Dirichlet smoothing. A
 * question seldom repeats one known text, but its terms are scattered over several texts of what it means.
 */
export class Evidence {
  /** The documents that have each term, and by how much each gains by it, one term after the other. */
  readonly #documents: Uint32Array;
  readonly #gains: Float32Array;
  /** Where those of each term end. */
  readonly #ends: Uint32Array;
  /** What a term counts that the document does not have. */
  readonly #absent: Float32Array;

  private constructor({ pairs, documentsOfTerm, ends }: Counts) {
    this.#documents = new Uint32Array(pairs);
    this.#gains = new Float32Array(pairs);
    this.#ends = startsOf(documentsOfTerm);
    this.#absent = new Float32Array(ends.length);
  }

  /** `documents`: what all texts of each say, in numbers below `size`. */
  static *of(documents: readonly Said[], size: number, trust = OF_ITEMS): Sliced<Evidence> {
    const counts = new Counts(documents, size);
    for (const said of documents) {
      counts.add(said);
      yield;
    }
    const evidence = new Evidence(counts);
    for (const document of documents.keys()) {
      evidence.#put(document, counts, trust);
      yield;
    }
    return evidence;
  }

  /** One document after the other: the end of each term's list, having begun where the list starts, moves on. */
  #put(document: number, counts: Counts, { smoothing, absentShare, leastLength }: Trust): void {
    const { terms, texts, ends, lengths } = counts;
    const least = Math.min(leastLength, lengths.length);
    const smoothed = Math.max(lengths[document] ?? 0, least) + smoothing;
    this.#absent[document] = absentShare * Math.log(smoothing / smoothed);
    for (let at = ends[document - 1] ?? 0; at < (ends[document] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const place = this.#ends[term] ?? 0;
      this.#documents[place] = document;
      this.#gains[place] = Math.log(1 + (texts[at] ?? 0) / (smoothing * counts.shareOf(term)));
      this.#ends[term] = place + 1;
    }
  }

  /**
   * For each document how much likelier it makes the terms than the catalogue does: a tenth of the log, by the root of
   * how many they are, for they do not speak independently. A term that no document has speaks for none.
   * `length`: of all that is asked, when `said` is the part of it that tells.
   */
  strengths(said: WeighedTerms, length = lengthOf(said)): Float32Array {
    const strengths = new Float32Array(this.#absent.length);
    if (length === 0) return strengths;
    let total = 0;
    for (const [term, share] of said) {
      const weight = (SCALE * share) / length;
      total += weight;
      this.#addGains(strengths, term, weight);
    }
    for (let document = 0; document < strengths.length; document++) {
      strengths[document] = (strengths[document] ?? 0) + total * (this.#absent[document] ?? 0);
    }
    return strengths;
  }

  /** The hot loop of a long message: common words stand in hundreds of documents. */
  #addGains(strengths: Float32Array, term: number, weight: number): void {
    const end = this.#ends[term] ?? 0;
    for (let at = term === 0 ? 0 : (this.#ends[term - 1] ?? 0); at < end; at++) {
      const document = this.#documents[at] ?? 0;
      strengths[document] = (strengths[document] ?? 0) + weight * (this.#gains[at] ?? 0);
    }
  }
}

/** How much terms say together: the root of the sum of squares. */
export function lengthOf(said: WeighedTerms): number {
  let squares = 0;
  for (const share of said.values()) squares += share * share;
  return Math.sqrt(squares);
}

/** How many texts of each document have each of its terms: a pair of lists, one document after the other. */
class Counts {
  readonly terms: Uint32Array;
  readonly texts: Uint32Array;
  /** Where the terms of each document end. */
  readonly ends: number[] = [];
  /** How many terms all texts of each document have. */
  readonly lengths: number[] = [];
  readonly documentsOfTerm: Uint32Array;
  readonly #textsOfTerm: Uint32Array;
  readonly #inDocument: Uint32Array;
  #pairs = 0;
  #all = 0;

  /** `size`: above the number of every term. */
  constructor(documents: readonly Said[], size: number) {
    const most = documents.reduce((sum, { length }) => sum + length, 0);
    this.terms = new Uint32Array(most);
    this.texts = new Uint32Array(most);
    this.documentsOfTerm = new Uint32Array(size);
    this.#textsOfTerm = new Uint32Array(size);
    this.#inDocument = new Uint32Array(size);
  }

  /** How many pairs of a document and a term there are. */
  get pairs(): number {
    return this.#pairs;
  }

  add(said: Said): void {
    const start = this.#pairs;
    for (const term of said) {
      const known = this.#inDocument[term] ?? 0;
      if (known === 0) this.terms[this.#pairs++] = term;
      this.#inDocument[term] = known + 1;
    }
    for (let at = start; at < this.#pairs; at++) this.#close(at);
    this.ends.push(this.#pairs);
    this.lengths.push(said.length);
    this.#all += said.length;
  }

  /** Share of a term in all that is said. */
  shareOf(term: number): number {
    return (this.#textsOfTerm[term] ?? 0) / this.#all;
  }

  #close(at: number): void {
    const term = this.terms[at] ?? 0;
    const texts = this.#inDocument[term] ?? 0;
    this.texts[at] = texts;
    this.#inDocument[term] = 0;
    this.documentsOfTerm[term] = (this.documentsOfTerm[term] ?? 0) + 1;
    this.#textsOfTerm[term] = (this.#textsOfTerm[term] ?? 0) + texts;
  }
}

/** Where each of several lists starts when they stand one after the other. */
function startsOf(sizes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(sizes.length);
  for (let i = 1; i < sizes.length; i++) starts[i] = (starts[i - 1] ?? 0) + (sizes[i - 1] ?? 0);
  return starts;
}
