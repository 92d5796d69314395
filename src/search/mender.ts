import { remembered } from '../lib/remembered.ts';
import type { Sliced } from '../lib/sliced.ts';
import { splitJoined } from './joined-words.ts';
import { type Option, type Slot, waysThrough } from './lattice.ts';
import { type Near, SOUND_COST, Speller } from './spelling.ts';
import { isSyllable } from './syllable.ts';
import { isMarked, spell, type Token, token } from './token.ts';
import { toneCost } from './tone.ts';
import { Tongue } from './tongue.ts';
import { decodeTyping } from './typing-leftovers.ts';

const REAL_WORD_COST = 3; // what is a word already is seldom a slip
const NO_WORD_COST = 4; // that letters which make no syllable are meant as they stand
const MARK_COST = 2; // other marks on the same letters
const LONGEST_WORD = 7;
const PARTED_COST = 4;
const MOST_WAYS = 2;
const MUCH_WORSE = 4;
const MOST_NEAR = 8;
const MOST_MENDED = 14; // of a message: what has more slips is no message
const SHORT_MESSAGE = 30; // in a story real words stay as they are: there are too many that fit nowhere

/** What an abbreviation is listed to stand for. */
export type MeaningsOf = (word: Token) => readonly (readonly Token[])[] | undefined;

type Message = { words: readonly Token[]; tongue: Tongue };

/** Undoes what fingers, keyboards, dialects and haste do to words. */
export class Mender {
  readonly #bare: Tongue;
  readonly #marked: Tongue;
  readonly #speller: Speller;
  readonly #meaningsOf: MeaningsOf;
  readonly #bareNear = remembered((key) => this.#findNear(this.#bare, key));
  readonly #markedNear = remembered((key) => this.#findNear(this.#marked, key));

  private constructor(tongues: Record<'bare' | 'marked', Tongue>, meaningsOf: MeaningsOf) {
    this.#bare = tongues.bare;
    this.#marked = tongues.marked;
    this.#speller = new Speller(this.#bare.fluency.words());
    this.#meaningsOf = meaningsOf;
  }

  /** `texts`: how words are written and stand side by side. */
  static *of(texts: readonly (readonly Token[])[], meaningsOf: MeaningsOf): Sliced<Mender> {
    const bare = new Tongue(texts, 'syllable');
    yield;
    const marked = new Tongue(texts, 'text');
    yield;
    return new Mender({ bare, marked }, meaningsOf);
  }

  /** The message as it stands, then the likeliest of what it may have been meant to say. */
  mend(typed: readonly Token[]): (readonly Token[])[] {
    const words = typed.flatMap((word) => this.#decode(word));
    const tongue = words.some(({ isExact }) => isExact === true) ? this.#marked : this.#bare;
    const message = { words, tongue };
    const slots = this.#slotsOf(message);
    if (slots.every(({ options }) => options.length === 1)) return [words];
    const ways = waysThrough(slots, words.length, tongue.fluency);
    const plain = blur(words, ways[0]?.words ?? words);
    const spelling = spell(plain);
    const best = ways[0]?.cost ?? 0;
    const unchanged = ways.find((way) => spell(way.words) === spelling)?.cost ?? Infinity;
    const most = Math.min(best + MUCH_WORSE, unchanged);
    const other = ways.filter((way) => way.cost < most && spell(way.words) !== spelling);
    return [
      plain,
      ...other.slice(0, words.length > SHORT_MESSAGE ? 1 : MOST_WAYS).map((way) => way.words),
    ];
  }

  #slotsOf(message: Message): Slot[] {
    let mendable = MOST_MENDED;
    return message.words.flatMap((word, at) => {
      const options =
        mendable > 0 ? this.#optionsAt(message, at, word) : [asTyped(message.tongue, word)];
      if (options.length > 1) mendable--;
      return [{ start: at, end: at + 1, options }, ...this.#partedAt(message, at)];
    });
  }

  /** Words whose keys or spaces went wrong are no words at all: only what was meant is kept. */
  #decode(word: Token): Token[] {
    const { syllable } = word;
    if (this.#isPlain(word) || isSyllable(syllable) || isNumber(syllable)) return [word];
    const decoded = decodeTyping(syllable);
    if (decoded !== undefined) return [token(decoded)];
    const parts = this.#part(syllable)?.words;
    return parts !== undefined && isSurelyJoined(syllable, parts) ? parts.map(token) : [word];
  }

  #isPlain(word: Token): boolean {
    return this.#bare.fluency.knows(word.syllable) || this.#meaningsOf(word) !== undefined;
  }

