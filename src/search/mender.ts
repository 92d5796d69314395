import { Fluency } from './fluency.ts';
import { Initials } from './initials.ts';
import { splitJoined } from './joined-words.ts';
import { type Option, type Slot, waysThrough } from './lattice.ts';
import type { Lexicon } from './lexicon.ts';
import { SOUND_COST, Speller } from './spelling.ts';
import { isSyllable } from './syllable.ts';
import { isMarked, spell, type Token, token } from './token.ts';
import { decodeTyping } from './typing-leftovers.ts';

const REAL_WORD_COST = 2; // what is a word already is seldom a slip
const LONGEST_WORD = 7;
const PARTED_COST = 4;
const MOST_WAYS = 2;
const MUCH_WORSE = 4;

/** What an abbreviation is listed to stand for. */
export type MeaningsOf = (word: Token) => readonly (readonly Token[])[] | undefined;

/** Undoes what fingers, keyboards, dialects and haste do to words. */
export class Mender {
  readonly #fluency: Fluency;
  readonly #speller: Speller;
  readonly #initials: Initials;
  readonly #meaningsOf: MeaningsOf;

  constructor(lexica: readonly Lexicon[], meaningsOf: MeaningsOf) {
    this.#fluency = new Fluency(lexica);
    this.#speller = new Speller(lexica);
    this.#initials = new Initials(lexica, this.#fluency);
    this.#meaningsOf = meaningsOf;
  }

  /** The message as it stands, then the likeliest of what it may have been meant to say. */
  mend(typed: readonly Token[]): (readonly Token[])[] {
    const literal = typed.flatMap((word) => this.#decode(word));
    const slots = literal.flatMap((_, at) => this.#slotsAt(literal, at));
    if (slots.every(({ options }) => options.length === 1)) return [literal];
    const ways = waysThrough(slots, literal.length, this.#fluency);
    const asTyped = spell(literal);
    const most = (ways[0]?.cost ?? 0) + MUCH_WORSE;
    const other = ways.filter(({ words, cost }) => cost <= most && spell(words) !== asTyped);
    return [literal, ...other.slice(0, MOST_WAYS).map(({ words }) => words)];
  }

  /** Words whose keys or spaces went wrong are no words at all: only what was meant is kept. */
  #decode(word: Token): Token[] {
    const { syllable } = word;
    if (this.#isPlain(word) || isSyllable(syllable) || /^\d+$/.test(syllable)) return [word];
    const decoded = decodeTyping(syllable);
    if (decoded !== undefined) return [token(decoded)];
    const parts = this.#part(syllable)?.words;
    return parts !== undefined && isSurelyJoined(syllable, parts) ? parts.map(token) : [word];
  }

  #part(letters: string) {
    return splitJoined(letters, {
      fluency: this.#fluency,
      meaningOf: (short) => this.#meaningsOf(token(short))?.[0]?.map((one) => one.syllable),
    });
  }

  #join(letters: string): Option[] {
    const parts = this.#part(letters);
    if (parts === undefined) return [];
    const first = this.#fluency.cost(undefined, parts.words[0] ?? '');
    return [optionOf(parts.words, parts.cost - first)];
  }

  #isPlain(word: Token): boolean {
    return this.#fluency.knows(word.syllable) || this.#meaningsOf(word) !== undefined;
  }

  #slotsAt(words: readonly Token[], at: number): Slot[] {
    const word = words[at];
    if (word === undefined) return [];
    const alone = { start: at, end: at + 1, options: this.#optionsAt(words, at) };
    const next = words[at + 1];
    const together = word.syllable + (next?.syllable ?? '');
    const isParted =
      next !== undefined &&
      this.#fluency.knows(together) &&
      !this.#fluency.areNeighbours(word.syllable, next.syllable) &&
      isSyllable(together);
    if (!isParted) return [alone];
    return [alone, { start: at, end: at + 2, options: [optionOf([together], PARTED_COST)] }];
  }

  #optionsAt(words: readonly Token[], at: number): Option[] {
    const word = words[at];
    if (word === undefined) return [];
    const { syllable } = word;
    const listed = this.#meaningsOf(word);
    if (listed !== undefined) {
      return listed.map((meaning) => ({ words: [word], spoken: meaning.map((one) => one.syllable), cost: 0 }));
    }
    const asTyped = { words: [word], spoken: [syllable], cost: 0 };
    const [before, after] = [words[at - 1]?.syllable, words[at + 1]?.syllable];
    const isKnown = this.#fluency.knows(syllable);
    const neighbours = this.#neighboursOf(syllable, before, after);
    if (/^\d+$/.test(syllable) || (isKnown && neighbours === 2)) return [asTyped];
    const cost = isKnown || (isMarked(word) && isSyllable(syllable)) ? REAL_WORD_COST : 0;
    const near = this.#speller
      .near(syllable)
      .filter((one) => !isKnown || neighbours === 0 || one.cost <= SOUND_COST)
      .map((one) => optionOf([one.word], one.cost + cost));
    const short = isSyllable(syllable) ? [] : this.#spellOut(syllable, before, after);
    return [asTyped, ...near, ...short];
  }

  #spellOut(letters: string, before: string | undefined, after: string | undefined): Option[] {
    const short = [
      ...this.#initials.expand(letters),
      ...(letters.length <= 3 ? this.#initials.between(before, letters, after) : []),
    ];
    return [...this.#join(letters), ...short.map(({ words, cost }) => optionOf(words, cost))];
  }

  /** On how many sides a word stands beside one that it is known to stand beside; the ends of a message count. */
  #neighboursOf(word: string, before: string | undefined, after: string | undefined): number {
    const isFirstAtHome = before === undefined || this.#fluency.areNeighbours(before, word);
    const isLastAtHome = after === undefined || this.#fluency.areNeighbours(word, after);
    return Number(isFirstAtHome) + Number(isLastAtHome);
  }
}

/** A slip in one word looks like short abbreviations joined: "hkai", "tthân". */
function isSurelyJoined(letters: string, parts: readonly string[]): boolean {
  if (letters.length > LONGEST_WORD) return true;
  return parts.every((part) => isSyllable(part) || part.length > 3 || /^\d+$/.test(part));
}

function optionOf(words: readonly string[], cost: number): Option {
  return { words: words.map(token), spoken: words, cost };
}
