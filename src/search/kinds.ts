import { TALK, type Talk } from '../knowledge/vocabulary.ts';
import type { Sliced } from '../lib/sliced.ts';
import { Evidence, type Trust } from './evidence.ts';
import type { IndexedItem } from './shelf.ts';
import type { Said, WeighedTerms } from './terms.ts';

// Tried on messages of authors whose messages were left out; values near these do about as well.
const OF_KINDS: Trust = { smoothing: 2000, absentShare: 1, leastLength: 0 };

/** So many terms must show what an intent sounds like: a short list of phrases sounds like anything. */
const LEAST_TERMS = 1000;

/** An intent that a message sounds like, and how much likelier that is than that it asks about any matter. */
export type HeardIntent = { intent: string; lead: number };

type Kind = 'matter' | 'unheard' | { intent: string };

/**
 * What kind of thing a message is, whatever it is about: a question about a matter, a report, a cry for help, small
 * talk. A cry may share its words with one procedure ("thuốc trừ cỏ"), and yet nobody asks for a procedure like that.
 */
export class Kinds {
  readonly #evidence: Evidence;
  readonly #kinds: readonly Kind[];

  private constructor(evidence: Evidence, kinds: readonly Kind[]) {
    this.#evidence = evidence;
    this.#kinds = kinds;
  }

  /** `size`: above the number of every term that the items say. */
  static *of(items: readonly IndexedItem[], size: number): Sliced<Kinds> {
    const names = [...new Set(items.map(nameOf))];
    const groups = names.map((name) => items.filter((item) => nameOf(item) === name));
    const documents = groups.map(together);
    const kinds = groups.map(([first], i): Kind => {
      if (first?.item.kind !== 'intent') return 'matter';
      return (documents[i]?.length ?? 0) < LEAST_TERMS ? 'unheard' : { intent: first.item.id };
    });
    return new Kinds(yield* Evidence.of(documents, size, OF_KINDS), kinds);
  }

  /** The intent that a message sounds like more than like any question about a matter; undefined when none does. */
  heardIn(said: WeighedTerms): HeardIntent | undefined {
    const strengths = this.#evidence.strengths(said);
    let likeliest: string | undefined;
    let [ofIntent, ofMatter] = [-Infinity, -Infinity];
    for (const [i, kind] of this.#kinds.entries()) {
      const strength = strengths[i] ?? 0;
      if (kind === 'matter') ofMatter = Math.max(ofMatter, strength);
      else if (kind !== 'unheard' && strength > ofIntent)
        [likeliest, ofIntent] = [kind.intent, strength];
    }
    const lead = ofIntent - ofMatter;
    return likeliest === undefined || lead <= 0 ? undefined : { intent: likeliest, lead };
  }
}

/** The talk that an intent is; undefined for what the commune helps with. */
export function asTalk(intent: string): Talk | undefined {
  return TALK.find((talk) => talk === intent);
}

/** Each intent is a kind of its own. */
function nameOf({ item: { kind, id } }: IndexedItem): string {
  return kind === 'intent' ? id : kind;
}

function together(items: readonly IndexedItem[]): Said {
  const all = new Uint32Array(items.reduce((sum, { said }) => sum + said.length, 0));
  let end = 0;
  for (const { said } of items) {
    all.set(said, end);
    end += said.length;
  }
  return all;
}