  #part(letters: string) {
    return splitJoined(letters, {
      fluency: this.#bare.fluency,
      meaningOf: (short) => this.#meaningsOf(token(short))?.[0]?.map((one) => one.syllable),
    });
  }

  /** One word cut in two by a space: "kết hô n". */
  #partedAt({ words, tongue }: Message, at: number): Slot[] {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined) return [];
    const together = tongue.write(word) + tongue.write(next);
    const [one, other] = [tongue.write(word), tongue.write(next)];
    const isOne =
      tongue.fluency.knows(together) &&
      isSyllable(word.syllable + next.syllable) &&
      !tongue.fluency.areNeighbours(one, other);
    return isOne ? [{ start: at, end: at + 2, options: [optionOf([together], PARTED_COST)] }] : [];
  }

  #optionsAt(message: Message, at: number, word: Token): Option[] {
    const { words, tongue } = message;
    const listed = this.#meaningsOf(word);
    if (listed !== undefined) {
      return listed.map((meaning) => ({
        words: [word],
        spoken: meaning.map((one) => tongue.write(one)),
        cost: 0,
      }));
    }
    const unchanged = asTyped(tongue, word);
    if (isNumber(word.syllable)) return [unchanged];
    const [before, after] = [words[at - 1], words[at + 1]];
    const sides = sidesAtHome(tongue, [before, word, after]);
    const isKnown = tongue.fluency.knows(tongue.write(word));
    if (isKnown && (sides === 2 || words.length > SHORT_MESSAGE)) return [unchanged];
    const near = this.#near(tongue, word, sides);
    return [
      unchanged,
      ...near,
      ...(isSyllable(word.syllable) ? [] : this.#spellOut(message, at, word)),
    ];
  }

  /** What a word may be by a slip, a sound or a mark; of a word that fits on one side, only by what is easily mistaken. */
  #near(tongue: Tongue, { text }: Token, sides: number): readonly Option[] {
    return (tongue === this.#bare ? this.#bareNear : this.#markedNear)(`${sides}${text}`);
  }

  #findNear(tongue: Tongue, key: string): Option[] {
    const [sides, word] = [Number(key.slice(0, 1)), token(key.slice(1))];
    const { syllable } = word;
    const isKnown = this.#bare.fluency.knows(syllable);
    const extra = isKnown || (isMarked(word) && isSyllable(syllable)) ? REAL_WORD_COST : 0;
    const near = this.#speller
      .near(syllable)
      .filter(({ cost, isChat }) => !isKnown || (!isChat && (sides === 0 || cost <= SOUND_COST)));
    return [{ word: syllable, cost: MARK_COST - extra }, ...near]
      .flatMap((one) => formsOf(one, word, tongue))
      .map((one) => ({ ...one, worth: one.cost + tongue.fluency.cost(undefined, one.word) / 2 }))
      .sort((a, b) => a.worth - b.worth)
      .slice(0, MOST_NEAR)
      .map(({ word: meant, cost }) => optionOf([meant], cost + extra));
  }

  #spellOut({ words, tongue }: Message, at: number, word: Token): Option[] {
    const syllable = word.syllable.replace('.', '');
    const [before, after] = [words[at - 1], words[at + 1]].map((one) => one && tongue.write(one));
    const short = [
      ...tongue.initials.expand(syllable),
      ...(syllable.length <= 3 ? tongue.initials.between(before, syllable, after) : []),
    ];
    return [...this.#join(syllable, tongue), ...short.map((one) => optionOf(one.words, one.cost))];
  }

  #join(letters: string, tongue: Tongue): Option[] {
    const parts = this.#part(letters);
    if (parts === undefined) return [];
    const first = this.#bare.fluency.cost(undefined, parts.words[0] ?? '');
    const spoken = parts.words.map((part) => tongue.commonest(part));
    return [{ words: parts.words.map(token), spoken, cost: parts.cost - first }];
  }
}

/** On how many sides a word stands beside one that it is known to stand beside; the ends of a message count. */
function sidesAtHome(tongue: Tongue, trio: readonly (Token | undefined)[]): number {
  const [left, written, right] = trio.map((one) => one && tongue.write(one));
  if (written === undefined) return 0;
  const isFirst = left === undefined || tongue.fluency.areNeighbours(left, written);
  const isLast = right === undefined || tongue.fluency.areNeighbours(written, right);
  return Number(isFirst) + Number(isLast);
}

/** The ways to write a near word, each with what it costs to have typed other marks. */
function formsOf({ word, cost }: Near, typed: Token, tongue: Tongue): Near[] {
  const written = tongue.write(typed);
  return tongue
    .formsOf(word)
    .filter((form) => form !== written)
    .map((form) => ({ word: form, cost: cost + toneCost(written, form) }));
}

/** The typed words, those unmarked that were most likely meant to bear other marks. */
function blur(typed: readonly Token[], meant: readonly Token[]): readonly Token[] {
  if (typed.length !== meant.length) return typed;
  return typed.map((word, i) => {
    const other = meant[i];
    return other?.syllable === word.syllable && other.text !== word.text
      ? token(word.syllable)
      : word;
  });
}

/** A slip in one word looks like short abbreviations joined: "hkai", "tthân". */
function isSurelyJoined(letters: string, parts: readonly string[]): boolean {
  if (letters.length > LONGEST_WORD) return true;
  return parts.every((part) => isSyllable(part) || part.length > 3 || isNumber(part));
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

function asTyped(tongue: Tongue, word: Token): Option {
  const cost = isSyllable(word.syllable) ? 0 : NO_WORD_COST;
  return { words: [word], spoken: [tongue.write(word)], cost };
}

function optionOf(words: readonly string[], cost: number): Option {
  return { words: words.map(token), spoken: words, cost };
}
