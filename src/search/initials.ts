import { remembered } from '../lib/remembered.ts';
import type { Fluency } from './fluency.ts';

const LONGEST = 12; // letters; what is longer is no abbreviation
const WIDTH = 60; // beginnings that are followed up
const MOST = 8;
/** How unlikely it is that a word is written by so little of it. */
const COSTS = { whole: 0.3, onset: 1.2, initial: 1.6, ends: 2.5 };

/** Words that an abbreviation may stand for. */
export type Expansion = { words: readonly string[]; cost: number };

/** Letters that a word may be typed by. */
type Shape = { letters: string; cost: number };

type Beginning = { words: readonly string[]; last: string | undefined; at: number; cost: number };

const ONSET = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])/;

/** Spells out abbreviations that nobody listed: "gpxd", "đthân", "xnttHN". */
export class Initials {
  readonly #fluency: Fluency;
  /** By word, what may be typed of it: its first letter first. */
  readonly #shapes = new Map<string, readonly Shape[]>();
  readonly #byInitial = new Map<string, string[]>();
  readonly #following = new Map<string, string[]>();
  readonly #before = new Map<string, string[]>();

  /** `forms`: by folded word, the ways to write it that the fluency knows. */
  constructor(fluency: Fluency, forms: ReadonlyMap<string, readonly string[]>) {
    this.#fluency = fluency;
    for (const [folded, words] of forms) {
      if (!/^[a-z]/.test(folded)) continue;
      for (const word of words) {
        this.#shapes.set(word, shapesOf(folded));
        push(this.#byInitial, folded.slice(0, 1), word);
      }
    }
    for (const [first, second] of fluency.pairs()) {
      push(this.#following, `${first} ${this.#initialOf(second)}`, second);
      push(this.#before, `${this.#initialOf(first)} ${second}`, first);
    }
  }

  #initialOf(word: string): string {
    return this.#shapes.get(word)?.[0]?.letters ?? word;
  }

  /** The words that letters such as "đ" or "kh" begin, of those that go with the words beside them. */
  between(before: string | undefined, letters: string, after: string | undefined): Expansion[] {
    const initial = letters.slice(0, 1);
    const words = new Set([
      ...(this.#following.get(`${before ?? ''} ${initial}`) ?? []),
      ...(this.#before.get(`${initial} ${after ?? ''}`) ?? []),
    ]);
    const cost = letters.length > 1 ? COSTS.onset : COSTS.initial;
    return [...words]
      .filter((word) => this.#shapes.get(word)?.some((shape) => shape.letters === letters))
      .map((word) => ({ words: [word], cost }));
  }

  /** The likeliest words that letters are put together from, each by its beginning or in full. */
  readonly expand = remembered((letters: string) => this.#expand(letters), 500);

  #expand(letters: string): Expansion[] {
    if (letters.length < 2 || letters.length > LONGEST || !/^[a-z]+$/.test(letters)) return [];
    let beginnings: Beginning[] = [{ words: [], last: undefined, at: 0, cost: 0 }];
    const whole: Beginning[] = [];
    while (beginnings.length > 0) {
      const longer = beginnings.flatMap((beginning) => this.#next(beginning, letters));
      whole.push(...longer.filter(({ at }) => at === letters.length));
      beginnings = cheapest(
        longer.filter(({ at }) => at < letters.length),
        WIDTH,
      );
    }
    return cheapest(whole, MOST).map(({ words, cost, last }) => ({
      words,
      // The first word is weighed again by what stands before it.
      cost: cost - this.#fluency.cost(undefined, words[0] ?? last ?? ''),
    }));
  }

  #next({ words, last, at, cost }: Beginning, letters: string): Beginning[] {
    const initial = letters[at] ?? '';
    const candidates =
      last === undefined ? this.#byInitial.get(initial) : this.#following.get(`${last} ${initial}`);
    return (candidates ?? []).flatMap((word) => {
      const fluency = cost + this.#fluency.cost(last, word);
      return (this.#shapes.get(word) ?? [])
        .filter((shape) => letters.startsWith(shape.letters, at))
        .map((shape) => ({
          words: [...words, word],
          last: word,
          at: at + shape.letters.length,
          cost: fluency + shape.cost,
        }));
    });
  }
}

function shapesOf(folded: string): Shape[] {
  const onset = ONSET.exec(folded)?.[0] ?? '';
  const shapes = new Map([[folded.slice(0, 1), COSTS.initial]]);
  if (onset.length > 1) shapes.set(onset, COSTS.onset);
  if (onset !== '' && folded.length > 2) shapes.set(onset + folded.slice(-1), COSTS.ends);
  shapes.set(folded, COSTS.whole);
  return [...shapes].map(([letters, cost]) => ({ letters, cost }));
}

function cheapest(beginnings: Beginning[], count: number): Beginning[] {
  return beginnings.sort((a, b) => a.cost - b.cost).slice(0, count);
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else words.push(word);
}
