import type { Fluency } from './fluency.ts';
import type { Lexicon } from './lexicon.ts';

const LONGEST = 12; // letters; what is longer is no abbreviation
const WIDTH = 24; // beginnings that are followed up
const MOST = 8;
/** How unlikely it is that a word is written by so little of it. */
const COSTS = { whole: 0.3, onset: 1.2, initial: 1.6, ends: 2.5 };

/** Words that an abbreviation may stand for. */
export type Expansion = { words: readonly string[]; cost: number };

type Beginning = { words: readonly string[]; last: string | undefined; at: number; cost: number };

const ONSET = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])/;

/** Spells out abbreviations that nobody listed: "gpxd", "đthân", "xnttHN". */
export class Initials {
  readonly #fluency: Fluency;
  readonly #byInitial = new Map<string, string[]>();
  readonly #following = new Map<string, string[]>();
  readonly #before = new Map<string, string[]>();

  constructor(lexica: readonly Lexicon[], fluency: Fluency) {
    this.#fluency = fluency;
    const words = new Set(lexica.flatMap((lexicon) => [...lexicon.words()].map(({ word }) => word)));
    for (const word of words) {
      if (/^[a-z]/.test(word)) push(this.#byInitial, word.slice(0, 1), word);
    }
    for (const lexicon of lexica) {
      for (const { first, second } of lexicon.pairs()) {
        push(this.#following, `${first} ${second.slice(0, 1)}`, second);
        push(this.#before, `${first.slice(0, 1)} ${second}`, first);
      }
    }
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
      .filter((word) => word.startsWith(letters) && word !== letters)
      .map((word) => ({ words: [word], cost }));
  }

  /** The likeliest words that letters are put together from, each by its beginning or in full. */
  expand(letters: string): Expansion[] {
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
      return formsOf(word)
        .filter(({ form }) => letters.startsWith(form, at))
        .map(({ form, price }) => ({
          words: [...words, word],
          last: word,
          at: at + form.length,
          cost: fluency + price,
        }));
    });
  }
}

function formsOf(word: string): { form: string; price: number }[] {
  const onset = ONSET.exec(word)?.[0] ?? '';
  const forms = new Map([[word.slice(0, 1), COSTS.initial]]);
  if (onset.length > 1) forms.set(onset, COSTS.onset);
  if (onset !== '') forms.set(onset + word.slice(-1), COSTS.ends);
  forms.set(word, COSTS.whole);
  return [...forms].map(([form, price]) => ({ form, price }));
}

function cheapest(beginnings: Beginning[], count: number): Beginning[] {
  return beginnings.sort((a, b) => a.cost - b.cost).slice(0, count);
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}
