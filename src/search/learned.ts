import type { Sliced } from '../lib/sliced.ts';
import type { SearchItem } from './item.ts';
import { Row, TermRows } from './term-rows.ts';
import { type Sayings, Terms, type WeighedTerms } from './terms.ts';

// Tried on the questions of the quality sets; other values near these do about as well.
const ROUNDS = 2;
const STEP = 0.3; // how far one text may move the weights
const MARGIN = 1; // by how much the right item shall lead
/** An item that can be said in fewer ways has nothing to learn from. */
const LEAST_TEXTS = 8;
const GOLDEN = 0.618; // steps of this share of a round come by everything, and seldom by neighbours

/** Something to learn, with every way of saying it. */
export type Lesson = { item: SearchItem; sayings: Sayings };

/** One way of saying an item, ready to learn from. */
type Saying = WeighedTerms & { place: number };

/**
 * What words, and two words side by side, say for and against each item. It is learned from every way of saying every
 * item, so that in a long story the few words count that tell items apart. Terms are weighed by how rare they are.
 */
export class Learned {
  readonly #places: ReadonlyMap<string, number>;
  readonly #terms: Terms;
  readonly #rows: TermRows;

  constructor(places: ReadonlyMap<string, number>, terms: Terms, rows: TermRows) {
    this.#places = places;
    this.#terms = terms;
    this.#rows = rows;
  }

  /** Where an item stands in the scores; undefined for one that was not learned. */
  place(item: SearchItem): number | undefined {
    return this.#places.get(keyOf(item));
  }

  /** How much the words speak for each learned item: about 1 for what they surely mean, 0 or less for others. */
  scores(words: readonly (number | undefined)[]): Float32Array {
    const scores = new Float32Array(this.#places.size);
    this.#rows.addTo(scores, this.#terms.find(words));
    return scores;
  }
}

/**
 * Passive-aggressive learning of many classes (Crammer et al., 2006): each saying moves the weights just as far as
 * makes its item lead by the margin, and no further than STEP. The plans of all communes are learned as one.
 */
export function* learn(lessons: readonly Lesson[]): Sliced<Learned> {
  const terms = new Terms();
  const places = new Map<string, number>();
  const read: { numbers: readonly number[]; place: number }[] = [];
  for (const { item, sayings } of lessons) {
    yield;
    if (sayings.length < LEAST_TEXTS) continue;
    const place = places.get(keyOf(item)) ?? places.size;
    places.set(keyOf(item), place);
    for (const words of sayings) read.push({ numbers: terms.learn(words), place });
  }
  const sayings: Saying[] = [];
  for (const { numbers, place } of read) {
    sayings.push({ ...terms.weigh(numbers), place });
    yield;
  }
  const rows = Array.from({ length: terms.size }, () => new Row());
  const scores = new Float32Array(places.size);
  const step = strideThrough(sayings.length);
  for (let taken = 0; taken < ROUNDS * sayings.length; taken++) {
    const saying = sayings[(taken * step) % sayings.length];
    if (saying !== undefined) take(saying, { rows, scores, when: taken });
    yield;
  }
  return new Learned(places, terms, new TermRows(rows, ROUNDS * sayings.length));
}

/** The plans of all communes are alike: one is learned as well as another. */
function keyOf({ kind, id }: SearchItem): string {
  return kind === 'plan' ? kind : `${kind} ${id}`;
}

/** Steps of this length from any place in a round come by all its places. */
function strideThrough(count: number): number {
  let step = Math.max(1, Math.round(count * GOLDEN));
  while (commonDivisor(step, count) > 1) step++;
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

type Learning = { rows: readonly Row[]; scores: Float32Array; when: number };

function take(saying: Saying, { rows, scores, when }: Learning): void {
  const { terms, weights, place: own } = saying;
  scores.fill(0);
  for (let i = 0; i < terms.length; i++) rows[terms[i] ?? -1]?.addTo(scores, weights[i] ?? 0);
  let rival = -1;
  let most = -Infinity;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= most || place === own) continue;
    [rival, most] = [place, score];
  }
  const lack = MARGIN - ((scores[own] ?? 0) - most);
  if (lack <= 0) return;
  const step = Math.min(STEP, lack / 2);
  for (let i = 0; i < terms.length; i++) {
    const row = rows[terms[i] ?? -1];
    const move = step * (weights[i] ?? 0);
    row?.add(own, move, when);
    if (rival >= 0) row?.add(rival, -move, when);
  }
}
