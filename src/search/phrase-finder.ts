import { agrees, type Token, tokenize } from './token.ts';

export type Found<T> = { start: number; end: number; value: T };

/** The phrases that begin with the words on the way here: those that end here, and the ways on. */
type Step<T> = {
  phrases: { tokens: readonly Token[]; value: T }[];
  next: Map<string, Step<T>>;
};

/** Finds known phrases in a list of words, longest first, without overlaps. Marks must agree where typed. */
export class PhraseFinder<T> {
  readonly #start: Step<T> = { phrases: [], next: new Map() };

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const tokens = tokenize(phrase);
      if (tokens.length === 0) continue;
      let step = this.#start;
      for (const { syllable } of tokens) step = stepOn(step, syllable);
      step.phrases.push({ tokens, value });
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

  /** Every known phrase that stands in the words, also those inside others. */
  findEvery(tokens: readonly Token[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < tokens.length; start++) {
      let step = this.#start.next.get(tokens[start]?.syllable ?? '');
      for (let end = start + 1; step !== undefined; end++) {
        for (const phrase of step.phrases) {
          if (agreesFrom(tokens, start, phrase.tokens))
            found.push({ start, end, value: phrase.value });
        }
        step = step.next.get(tokens[end]?.syllable ?? '');
      }
    }
    return found;
  }

  /** What a single word stands for, when it is a phrase by itself. */
  find(word: Token): T | undefined {
    return this.#start.next
      .get(word.syllable)
      ?.phrases.find(({ tokens: [only] }) => only !== undefined && agrees(word, only))?.value;
  }

  #longestAt(tokens: readonly Token[], start: number): Found<T> | undefined {
    let longest: Found<T> | undefined;
    let step = this.#start.next.get(tokens[start]?.syllable ?? '');
    for (let end = start + 1; step !== undefined; end++) {
      const phrase = step.phrases.find((one) => agreesFrom(tokens, start, one.tokens));
      if (phrase !== undefined) longest = { start, end, value: phrase.value };
      step = step.next.get(tokens[end]?.syllable ?? '');
    }
    return longest;
  }
}

function stepOn<T>({ next }: Step<T>, syllable: string): Step<T> {
  const known = next.get(syllable);
  if (known !== undefined) return known;
  const step: Step<T> = { phrases: [], next: new Map() };
  next.set(syllable, step);
  return step;
}

function agreesFrom(typed: readonly Token[], start: number, phrase: readonly Token[]): boolean {
  return phrase.every((word, i) => agrees(typed[start + i] ?? word, word));
}

/** The words that lie in none of the found phrases. */
export function without(
  tokens: readonly Token[],
  found: readonly Pick<Found<unknown>, 'start' | 'end'>[],
): Token[] {
  if (found.length === 0) return [...tokens];
  return tokens.filter((_, i) => !found.some(({ start, end }) => i >= start && i < end));
}
