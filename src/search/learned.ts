import type { Examples } from '../knowledge/examples.ts';
import type { SearchItem } from './item.ts';
import { type Token, tokenize } from './token.ts';

// Tried on the questions of the quality sets; other values near these do about as well.
const ROUNDS = 4;
const STEP = 0.3; // how far one text may move the weights
const MARGIN = 1; // by how much the right item shall lead
/** An item that can be said in fewer ways has nothing to learn from. */
const LEAST_TEXTS = 8;
const RARITY = 0.7; // less than 1: in a story common words tell as well
/** Of the texts: a term that more have ("tôi", "giấy", "xin") says little, and would take most of the time. */
const COMMON_SHARE = 0.06;
const FEW_TEXTS = 50;
const SLICE = 200; // texts learned between two chances to give way

/** What to learn from: everything that can be told, by what it is called, and questions that residents asked about it. */
export type Lessons = { items: readonly SearchItem[]; examples: Examples };

/** A text to learn from: its terms, what each weighs in it, and the item that it is a way of saying. */
type Lesson = { terms: readonly number[]; weights: readonly number[]; item: number };

/**
 * What words, and two words side by side, say for and against each item. It is learned from every way of saying every
 * item, so that in a long story the few words count that tell items apart. Terms are weighed by how rare they are.
 */
export class Learned {
  readonly #places: ReadonlyMap<string, number>;
  readonly #terms: Terms;
  readonly #rows: readonly Row[];

  constructor(places: ReadonlyMap<string, number>, terms: Terms, rows: readonly Row[]) {
    this.#places = places;
    this.#terms = terms;
    this.#rows = rows;
  }

  /** Where an item stands in the scores; undefined for one that was not learned. */
  place(item: SearchItem): number | undefined {
    return this.#places.get(keyOf(item));
  }

  /** How much the words speak for each learned item: about 1 for what they surely mean, 0 or less for others. */
  scores(words: readonly Token[]): Float32Array {
    const scores = new Float32Array(this.#places.size);
    const { terms, weights } = this.#terms.weigh(words);
    terms.forEach((term, i) => this.#rows[term]?.addTo(scores, weights[i] ?? 0));
    return scores;
  }
}

/** Learns at one go, which takes some hundred milliseconds for a commune's catalogue. */
export function learn(lessons: Lessons): Learned {
  const learning = inSlices(lessons);
  let step = learning.next();
  while (step.done !== true) step = learning.next();
  return step.value;
}

/** Learns the same a few milliseconds at a time: `pause` lets others run in between. */
export async function learnUnhurried(
  lessons: Lessons,
  pause: () => Promise<unknown>,
): Promise<Learned> {
  const learning = inSlices(lessons);
  let step = learning.next();
  while (step.done !== true) {
    await pause();
    step = learning.next();
  }
  return step.value;
}

/** The plans of all communes are alike: one is learned as well as another. */
function keyOf({ kind, id }: SearchItem): string {
  return kind === 'plan' ? kind : `${kind} ${id}`;
}

/**
 * Passive-aggressive learning of many classes (Crammer et al., 2006): each text moves the weights just as far as makes
 * its item lead by the margin, and no further than STEP.
 */
function* inSlices(given: Lessons): Generator<undefined, Learned> {
  const terms = new Terms();
  const { lessons, places } = yield* readLessons(given, terms);
  const rows = Array.from({ length: terms.size }, () => new Row());
  const scores = new Float32Array(places.size);
  const random = seeded();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(lessons, random);
    for (let i = 0; i < lessons.length; i++) {
      const lesson = lessons[i];
      if (lesson !== undefined) take(lesson, rows, scores);
      if (i % SLICE === SLICE - 1) yield;
    }
  }
  return new Learned(places, terms, rows);
}

function* readLessons({ items, examples }: Lessons, terms: Terms) {
  const places = new Map<string, number>();
  const read: { terms: readonly number[]; item: number }[] = [];
  for (const item of items) {
    const texts = [...item.texts.map(({ text }) => text), ...(examples.get(item.id) ?? [])];
    if (texts.length < LEAST_TEXTS) continue;
    const key = keyOf(item);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    for (const text of texts) {
      read.push({ terms: terms.learn(tokenize(text)), item: place });
      if (read.length % SLICE === 0) yield;
    }
  }
  const lessons: Lesson[] = read.map(({ terms: all, item }) => {
    const telling = all.filter((term) => terms.isTelling(term));
    return { item, terms: telling, weights: terms.weights(telling) };
  });
  return { lessons, places };
}

function take({ terms, weights, item }: Lesson, rows: readonly Row[], scores: Float32Array): void {
  scores.fill(0);
  terms.forEach((term, i) => rows[term]?.addTo(scores, weights[i] ?? 0));
  let rival = -1;
  let most = -Infinity;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= most || place === item) continue;
    [rival, most] = [place, score];
  }
  const lack = MARGIN - ((scores[item] ?? 0) - most);
  if (lack <= 0) return;
  const step = Math.min(STEP, lack / 2);
  terms.forEach((term, i) => {
    const move = step * (weights[i] ?? 0);
    rows[term]?.add(item, move);
    if (rival >= 0) rows[term]?.add(rival, -move);
  });
}

