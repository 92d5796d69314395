import { agrees, spell, type Token, tokenize } from './token.ts';

export type Found<T> = { start: number; end: number; value: T };

/** Finds known phrases in a list of words, longest first, without overlaps. Marks must agree where typed. */
export class PhraseFinder<T> {
  readonly #phrases = new Map<string, { tokens: readonly Token[]; value: T }[]>();
  #longest = 0;

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const tokens = tokenize(phrase);
      if (tokens.length === 0) continue;
      this.#longest = Math.max(this.#longest, tokens.length);
      const key = spell(tokens);
      const same = this.#phrases.get(key);
      if (same === undefined) this.#phrases.set(key, [{ tokens, value }]);
      else same.push({ tokens, value });
    }
  }

  findAll(tokens: readonly Token[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < tokens.length;) {
      const match = this.#longestAt(tokens, start);
      if (match !== undefined) found.push(match);
      start = match === undefined ? start + 1 : match.end;
    }
    return found;
  }

  /** What a single word stands for, when it is a phrase by itself. */
  find(word: Token): T | undefined {
    return this.#phrases
      .get(word.syllable)
      ?.find(({ tokens: [only] }) => only !== undefined && agrees(word, only))?.value;
  }

  #longestAt(tokens: readonly Token[], start: number): Found<T> | undefined {
    for (let length = Math.min(this.#longest, tokens.length - start); length > 0; length--) {
      const slice = tokens.slice(start, start + length);
      const phrase = this.#phrases
        .get(spell(slice))
        ?.find((candidate) => candidate.tokens.every((word, i) => agrees(slice[i] ?? word, word)));
      if (phrase !== undefined) return { start, end: start + length, value: phrase.value };
    }
    return undefined;
  }
}

/** The words that lie in none of the found phrases. */
export function without(tokens: readonly Token[], found: readonly Found<unknown>[]): Token[] {
  return tokens.filter((_, i) => !found.some(({ start, end }) => i >= start && i < end));
}
