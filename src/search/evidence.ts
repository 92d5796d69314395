/** How fast further texts with the same term stop adding: the usual constants of BM25. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

type Posting = { document: number; strength: number };

/**
 * How strongly each document as a whole speaks of a term. A question seldom repeats one known text, but its words
 * are scattered over several texts of what it means.
 */
export class Evidence {
  readonly #postings = new Map<string, Posting[]>();
  readonly #size: number;

  /** `documents`: for each, the terms of every text; a term counts once a text. */
  constructor(documents: readonly (readonly (readonly string[])[])[]) {
    this.#size = documents.length;
    const lengths = documents.map((texts) => texts.length);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#size);
    documents.forEach((texts, document) => {
      const share = (lengths[document] ?? 0) / Math.max(1, average);
      const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * share);
      for (const [term, count] of countTexts(texts)) {
        this.#add(term, { document, strength: (count * (SATURATION + 1)) / (count + damping) });
      }
    });
  }

  /** For each document the share of the terms' weight that it speaks of: 0 for nothing, above 1 where many texts do. */
  strengths(terms: readonly string[], weights: readonly number[]): Float64Array {
    const strengths = new Float64Array(this.#size);
    let total = 0;
    terms.forEach((term, i) => {
      const weight = weights[i] ?? 0;
      total += weight;
      for (const { document, strength } of this.#postings.get(term) ?? []) {
        strengths[document] = (strengths[document] ?? 0) + weight * strength;
      }
    });
    return total === 0 ? strengths : strengths.map((strength) => strength / total);
  }

  #add(term: string, posting: Posting): void {
    const known = this.#postings.get(term);
    if (known === undefined) this.#postings.set(term, [posting]);
    else known.push(posting);
  }
}

function countTexts(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
