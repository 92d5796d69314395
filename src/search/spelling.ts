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

/** How a syllable sounds, so that "cong" and "con", "xinh" and "sinh" come out alike. */
export function soundOf(folded: string): string {
  return SOUND_ALIKES.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
}

/** Finds the words of the catalogue that a misspelt word may stand for. */
export class Speller {
  readonly #bySound = new Map<string, string[]>();
  readonly #byDeletion = new Map<string, string[]>();
  readonly #pairsBySound = new Map<string, readonly [string, string]>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const [first, second] of lexicon.pairs()) {
      const key = `${soundOf(first)} ${soundOf(second)}`;
      const known = this.#pairsBySound.get(key);
      if (known === undefined || lexicon.pairCount(...known) < lexicon.pairCount(first, second)) {
        this.#pairsBySound.set(key, [first, second]);
      }
    }
    for (const word of lexicon.words()) {
      if (!/^[a-z]{2,7}$/.test(word)) continue;
      push(this.#bySound, soundOf(word), word);
      for (const shorter of deletionsOf(word)) push(this.#byDeletion, shorter, word);
    }
  }

  /**
   * Two neighbouring words as the catalogue writes them, when they sound like a pair that it knows: "dấy khai" is
   * "giấy khai". Undefined when the pair is known as it stands, or sounds like none.
   */
  pairLike(first: string, second: string): readonly [string, string] | undefined {
    if (this.#lexicon.pairCount(first, second) > 0) return undefined;
    return this.#pairsBySound.get(`${soundOf(first)} ${soundOf(second)}`);
  }

  /** At most three words one edit or one sound away. Words of one or two letters are never mended. */
  suggest(folded: string): string[] {
    if (folded.length < 3 || folded.length > 9) return [];
    const near = new Set([
      ...(this.#bySound.get(soundOf(folded)) ?? []),
      ...deletionsOf(folded).flatMap((shorter) => this.#byDeletion.get(shorter) ?? []),
    ]);
    const ranked = [...near].filter((word) => isSyllable(word));
    ranked.sort((a, b) => this.#lexicon.documentCount(b) - this.#lexicon.documentCount(a));
    return ranked.slice(0, 3);
  }
}

/** The word itself and every way to drop one letter: two words that share one are an edit apart. */
function deletionsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else words.push(word);
}
