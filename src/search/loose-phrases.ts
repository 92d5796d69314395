import { agrees, type Token, tokenize } from './token.ts';

const GAP = '…';
const WIDEST_GAP = 4; // words; further apart the two ends belong to different thoughts

type LoosePhrase<T> = { pieces: readonly (readonly Token[])[]; value: T };

/** Finds phrases that residents fill with words of their own: "có cần … đồng ý". Marks must agree where typed. */
export class LoosePhrases<T> {
  readonly #phrases: readonly LoosePhrase<T>[];

  /** A `…` stands for up to four words, or none. */
  constructor(entries: readonly (readonly [phrase: string, value: T])[]) {
    this.#phrases = entries.map(([phrase, value]) => ({
      pieces: phrase.split(GAP).map((piece) => tokenize(piece)),
      value,
    }));
  }

  /** What the first phrase that stands in the words means. */
  find(tokens: readonly Token[]): T | undefined {
    return this.#phrases.find(({ pieces }) => standsIn(tokens, pieces))?.value;
  }
}

function standsIn(tokens: readonly Token[], [first = [], ...rest]: LoosePhrase<unknown>['pieces']) {
  return tokens.some((_, start) => {
    if (!standsAt(tokens, start, first)) return false;
    let end = start + first.length;
    for (const piece of rest) {
      const next = nextPlace(tokens, end, piece);
      if (next === undefined) return false;
      end = next + piece.length;
    }
    return true;
  });
}

function nextPlace(tokens: readonly Token[], from: number, piece: readonly Token[]) {
  for (let place = from; place <= from + WIDEST_GAP; place++) {
    if (standsAt(tokens, place, piece)) return place;
  }
  return undefined;
}

function standsAt(tokens: readonly Token[], place: number, piece: readonly Token[]): boolean {
  return piece.every((word, i) => {
    const typed = tokens[place + i];
    return typed !== undefined && agrees(typed, word);
  });
}
