import { remembered } from '../lib/remembered.ts';
import type { Lexicon } from './lexicon.ts';
import { isSyllable } from './syllable.ts';

/** Sounds that residents write for one another, by region: tr/ch, s/x, d/gi/r, l/n, final n/ng, c/t. */
const SOUND_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/^tr/, 'ch'],
  [/^s/, 'x'],
  [/^(gi|r)/, 'd'],
  [/^gh/, 'g'],
  [/^ngh/, 'ng'],
  [/^n(?!g|h)/, 'l'],
  [/^[kq]u?(?=[aeiouy])/, 'c'],
  [/y$/, 'i'],
  [/nh$|ng$/, 'n'],
  [/ch$|c$/, 't'],
];

const MENDABLE = /^[a-z]{2,7}$/;

/** How a syllable sounds, so that "cong" and "con", "xinh" and "sinh" come out alike. */
export function soundOf(folded: string): string {
  return SOUND_ALIKES.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
}

/** Finds the words of the catalogue that a misspelt word may stand for. */
export class Speller {
  readonly #bySound = new Map<string, string[]>();
  readonly #byDeletion = new Map<string, string[]>();
  readonly #pairsBySound = new Map<string, Pair>();
  readonly #soundOf = remembered(soundOf);
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const pair of lexicon.pairs()) {
      const key = `${this.#soundOf(pair.first)} ${this.#soundOf(pair.second)}`;
      if ((this.#pairsBySound.get(key)?.count ?? 0) < pair.count) this.#pairsBySound.set(key, pair);
    }
    for (const { word } of lexicon.words()) {
      if (!MENDABLE.test(word) || !isSyllable(word)) continue;
      push(this.#bySound, this.#soundOf(word), word);
      for (const shorter of deletionsOf(word)) push(this.#byDeletion, shorter, word);
    }
  }

  /**
   * Two neighbouring words as the catalogue writes them, when they sound like a pair that it knows: "dấy khai" is
   * "giấy khai". Undefined when the pair is known as it stands, or sounds like none.
   */
  pairLike(first: string, second: string): readonly [string, string] | undefined {
    const pair = this.#pairsBySound.get(`${this.#soundOf(first)} ${this.#soundOf(second)}`);
    if (pair === undefined || this.#lexicon.pairCount(first, second) > 0) return undefined;
    return [pair.first, pair.second];
  }

  /** At most three words one edit or one sound away. Words of one or two letters are never mended. */
  suggest(folded: string): string[] {
    if (folded.length < 3 || folded.length > 9) return [];
    const near = new Set([
      ...(this.#bySound.get(this.#soundOf(folded)) ?? []),
      ...deletionsOf(folded).flatMap((shorter) => this.#byDeletion.get(shorter) ?? []),
    ]);
    const ranked = [...near].map((word) => ({
      word,
      documents: this.#lexicon.documentCount(word),
    }));
    ranked.sort((a, b) => b.documents - a.documents);
    return ranked.slice(0, 3).map(({ word }) => word);
  }
}

type Pair = { first: string; second: string; count: number };

/** The word itself and every way to drop one letter: two words that share one are an edit apart. */
function deletionsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else words.push(word);
}
