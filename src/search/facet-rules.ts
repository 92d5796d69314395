import type { Facet, Vocabulary } from '../knowledge/vocabulary.ts';
import { type Found, PhraseFinder } from './phrase-finder.ts';
import type { Token } from './token.ts';

const WIDEST_GAP = 8; // words; further apart the two ends belong to different thoughts
const PIECE = /…|\([^)]*\)|\S+/gu;

/** A word of ours or a class of words that a question must have, and what may stand before it. */
type Piece = {
  name: string;
  /** Any words may stand before it, not particles alone. */
  afterGap: boolean;
  /** It belongs to the matter as well, and stays in the subject. */
  isSubject: boolean;
};

type Pattern = {
  asks: Facet | 'none';
  isSure: boolean;
  pieces: readonly Piece[];
  rank: number;
};

type Place = Pick<Found<unknown>, 'start' | 'end'>;

type Places = ReadonlyMap<string, readonly Place[]>;

/** What rules hear in a question. */
export type Heard = {
  facet: Facet | undefined;
  /** False for what is asked only when nothing clearer is. */
  isSure: boolean;
};

/** What a question asks about, and which of its words say so. */
export type Asked = Heard & { words: readonly Place[] };

/**
 * Tells which facet a question asks about, by the grammar of `vocabulary/facets.json`: classes of words that mean the
 * same in questions, particles that may stand between any two words, and rules, the most telling first.
 */
export class FacetRules {
  /** By the piece that the fewest patterns have: few are even looked at. */
  readonly #patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly #words: PhraseFinder<readonly string[]>;
  readonly #particles: PhraseFinder<true>;
  readonly #not: PhraseFinder<true>;

  constructor({ rules, words, particles, not }: Vocabulary['facets']) {
    const patterns = rules
      .flatMap(({ asks, weak, when }) =>
        when.map((text) => ({ asks, isSure: weak !== true, pieces: piecesOf(text) })),
      )
      .map((pattern, rank) => ({ ...pattern, rank }));
    const uses = countBy(patterns.flatMap(({ pieces }) => pieces.map(({ name }) => name)));
    this.#patterns = groupBy(patterns, ({ pieces }) => rarestOf(pieces, uses));
    const named = [...uses.keys()].flatMap((name) =>
      (words[name] ?? [name]).map((phrase) => ({ phrase, name })),
    );
    const byPhrase = groupBy(named, ({ phrase }) => phrase);
    this.#words = new PhraseFinder(
      [...byPhrase].map(([phrase, all]) => [phrase, all.map(({ name }) => name)] as const),
    );
    this.#particles = new PhraseFinder(particles.map((word) => [word, true] as const));
    this.#not = new PhraseFinder(not.map((phrase) => [phrase, true] as const));
  }

  /** The facet of the first rule that fits with so many words, and the words of every rule that fits. */
  find(tokens: readonly Token[], leastWords = 0): Asked {
    const places = this.#placesIn(tokens);
    const reach = this.#reachIn(tokens);
    const fitting: (Pattern & { words: readonly Place[] })[] = [];
    for (const name of places.keys()) {
      for (const pattern of this.#patterns.get(name) ?? []) {
        const words = fit(pattern.pieces, places, reach);
        if (words !== undefined && lengthOf(words) >= leastWords)
          fitting.push({ ...pattern, words });
      }
    }
    fitting.sort((a, b) => a.rank - b.rank);
    const [first] = fitting;
    return {
      facet: first === undefined || first.asks === 'none' ? undefined : first.asks,
      isSure: first?.isSure === true,
      words: fitting.flatMap(({ asks, words }) => (asks === 'none' ? [] : words)),
    };
  }

  /** For every place in the question, how far particles alone lead from there. */
  #reachIn(tokens: readonly Token[]): number[] {
    const reach = tokens.map(() => 0);
    reach[tokens.length] = tokens.length;
    for (let at = tokens.length - 1; at >= 0; at--) {
      const word = tokens[at];
      const isParticle = word !== undefined && this.#particles.find(word) === true;
      reach[at] = isParticle ? (reach[at + 1] ?? at) : at;
    }
    return reach;
  }

  /** Where each word and class stands. A word inside a phrase that asks for nothing ("phí" in "học phí") is no word. */
  #placesIn(tokens: readonly Token[]): Places {
    const silent = this.#not.findAll(tokens);
    const places = new Map<string, Place[]>();
    for (const { value: names, ...place } of this.#words.findEvery(tokens)) {
      if (silent.some((phrase) => isInside(place, phrase))) continue;
      for (const name of names) {
        const known = places.get(name);
        if (known === undefined) places.set(name, [place]);
        else known.push(place);
      }
    }
    return places;
  }
}

function rarestOf(pieces: readonly Piece[], uses: ReadonlyMap<string, number>): string {
  const names = pieces.map(({ name }) => name);
  return names.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))[0] ?? '';
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}

/** "(được) … BAO-NHIÊU TIỀN" in pieces. */
function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  let afterGap = false;
  for (const [piece] of pattern.matchAll(PIECE)) {
    const isGap = piece === '…';
    const isSubject = piece.startsWith('(');
    if (!isGap) pieces.push({ name: piece.replace(/[()]/g, ''), afterGap, isSubject });
    afterGap = isGap;
  }
  return pieces;
}

/** The words of the question that make up the pattern; without those that are its subject. */
function fit(
  pieces: readonly Piece[],
  places: Places,
  reach: readonly number[],
): Place[] | undefined {
  if (!pieces.every(({ name }) => places.has(name))) return undefined;
  const follow = (at: number, from: number, last: number): Place[] | undefined => {
    const piece = pieces[at];
    if (piece === undefined) return [];
    for (const place of places.get(piece.name) ?? []) {
      if (place.start < from) continue;
      if (place.start > last) break;
      const isNextFree = pieces[at + 1]?.afterGap === true;
      const rest = follow(
        at + 1,
        place.end,
        isNextFree ? place.end + WIDEST_GAP : (reach[place.end] ?? place.end),
      );
      if (rest !== undefined) return piece.isSubject ? rest : [place, ...rest];
    }
    return undefined;
  };
  return follow(0, 0, reach.length);
}

function lengthOf(places: readonly Place[]): number {
  return places.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A phrase that is as long as the other is not inside it. */
function isInside(one: Place, other: Place): boolean {
  const isShorter = one.end - one.start < other.end - other.start;
  return isShorter && one.start >= other.start && one.end <= other.end;
}
