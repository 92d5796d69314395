import { remembered } from '../lib/remembered.ts';
import { slipCost } from './slip-cost.ts';
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

/** How the young and the South write what they say: "zấy", "wá", "tịk", "fải", "dợ", "mún", "bít", "seo". */
const CHAT_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/^(dz|z|gi|r|v|j(?=[aeiouy]))/, 'd'],
  [/^f/, 'ph'],
  [/^w/, 'qu'],
  [/^h(?=oa|uy)/, 'qu'],
  [/(k|ck|x)$/, 'ch'],
  [/^j$/, 'gi'],
  [/g$/, 'ng'],
  [/nng$/, 'ng'],
  [/ie|ye/, 'i'],
  [/uo/, 'u'],
  [/eo$/, 'ao'],
  [/oi$|oy$|ui$/, 'oi'],
];

const MENDABLE = /^[a-z]{2,7}$/;
/** How unlikely it is that one sound is written for another; minus a logarithm. */
export const SOUND_COST = 3;
const CHAT_COST = 4;
const MOST_NEAR = 16;

/** How a syllable sounds, so that "cong" and "con", "xinh" and "sinh" come out alike. */
export function soundOf(folded: string): string {
  return SOUND_ALIKES.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
}

function chatSoundOf(folded: string): string {
  const plain = CHAT_ALIKES.reduce((word, [from, to]) => word.replace(from, to), folded);
  return soundOf(plain);
}

/** A word that a misspelt one may stand for, and how unlikely the slip is: 0 for none. */
export type Near = { word: string; cost: number; isChat?: boolean };

/** Finds the words of the catalogue that a misspelt word may stand for. */
export class Speller {
  readonly near: (folded: string) => readonly Near[];
  readonly #bySound = new Map<string, string[]>();
  readonly #byChatSound = new Map<string, string[]>();
  readonly #byDeletion = new Map<string, string[]>();

  /** `words`: folded. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!MENDABLE.test(word) || !isSyllable(word)) continue;
      push(this.#bySound, soundOf(word), word);
      push(this.#byChatSound, chatSoundOf(word), word);
      for (const shorter of deletionsOf(word)) push(this.#byDeletion, shorter, word);
    }
    this.near = remembered((folded) => this.#find(folded));
  }

  #find(folded: string): readonly Near[] {
    if (folded.length < 2 || folded.length > 9) return [];
    const costs = new Map<string, number>();
    for (const shorter of deletionsOf(folded)) {
      for (const word of this.#byDeletion.get(shorter) ?? []) {
        if (!costs.has(word)) costs.set(word, slipCost(folded, word));
      }
    }
    for (const word of this.#bySound.get(soundOf(folded)) ?? []) {
      costs.set(word, Math.min(SOUND_COST, costs.get(word) ?? SOUND_COST));
    }
    const byChat = this.#byChatSound.get(chatSoundOf(folded)) ?? [];
    const near = [...costs].map(([word, cost]): Near => ({ word, cost }));
    for (const word of byChat) {
      if ((costs.get(word) ?? Infinity) > CHAT_COST)
        near.push({ word, cost: CHAT_COST, isChat: true });
    }
    return near
      .filter(({ word }) => word !== folded)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_NEAR);
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
