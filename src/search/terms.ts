import { PAIR_BASE, pairNumber } from './lexicon.ts';
import { isMarked, type Token } from './token.ts';
import { WordIds } from './word-ids.ts';

// Tried on questions of authors whose questions were left out; values near these do about as well.
const WORD = 1;
const PAIR = 0.7; // two words side by side say much of what each of them says already
const SPELLING = 1;

/** What several texts say: the numbers of the terms of each, one text after the other; a term counts once a text. */
export type Said = Uint32Array;

/** The terms of a question by number, each once, and what each counts. */
export type WeighedTerms = ReadonlyMap<number, number>;

/**
 * What texts are compared by as a whole, each with a number of its own: words without their marks, every two of them
 * that stand side by side, and words that bear marks as they are spelt. Who types no marks is understood by the first
 * two; who types them is understood better.
 */
export class Terms {
  readonly #words: WordIds;
  readonly #spellings = new WordIds();
  readonly #numbers = new Map<number, number>();
  /** Of each term, the last text that has it. */
  readonly #lastTexts: number[] = [];
  #texts = 0;

  /** `words`: the numbers of the words of the catalogue, which are added to. */
  constructor(words: WordIds) {
    this.#words = words;
  }

  /** How many different terms there are: every number is below. */
  get size(): number {
    return this.#numbers.size;
  }

  /** The terms of texts; each new one is given a number. */
  add(texts: readonly (readonly Token[])[]): Said {
    const said: number[] = [];
    for (const tokens of texts) this.#addText(tokens, said);
    return new Uint32Array(said);
  }

  /** The terms of a question that some text has. `shares`: of each word, how much of its weight it keeps, if not all. */
  weigh(question: readonly Token[], shares: readonly number[] = []): WeighedTerms {
    const found = new Map<number, number>();
    const note = (key: number | undefined, weight: number) => {
      const number = key === undefined ? undefined : this.#numbers.get(key);
      if (number !== undefined) found.set(number, weight);
    };
    let previous: number | undefined;
    question.forEach((token, i) => {
      const word = this.#words.find(token.syllable);
      const own = shares[i] ?? 1;
      note(word, WORD * own);
      note(keyOfPair(previous, word), (PAIR * ((shares[i - 1] ?? 1) + own)) / 2);
      if (isMarked(token)) {
        const spelling = this.#spellings.find(token.text);
        if (spelling !== undefined) note(keyOfSpelling(spelling), SPELLING * own);
      }
      previous = word;
    });
    return found;
  }

  #addText(tokens: readonly Token[], said: number[]): void {
    const text = ++this.#texts;
    const note = (key: number) => {
      const number = this.#numberOf(key);
      if (this.#lastTexts[number] === text) return;
      this.#lastTexts[number] = text;
      said.push(number);
    };
    let previous: number | undefined;
    for (const token of tokens) {
      const word = this.#words.add(token.syllable);
      note(word);
      const pair = keyOfPair(previous, word);
      if (pair !== undefined) note(pair);
      if (isMarked(token)) note(keyOfSpelling(this.#spellings.add(token.text)));
      previous = word;
    }
  }

  #numberOf(key: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

// Words are known by their own numbers, which are below PAIR_BASE; the others by numbers that no word has.

function keyOfPair(first: number | undefined, second: number | undefined): number | undefined {
  const pair = pairNumber(first, second);
  return pair === undefined ? undefined : -1 - pair;
}

function keyOfSpelling(spelling: number): number {
  return PAIR_BASE + spelling;
}
