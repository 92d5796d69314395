import { isDeepStrictEqual } from 'node:util';
import { Index } from 'flexsearch';
import type { Examples } from '../knowledge/examples.ts';
import { type ActionName, actionsIn } from './action-words.ts';
import type { SearchItem } from './item.ts';
import { type Said, Terms } from './terms.ts';
import { spell, type Token, tokenize } from './token.ts';
import { WordIds, WordSet } from './word-ids.ts';

/** An item with its texts cut into words, ready to be compared. */
export type IndexedItem = {
  item: SearchItem;
  texts: readonly IndexedText[];
  /** Where it stands on the shelf. */
  place: number;
  /** The words of all its texts. */
  words: WordSet;
  /** What its texts say, and what residents asked for it by. */
  said: Said;
  /** What the procedure does to the paper, read off its short name. */
  actions: ReadonlySet<ActionName>;
};

export type IndexedText = {
  /** Its place among all texts of the shelf. */
  number: number;
  tokens: readonly Token[];
  /** The numbers of the tokens' syllables. */
  ids: readonly number[];
  part: string | undefined;
};

/**
 * Every item of every commune, each kept once: most are the same in all communes. Finds the texts that have a word;
 * the only user of FlexSearch, whose order of results is no relevance (facts: search.md §7) and is not used.
 */
export class Shelf {
  readonly ids = new WordIds();
  readonly terms = new Terms(this.ids);
  readonly items: IndexedItem[] = [];
  /** The place of the item of each text. */
  readonly owners: number[] = [];
  /** How many words each text has. */
  readonly lengths: number[] = [];
  readonly #examples: Examples;
  readonly #byName = new Map<string, IndexedItem[]>();
  readonly #postings = new Map<string, readonly number[]>();
  // Words come folded and parted by spaces: FlexSearch's own encoders keep "đ" apart, merge doubled letters and cut
  // numbers up, and its encoder cache loses entries.
  readonly #index = new Index({
    tokenize: 'strict',
    resolution: 1,
    cache: false,
    encode: (text: string) => text.split(' '),
  });

  /** `examples`: what residents asked for the items by. */
  constructor(examples: Examples = new Map()) {
    this.#examples = examples;
  }

  /** The item ready to be compared: the one that is here already, when nothing in it differs. */
  put(item: SearchItem): IndexedItem {
    const name = `${item.kind} ${item.id}`;
    const versions = this.#byName.get(name) ?? [];
    const known = versions.find((version) => isDeepStrictEqual(version.item, item));
    if (known !== undefined) return known;
    const indexed = this.#indexItem(item);
    this.items.push(indexed);
    this.#byName.set(name, [...versions, indexed]);
    this.#postings.clear();
    return indexed;
  }

  /** The numbers of the texts that have a word. */
  textsWith(syllable: string): readonly number[] {
    const known = this.#postings.get(syllable);
    if (known !== undefined) return known;
    const limit = Math.max(1, this.owners.length);
    const found = this.#index.search(syllable, { limit }).map(Number);
    // Only words of the catalogue are kept, so that what is typed cannot fill the memory.
    if (found.length > 0) this.#postings.set(syllable, found);
    return found;
  }

  #indexItem(item: SearchItem): IndexedItem {
    const place = this.items.length;
    const texts = item.texts.map(({ text, part }) => {
      const tokens = tokenize(text);
      const number = this.owners.push(place) - 1;
      this.lengths.push(tokens.length);
      this.#index.add(number, spell(tokens));
      return { number, tokens, ids: tokens.map(({ syllable }) => this.ids.add(syllable)), part };
    });
    const words = new WordSet(new Set(texts.flatMap(({ ids }) => ids)));
    // Plans of all communes are asked about in the same words.
    const asked = this.#examples.get(item.kind === 'plan' ? item.kind : item.id) ?? [];
    const said = this.terms.add([
      ...texts.map(({ tokens }) => tokens),
      ...asked.map((text) => tokenize(text)),
    ]);
    return { item, texts, place, words, said, actions: actionsIn(tokenize(item.title)) };
  }
}
