import type { Token } from './token.ts';

/** What the words of the catalogue weigh and how often they stand side by side. */
export class Lexicon {
  readonly #documents = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  readonly #total: number;
  readonly #weights = new Map<string, number>();
  readonly #unknownWeight: number;

  /** `documents`: per item, the token lists of all its texts. */
  constructor(documents: readonly (readonly (readonly Token[])[])[]) {
    this.#total = documents.length;
    for (const texts of documents) {
      const words = new Set<string>();
      for (const tokens of texts) for (const { syllable } of tokens) words.add(syllable);
      for (const word of words) count(this.#documents, word);
      for (const tokens of texts) for (const pair of pairsOf(tokens)) count(this.#pairs, pair);
    }
    for (const [word, documents] of this.#documents)
      this.#weights.set(word, this.#weight(documents));
    this.#unknownWeight = this.#weight(1);
  }

  /** Inverse document frequency: rare words decide, "giấy" and "đăng ký" hardly do. */
  weight(syllable: string): number {
    return this.#weights.get(syllable) ?? this.#unknownWeight;
  }

  knows(syllable: string): boolean {
    return this.#documents.has(syllable);
  }

  /** How many texts have the two words side by side. */
  pairCount(first: string, second: string): number {
    return this.#pairs.get(`${first} ${second}`) ?? 0;
  }

  *pairs(): Generator<readonly [first: string, second: string]> {
    for (const pair of this.#pairs.keys()) {
      const [first = '', second = ''] = pair.split(' ');
      yield [first, second];
    }
  }

  documentCount(syllable: string): number {
    return this.#documents.get(syllable) ?? 0;
  }

  words(): IterableIterator<string> {
    return this.#documents.keys();
  }

  #weight(documents: number): number {
    return Math.log(1 + (this.#total - documents + 0.5) / (documents + 0.5));
  }
}

/** Neighbouring words of a text, as "khai sinh". */
export function pairsOf(tokens: readonly Token[]): string[] {
  const pairs: string[] = [];
  let first = tokens[0]?.syllable;
  for (let i = 1; i < tokens.length; i++) {
    const second = tokens[i]?.syllable ?? '';
    pairs.push(`${first ?? ''} ${second}`);
    first = second;
  }
  return pairs;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