/** The terms of texts by number, and how rare they are. */
class Terms {
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  #texts = 0;

  get size(): number {
    return this.#numbers.size;
  }

  /** The numbers of a text's terms; each new one is given a number. */
  learn(words: readonly Token[]): number[] {
    this.#texts++;
    return [...termsOf(words)].map((term) => {
      const number = this.#numbers.get(term) ?? this.#numbers.size;
      this.#numbers.set(term, number);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      return number;
    });
  }

  /** The known terms among the words, and what each weighs. */
  weigh(words: readonly Token[]): Pick<Lesson, 'terms' | 'weights'> {
    const terms = [...termsOf(words)]
      .map((term) => this.#numbers.get(term))
      .filter((number) => number !== undefined)
      .filter((number) => this.isTelling(number));
    return { terms, weights: this.weights(terms) };
  }

  isTelling(term: number): boolean {
    const most = Math.max(FEW_TEXTS, this.#texts * COMMON_SHARE);
    return (this.#counts[term] ?? 0) <= most;
  }

  /** Rare terms weigh more; all together they have the length 1. */
  weights(terms: readonly number[]): number[] {
    const raw = terms.map(
      (term) => Math.log(1 + this.#texts / (this.#counts[term] ?? 1)) ** RARITY,
    );
    const length = Math.hypot(...raw);
    return raw.map((weight) => (length === 0 ? 0 : weight / length));
  }
}

function termsOf(words: readonly Token[]): Set<string> {
  const terms = new Set<string>();
  words.forEach(({ syllable }, i) => {
    terms.add(syllable);
    const next = words[i + 1];
    if (next !== undefined) terms.add(`${syllable} ${next.syllable}`);
  });
  return terms;
}

const FIRST_SIZE = 4;

/** What a term says for or against each item; most say nothing of most. */
class Row {
  #items = new Uint16Array(FIRST_SIZE);
  #values = new Float32Array(FIRST_SIZE);
  #size = 0;

  addTo(scores: Float32Array, weight: number): void {
    for (let i = 0; i < this.#size; i++) {
      const item = this.#items[i] ?? 0;
      scores[item] = (scores[item] ?? 0) + (this.#values[i] ?? 0) * weight;
    }
  }

  add(item: number, amount: number): void {
    const known = this.#items.indexOf(item);
    const at = known >= 0 && known < this.#size ? known : this.#append(item);
    this.#values[at] = (this.#values[at] ?? 0) + amount;
  }

  #append(item: number): number {
    if (this.#size === this.#items.length) this.#grow();
    this.#items[this.#size] = item;
    return this.#size++;
  }

  #grow(): void {
    const [items, values] = [this.#items, this.#values];
    this.#items = new Uint16Array(items.length * 2);
    this.#values = new Float32Array(values.length * 2);
    this.#items.set(items);
    this.#values.set(values);
  }
}

const SEED = 20261121;
const PRIME = 16807;
const MODULUS = 2 ** 31 - 1;

/** The same order each time, so that the same knowledge is always understood alike (Lehmer's generator). */
function seeded(): () => number {
  let state = SEED;
  return () => {
    state = (state * PRIME) % MODULUS;
    return state / MODULUS;
  };
}

function shuffle(list: Lesson[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const [one, two] = [list[i], list[other]];
    if (one === undefined || two === undefined) continue;
    [list[i], list[other]] = [two, one];
  }
}
