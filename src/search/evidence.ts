/** How fast further texts with the same term stop adding, and how much length counts: the usual constants of BM25. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

type Posting = { document: number; strength: number };

/**
 * How strongly each document as a whole speaks of a term. A question seldom repeats one known text, but its words
 * are scattered over several texts of what it means. Terms are numbers: of words, or of two words side by side.
 */
export class Evidence {
  readonly #postings = new Map<number, Posting[]>();
  readonly #size: number;

  /** `documents`: for each, the terms of every text; a term counts once a text. */
  constructor(documents: readonly (readonly (readonly number[])[])[]) {
    this.#size = documents.length;
    const texts = documents.reduce((sum, { length }) => sum + length, 0);
    const average = texts / Math.max(1, this.#size);
    documents.forEach((document, at) => {
      const share = document.length / Math.max(1, average);
      const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * share);
      for (const [term, count] of countTexts(document)) {
        const strength = (count * (SATURATION + 1)) / (count + damping);
        const known = this.#postings.get(term);
        if (known === undefined) this.#postings.set(term, [{ document: at, strength }]);
        else known.push({ document: at, strength });
      }
    });
  }

  /**
   * For each document the share of the terms' weight that it speaks of: 0 for nothing, above 1 where many of its texts
   * do. A term that no document has is undefined, and weighs all the same.
   */
  strengths(terms: readonly (number | undefined)[], weights: readonly number[]): Float64Array {
    const strengths = new Float64Array(this.#size);
    let total = 0;
    terms.forEach((term, i) => {
      const weight = weights[i] ?? 0;
      total += weight;
      if (term === undefined) return;
      for (const { document, strength } of this.#postings.get(term) ?? []) {
        strengths[document] = (strengths[document] ?? 0) + weight * strength;
      }
    });
    return total === 0 ? strengths : strengths.map((strength) => strength / total);
  }
}

function countTexts(texts: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const term of new Set(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
