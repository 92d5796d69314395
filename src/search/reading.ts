import type { Vocabulary } from '../knowledge/vocabulary.ts';
import type { Sliced } from '../lib/sliced.ts';
import type { Lexicon } from './lexicon.ts';
import { Mender } from './mender.ts';
import { type Found, PhraseFinder } from './phrase-finder.ts';
import { isMarked, spell, type Token, tokenize } from './token.ts';

const MOST_READINGS = 6;
const MOST_WORDS = 120; // of all readings together: what is compared with the catalogue takes its time by the word

/** One way to read a question: its words after abbreviations, chat spelling and slips are undone. */
export type Reading = readonly Token[];

type Alternatives = readonly Reading[];

/** How residents write, each way with what it may stand for. */
export type Habits = Record<'chat' | 'abbreviations' | 'concepts', PhraseFinder<Alternatives>> & {
  /** Phrases of everyday speech. */
  speech: readonly Reading[];
};

/** Turns what was typed into the ways it can be read, most literal first. Never throws anything away for good. */
export class Reader {
  readonly #lexicon: Lexicon;
  readonly #mender: Mender;
  readonly #habits: Habits;

  private constructor(habits: Habits, lexicon: Lexicon, mender: Mender) {
    this.#habits = habits;
    this.#lexicon = lexicon;
    this.#mender = mender;
  }

  /** `texts`: all that the catalogue says. */
  static *of(habits: Habits, lexicon: Lexicon, texts: readonly Reading[]): Sliced<Reader> {
    const spoken = [...texts, ...habits.speech];
    const mender = yield* Mender.of(spoken, (word) => habits.abbreviations.find(word));
    return new Reader(habits, lexicon, mender);
  }

