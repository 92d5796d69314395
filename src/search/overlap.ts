import type { IndexedText, Shelf } from './shelf.ts';
import { agrees, type Token } from './token.ts';
import type { WordSet } from './word-ids.ts';

const WINDOW_WORDS = 4;

/** What a text has in common with a reading, in the weights that the reading gives to its words. */
export type Overlap = {
  /** The words of the reading that the text has. */
  matched: number;
  /** The same, each word once and in its full weight. */
  shared: number;
};

/** What takes longer to find out than the overlap. */
export type Closeness = {
  /** The words whose typed marks contradict the text. */
  clashes: number;
  /** Share found of the best stretch of four words: in a long story only a few words name the matter. */
  window: number;
};

/** The words of a reading and what each weighs in it. */
export type Weighed = {
  words: readonly Token[];
  weights: readonly number[];
  fullWeights: readonly number[];
  /** Which words weigh enough to tell texts apart. */
  telling: readonly boolean[];
};

/** The texts that have a telling word of a message: the others are not even looked at. */
export class NearTexts {
  readonly shelf: Pick<Shelf, 'ids' | 'owners' | 'textsWith'>;
  readonly #words = new Set<string>();
  readonly #isNear: Uint8Array;

  constructor(shelf: NearTexts['shelf']) {
    this.shelf = shelf;
    this.#isNear = new Uint8Array(shelf.owners.length);
  }

  add(syllable: string): void {
    if (this.#words.has(syllable)) return;
    this.#words.add(syllable);
    for (const text of this.shelf.textsWith(syllable)) this.#isNear[text] = 1;
  }

  has(text: number): boolean {
    return this.#isNear[text] === 1;
  }
}

/** A word of the reading, wherever it stands in it. */
type Slot = {
  id: number;
  /** Of all its places together. */
  weight: number;
  fullWeight: number;
  /** Whether it weighs enough to tell texts apart. */
  isTelling: boolean;
  /** Where it stands in the reading. */
  places: number[];
  /** The last look that saw it, and as which word of the text. */
  seen: number;
  seenAs: number;
};

/**
 * A reading laid out by word numbers, so that a text is compared with it in one walk over the text's few words. Texts
 * are compared by the thousand for each message: this is the hot loop, hence the marks that are kept and overwritten.
 */
export class Sheet {
  readonly #reading: Weighed;
  readonly #slots: Slot[] = [];
  /** Those that the last look saw. */
  #seen: Slot[] = [];
  readonly #byId: (Slot | undefined)[];
  readonly #near: NearTexts;
  readonly #windowTotals: readonly number[];
  /** By place in the reading, the last look that saw its word; by last place, the last look that weighed the stretch. */
  readonly #seenAt: Int32Array;
  readonly #weighedAt: Int32Array;
  #look = 0;

  /** The telling words of the reading are added to `near`, which all readings of a message share. */
  constructor(reading: Weighed, near: NearTexts) {
    this.#reading = reading;
    this.#near = near;
    this.#byId = new Array<Slot | undefined>(near.shelf.ids.size);
    reading.words.forEach((word, i) => {
      this.#addWord(word, i);
    });
    this.#windowTotals = windowTotals(reading.weights);
    this.#seenAt = new Int32Array(reading.words.length);
    this.#weighedAt = new Int32Array(reading.words.length);
  }

  #addWord({ syllable }: Token, place: number): void {
    const id = this.#near.shelf.ids.find(syllable);
    if (id === undefined) return;
    const { weights, fullWeights, telling } = this.#reading;
    const slot = this.#byId[id] ?? newSlot(id, fullWeights[place] ?? 0);
    if (slot.places.length === 0) this.#slots.push(slot);
    this.#byId[id] = slot;
    slot.places.push(place);
    slot.weight += weights[place] ?? 0;
    slot.isTelling ||= telling[place] === true;
    if (slot.isTelling) this.#near.add(syllable);
  }

