import { Nearest } from '../lib/nearest.ts';
import type { SearchItem } from './item.ts';
import type { Reading } from './reading.ts';
import { type IndexedItem, Shelf } from './shelf.ts';

/** A word says where to look when it is at least this much of the rarest one; the commonest words would fetch everything. */
const LEADING_SHARE = 0.25;
const LENGTH_SHARE = 0.03;
/** Of the weight that the nearest item shares: what shares less cannot be meant. */
const LEAST_SHARE = 0.45;
/** Once so many texts are found, commoner words only tell them apart: a province has a hundred thousand. */
const ENOUGH_TEXTS = 3000;

/** What one commune's residents can ask about. Finds the items worth comparing with a question. */
export class Catalogue {
  readonly items: readonly IndexedItem[];
  readonly #shelf: Shelf;
  readonly #isHere: Uint8Array;
  // How much of a question each text and item holds; kept between questions, and reset after each.
  readonly #ofText: Float64Array;
  readonly #ofItem: Float64Array;

  constructor(items: readonly SearchItem[], shelf = new Shelf()) {
    this.#shelf = shelf;
    this.items = items.map((item) => shelf.put(item));
    this.#isHere = new Uint8Array(shelf.items.length);
    for (const { place } of this.items) this.#isHere[place] = 1;
    this.#ofText = new Float64Array(shelf.owners.length);
    this.#ofItem = new Float64Array(shelf.items.length);
  }

  /** For each of the readings the `limit` items with the texts that share most of its weight. */
  candidates(readings: readonly Reading[], limit: number): IndexedItem[] {
    const found = new Set<number>();
    for (const words of distinctWords(readings)) {
      for (const place of this.#nearest(words, limit)) found.add(place);
    }
    return [...found]
      .sort((a, b) => a - b)
      .map((place) => this.#shelf.items[place])
      .filter((item) => item !== undefined);
  }

  #nearest(words: readonly string[], limit: number): readonly number[] {
    const texts = this.#textsSharing(words);
    const { owners, lengths } = this.#shelf;
    const items: number[] = [];
    for (const text of texts) {
      const owner = owners[text] ?? 0;
      const share = (this.#ofText[text] ?? 0) / (1 + LENGTH_SHARE * (lengths[text] ?? 0));
      this.#ofText[text] = 0;
      if (this.#isHere[owner] !== 1) continue;
      const known = this.#ofItem[owner] ?? 0;
      if (known === 0) items.push(owner);
      if (share > known) this.#ofItem[owner] = share;
    }
    const nearest = new Nearest<number>(limit);
    for (const item of items) {
      nearest.offer(item, this.#ofItem[item] ?? 0);
      this.#ofItem[item] = 0;
    }
    return nearest.atLeast(LEAST_SHARE);
  }

  /** The texts that have one of the leading words, each with the weight of all words that it has. */
  #textsSharing(words: readonly string[]): number[] {
    const terms = words
      .map((word) => this.#shelf.textsWith(word))
      .filter((texts) => texts.length > 0)
      .sort((a, b) => a.length - b.length)
      .map((texts) => ({ texts, weight: Math.log(1 + this.#ofText.length / texts.length) }));
    const leading = (terms[0]?.weight ?? 0) * LEADING_SHARE;
    const found: number[] = [];
    for (const { texts, weight } of terms) {
      if (weight < leading) break;
      const isOpen = found.length < ENOUGH_TEXTS;
      for (const text of texts) {
        const known = this.#ofText[text];
        if (known === undefined) continue; // of a commune that came later
        if (known === 0 && !isOpen) continue;
        if (known === 0) found.push(text);
        this.#ofText[text] = known + weight;
      }
    }
    return found;
  }
}

/** The words of each reading, of readings with the same words once. */
function distinctWords(readings: readonly Reading[]): string[][] {
  const byContent = new Map<string, string[]>();
  for (const reading of readings) {
    const words = [...new Set(reading.map(({ syllable }) => syllable))].sort();
    byContent.set(words.join(' '), words);
  }
  return [...byContent.values()];
}
