import { isMarked, type Token } from './token.ts';
import { WordIds } from './word-ids.ts';

/** What a term is made of: a word, two side by side, two with one between them, or a word as it is spelt. */
const FORM = { word: 0, pair: 1, apart: 2, spelling: 3 };
type Form = keyof typeof FORM;
const FORMS = Object.keys(FORM).length;

/** What each counts. Tried on questions of authors whose questions were left out; values near these do about as well. */
const WEIGHT: Readonly<Record<Form, number>> = {
  word: 1,
  pair: 0.9, // two words side by side say much of what each of them says already
  apart: 0.4,
  spelling: 1,
};

/** What several texts say: the numbers of the terms of each, one text after the other; a term counts once a text. */
export type Said = Uint32Array;

/** The terms of a question by number, each once, and what each counts. */
export type WeighedTerms = ReadonlyMap<number, number>;

/**
 * What texts are compared by as a whole, each with a number of its own: words without their marks, every two of them
 * that stand side by side or nearly so ("đổi [cái] bằng"), and words that bear marks as they are spelt. Who types no
 * marks is understood by all but the last; who types them is understood better.
 */
export class Terms {
  readonly #words: WordIds;
  readonly #spellings = new WordIds();
  /** By the number of a term's first word, and by its form and what else it is made of. */
  readonly #numbers: Map<number, number>[] = [];
  /** Of each term, the last text that has it. */
  readonly #lastTexts: number[] = [];
  #texts = 0;

  /** `words`: the numbers of the words of the catalogue, which are added to. */
  constructor(words: WordIds) {
    this.#words = words;
  }

  /** How many different terms there are: every number is below. */
  get size(): number {
    return this.#lastTexts.length;
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
    const words = question.map(({ syllable }) => this.#words.find(syllable));
    const shareOf = (i: number) => shares[i] ?? 1;
    const note = (
      form: Form,
      first: number | undefined,
      second: number | undefined,
      share: number,
    ) => {
      if (first === undefined || second === undefined) return;
      const number = this.#numbers[first]?.get(second * FORMS + FORM[form]);
      if (number !== undefined) found.set(number, WEIGHT[form] * share);
    };
    question.forEach((token, i) => {
      const word = words[i];
      note('word', word, 0, shareOf(i));
      note('pair', words[i - 1], word, (shareOf(i - 1) + shareOf(i)) / 2);
      note('apart', words[i - 2], word, (shareOf(i - 2) + shareOf(i)) / 2);
      if (isMarked(token)) note('spelling', word, this.#spellings.find(token.text), shareOf(i));
    });
    return found;
  }

  #addText(tokens: readonly Token[], said: number[]): void {
    const text = ++this.#texts;
    const note = (form: Form, first: number, second: number) => {
      const number = this.#numberOf(first, second * FORMS + FORM[form]);
      if (this.#lastTexts[number] === text) return;
      this.#lastTexts[number] = text;
      said.push(number);
    };
    let previous: number | undefined;
    let beforePrevious: number | undefined;
    for (const token of tokens) {
      const word = this.#words.add(token.syllable);
      note('word', word, 0);
      if (previous !== undefined) note('pair', previous, word);
      if (beforePrevious !== undefined) note('apart', beforePrevious, word);
      if (isMarked(token)) note('spelling', word, this.#spellings.add(token.text));
      [beforePrevious, previous] = [previous, word];
    }
  }

  #numberOf(first: number, rest: number): number {
    const numbers = (this.#numbers[first] ??= new Map());
    const known = numbers.get(rest);
    if (known !== undefined) return known;
    const number = this.#lastTexts.push(0) - 1;
    numbers.set(rest, number);
    return number;
  }
}
