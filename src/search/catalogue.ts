import { Encoder, Index } from 'flexsearch';
import { type ActionName, actionsIn } from './action-words.ts';
import type { SearchItem } from './item.ts';
import { pairsOf } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { spell, type Token, tokenize } from './token.ts';

/** An item with its texts cut into words, ready to be compared. */
export type IndexedItem = {
  item: SearchItem;
  texts: readonly IndexedText[];
  /** Which of the texts each word stands in. */
  textsWith: ReadonlyMap<string, readonly IndexedText[]>;
  /** What the procedure does to the paper, read off its short name. */
  actions: ReadonlySet<ActionName>;
};
export type IndexedText = {
  tokens: readonly Token[];
  part: string | undefined;
  bySyllable: ReadonlyMap<string, Token>;
  pairs: ReadonlySet<string>;
};

/** Finds the items worth comparing with a question. The only user of FlexSearch. */
export class Catalogue {
  readonly items: readonly IndexedItem[];
  readonly #index: Index;
  /** The item of each indexed text. Texts are indexed one by one: an item with many aliases would match anything. */
  readonly #owners: IndexedItem[] = [];

  constructor(items: readonly SearchItem[]) {
    this.items = items.map(indexItem);
    this.#index = new Index({
      tokenize: 'strict',
      resolution: 1,
      cache: false,
      encoder: encoder(),
    });
    for (const indexed of this.items) {
      for (const { tokens } of indexed.texts) {
        this.#index.add(this.#owners.length, spell(tokens));
        this.#owners.push(indexed);
      }
    }
  }

  /** The items of the `limit` texts that share most words with a reading, for each of the readings. */
  candidates(readings: readonly Reading[], limit: number): IndexedItem[] {
    const found = new Set<IndexedItem>();
    for (const reading of readings) {
      for (const id of this.#index.search(spell(reading), { limit, suggest: true })) {
        const owner = this.#owners[Number(id)];
        if (owner !== undefined) found.add(owner);
      }
    }
    return [...found];
  }
}

function indexItem(item: SearchItem): IndexedItem {
  const texts = item.texts.map(indexText);
  const textsWith = new Map<string, IndexedText[]>();
  for (const text of texts) {
    for (const syllable of text.bySyllable.keys()) {
      const known = textsWith.get(syllable);
      if (known === undefined) textsWith.set(syllable, [text]);
      else known.push(text);
    }
  }
  return { item, texts, textsWith, actions: actionsIn(tokenize(item.title)) };
}

function indexText({ text, part }: SearchItem['texts'][number]): IndexedText {
  const tokens = tokenize(text);
  return {
    tokens,
    part,
    bySyllable: new Map(tokens.map((word) => [word.syllable, word])),
    pairs: new Set(pairsOf(tokens)),
  };
}

/**
 * Our own folding happens before FlexSearch sees a word: its encoders keep "đ" apart, merge doubled letters and
 * cut numbers up. Its encoder cache is shared between indexes and loses entries (facts: search.md §7), so it is off.
 */
function encoder(): Encoder {
  return new Encoder({
    normalize: false,
    dedupe: false,
    numeric: false,
    cache: false,
    split: /\s+/,
    finalize: (terms) => [
      ...terms,
      ...terms.slice(1).map((term, i) => `${terms[i] ?? ''}_${term}`),
    ],
  });
}