  /** All readings of the typed words: at most six, each different, the plainest first. */
  read(typed: readonly Token[]): Reading[] {
    const chatFree = replace(typed, this.#chatIn(typed))[0] ?? typed;
    const literal = this.#mender.mend(chatFree);
    const kept = new KeptReadings();
    // What is spelled out already fills a long or ambiguous message: the rest is not even put together.
    for (const reading of literal) {
      if (!kept.isFull) kept.addAll(replace(reading, this.#habits.abbreviations.findAll(reading)));
    }
    for (const reading of [...kept.readings]) {
      if (!kept.isFull) kept.addAll(this.#inPlainTerms(reading));
    }
    return kept.readings;
  }

  /** Chat spelling, as it is written: "mo" is no "mô", and the "chi" of "chi phí" is at home in the catalogue. */
  #chatIn(typed: readonly Token[]): Found<Alternatives>[] {
    const found = this.#habits.chat.findAll(typed.map((word) => ({ ...word, isExact: true })));
    return found.filter(({ start, end }) => end - start > 1 || !this.#isAtHome(typed, start));
  }

  #isBareAtHome(typed: readonly Token[], at: number): boolean {
    const word = typed[at];
    return word !== undefined && !isMarked(word) && this.#isAtHome(typed, at);
  }

  #isAtHome(typed: readonly Token[], at: number): boolean {
    const [before, word, after] = [at - 1, at, at + 1].map((i) => typed[i]?.syllable ?? '');
    if (word === undefined) return false;
    const pairs = this.#lexicon.pairCount(before ?? '', word);
    return pairs + this.#lexicon.pairCount(word, after ?? '') > 0;
  }

  /** Everyday words put into the words of the catalogue. The "tro" of "ho tro" is at home there, and is no "trọ". */
  #inPlainTerms(reading: Reading): Reading[] {
    const found = this.#habits.concepts
      .findAll(reading)
      .filter(({ start, end }) => end - start > 1 || !this.#isBareAtHome(reading, start));
    return found.length === 0 ? [] : replace(reading, found.map(asAssumed));
  }
}

/** The vocabulary made ready to be found in messages; the same for all communes. */
export function habitsOf(vocabulary: Vocabulary): Habits {
  const chat = Object.entries(vocabulary.chat.entries);
  const abbreviations = vocabulary.abbreviations.entries;
  return {
    // "kh" is "không" in chat and "kết hôn" in the office: only the rest of the question tells which.
    chat: finderOf(chat.filter(([word]) => abbreviations[word] === undefined)),
    abbreviations: finderOf(
      Object.entries(abbreviations).map(([word, meanings]) => [
        word,
        [...new Set([...meanings, ...(vocabulary.chat.entries[word] ?? [])])],
      ]),
    ),
    concepts: finderOf(
      [...vocabulary.concepts.entries, ...vocabulary.oldNames.entries].flatMap(({ says, means }) =>
        says.map((phrase) => [phrase, means] as const),
      ),
    ),
    speech: speechOf(vocabulary),
  };
}

/** What the vocabulary shows of how residents speak. */
function speechOf({ facets, fillers, intents, concepts, chat }: Vocabulary): Reading[] {
  const phrases = [
    ...Object.values(facets.words).flat(),
    ...facets.rules.flatMap(({ when }) => when.map((pattern) => exampleOf(pattern, facets.words))),
    ...facets.not,
    ...fillers.phrases,
    ...fillers.kinship,
    ...fillers.generic,
    ...Object.values(intents.entries).flat(),
    ...concepts.entries.flatMap(({ says }) => says),
    ...Object.values(chat.entries).flat(),
  ];
  return phrases.map((phrase) => tokenize(phrase));
}

/** A rule of the facet grammar said once: each class by its first word, "BAO-NHIÊU TIỀN" as "bao nhiêu tiền". */
function exampleOf(pattern: string, words: Vocabulary['facets']['words']): string {
  const pieces = pattern.replace(/[()…]/gu, ' ').split(/\s+/u);
  return pieces.map((piece) => words[piece]?.[0] ?? piece).join(' ');
}

function finderOf(
  entries: readonly (readonly [string, readonly string[]])[],
): PhraseFinder<Alternatives> {
  return new PhraseFinder(
    entries.map(([phrase, meanings]) => [phrase, meanings.map((meaning) => tokenize(meaning))]),
  );
}

function asAssumed({ value, ...place }: Found<Alternatives>): Found<Alternatives> {
  const assumed = value.map((words) => words.map((word) => ({ ...word, isAssumed: true })));
  return { ...place, value: assumed };
}

/** The reading with each found phrase replaced by each of its alternatives. */
function replace(tokens: Reading, found: readonly Found<Alternatives>[]): Reading[] {
  const slots: Alternatives[] = [];
  let position = 0;
  for (const { start, end, value } of found) {
    for (const kept of tokens.slice(position, start)) slots.push([[kept]]);
    slots.push(value);
    position = end;
  }
  for (const kept of tokens.slice(position)) slots.push([[kept]]);
  return expand(slots);
}

/** What was chosen up to a slot: combinations share their beginnings until all are made. */
type Chosen = { before: Chosen | undefined; words: Reading };

/** Every combination of the alternatives, cut off at a bound so that no input can explode. */
function expand(slots: readonly Alternatives[]): Reading[] {
  let combinations: (Chosen | undefined)[] = [undefined];
  for (const alternatives of slots) {
    combinations = combinations
      .flatMap((before) => alternatives.map((words) => ({ before, words })))
      .slice(0, MOST_READINGS);
  }
  return combinations.map(wordsOf);
}

function wordsOf(last: Chosen | undefined): Reading {
  const parts: Reading[] = [];
  for (let chosen = last; chosen !== undefined; chosen = chosen.before) parts.push(chosen.words);
  return parts.reverse().flat();
}

/** The first six different readings, fewer when they are long, so that no message takes long to understand. */
class KeptReadings {
  readonly readings: Reading[] = [];
  readonly #spellings = new Set<string>();
  #room = MOST_WORDS;

  get isFull(): boolean {
    return this.readings.length >= MOST_READINGS || this.#room <= 0;
  }

  addAll(readings: readonly Reading[]): void {
    for (const reading of readings) if (!this.isFull) this.#add(reading);
  }

  #add(reading: Reading): void {
    const spelling = spell(reading);
    if (this.#spellings.has(spelling)) return;
    this.#spellings.add(spelling);
    this.#room -= reading.length;
    if (this.readings.length === 0 || this.#room >= 0) this.readings.push(reading);
  }
}
