import { Fluency } from './fluency.ts';
import { Initials } from './initials.ts';
import { type Token, token } from './token.ts';

/** The language of the catalogue as residents type it: with all marks, or without any. */
export class Tongue {
  readonly fluency: Fluency;
  readonly initials: Initials;
  readonly #writes: 'text' | 'syllable';
  /** By folded word, the ways to write it. */
  readonly #forms = new Map<string, string[]>();

  constructor(texts: readonly (readonly Token[])[], writes: 'text' | 'syllable') {
    this.#writes = writes;
    this.fluency = new Fluency(texts.map((words) => words.map((word) => word[writes])));
    for (const word of this.fluency.words()) {
      const { syllable } = token(word);
      const forms = this.#forms.get(syllable);
      if (forms === undefined) this.#forms.set(syllable, [word]);
      else forms.push(word);
    }
    this.initials = new Initials(this.fluency, this.#forms);
  }

  /** A word as it is written in this tongue. */
  write(word: Token): string {
    return word[this.#writes];
  }

  formsOf(syllable: string): readonly string[] {
    return this.#forms.get(syllable) ?? [];
  }

  /** The commonest way to write a folded word, or the word itself when it is unknown. */
  commonest(syllable: string): string {
    const [form = syllable, ...others] = this.formsOf(syllable);
    return others.reduce(
      (best, other) => (this.#costOf(other) < this.#costOf(best) ? other : best),
      form,
    );
  }

  #costOf(word: string): number {
    return this.fluency.cost(undefined, word);
  }
}