  /** How much of the reading a set of words covers, in weight. */
  coverage(words: WordSet): number {
    let covered = 0;
    for (const { id, weight } of this.#slots) if (words.has(id)) covered += weight;
    return covered;
  }

  /** The full weight of the words that the text shares with the reading, each once, telling or not. */
  shared({ ids }: IndexedText): number {
    const look = ++this.#look;
    let shared = 0;
    for (const id of ids) {
      const slot = this.#byId[id];
      if (slot === undefined || slot.seen === look) continue;
      slot.seen = look;
      shared += slot.fullWeight;
    }
    return shared;
  }

  /** What the text and the reading share; undefined when it is no telling word. */
  overlap({ number, ids }: IndexedText): Overlap | undefined {
    if (!this.#near.has(number)) return undefined;
    const look = ++this.#look;
    const [byId, seen]: [(Slot | undefined)[], Slot[]] = [this.#byId, []];
    let [matched, shared] = [0, 0];
    let isTelling = false;
    for (let k = 0; k < ids.length; k++) {
      const slot = byId[ids[k] ?? 0];
      if (slot === undefined) continue;
      slot.seenAs = k;
      if (slot.seen === look) continue;
      matched += slot.weight;
      shared += slot.fullWeight;
      isTelling ||= slot.isTelling;
      slot.seen = look;
      seen.push(slot);
    }
    if (!isTelling) return undefined;
    this.#seen = seen;
    return { matched, shared };
  }

  /** More about the text whose overlap was asked for last. */
  closeness({ tokens }: IndexedText): Closeness {
    const clashes = this.#clashes(tokens);
    return { clashes, window: this.#bestWindow() };
  }

  /** Marks where the seen words stand in the reading, and weighs those that are typed with other marks. */
  #clashes(tokens: readonly Token[]): number {
    const { words, weights } = this.#reading;
    let clashes = 0;
    for (const { seenAs, places } of this.#seen) {
      const ours = tokens[seenAs];
      for (const place of places) {
        this.#seenAt[place] = this.#look;
        const typed = words[place];
        if (!typed || !ours || agrees(typed, ours)) continue;
        // "Cấp lại giấy phép lái xe" has the word in both ways.
        if (!tokens.some((word) => agrees(typed, word))) clashes += weights[place] ?? 0;
      }
    }
    return clashes;
  }

  /** Only the stretches around a seen word are weighed. */
  #bestWindow(): number {
    let best = 0;
    for (const { places } of this.#seen) {
      for (const place of places) {
        const last = Math.min(place + WINDOW_WORDS, this.#weighedAt.length);
        for (let end = place; end < last; end++) {
          if (this.#weighedAt[end] === this.#look) continue;
          this.#weighedAt[end] = this.#look;
          best = Math.max(best, this.#windowAt(end));
        }
      }
    }
    return best;
  }

  #windowAt(end: number): number {
    const total = this.#windowTotals[end] ?? 0;
    if (total === 0) return 0;
    let hit = 0;
    for (let place = Math.max(0, end - WINDOW_WORDS + 1); place <= end; place++) {
      if (this.#seenAt[place] === this.#look) hit += this.#reading.weights[place] ?? 0;
    }
    return hit / total;
  }
}

function newSlot(id: number, fullWeight: number): Slot {
  return { id, weight: 0, fullWeight, isTelling: false, places: [], seen: 0, seenAs: 0 };
}

/** By its last place the weight of each stretch of four words, 0 before there are four. A short reading is one stretch. */
function windowTotals(weights: readonly number[]): number[] {
  let total = 0;
  return weights.map((weight, end) => {
    total += weight - (end >= WINDOW_WORDS ? (weights[end - WINDOW_WORDS] ?? 0) : 0);
    return end >= WINDOW_WORDS - 1 || end === weights.length - 1 ? total : 0;
  });
}
