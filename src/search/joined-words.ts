import type { Lexicon } from './lexicon.ts';
import { isSyllable } from './syllable.ts';

const LONGEST_SYLLABLE = 7; // "nghieng"
const LONGEST_RUN = 80; // longer runs are noise, not a question
const UNKNOWN_COST = 9;

type Best = { cost: number; words: readonly string[] };

/** Cuts "dangkykhaisinh" into the likeliest words of the catalogue, or gives undefined when it cannot. */
export function splitJoined(folded: string, lexicon: Lexicon): string[] | undefined {
  if (folded.length < 4 || folded.length > LONGEST_RUN || !/^[a-z]+$/.test(folded))
    return undefined;
  const best: (Best | undefined)[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= folded.length; end++)
    best[end] = cheapestEndingAt(end, folded, { best, lexicon });
  const words = best[folded.length]?.words;
  if (words === undefined || words.length < 2) return undefined;
  return words.every((word) => lexicon.knows(word)) ? [...words] : undefined;
}

type Progress = { best: readonly (Best | undefined)[]; lexicon: Lexicon };

function cheapestEndingAt(
  end: number,
  folded: string,
  { best, lexicon }: Progress,
): Best | undefined {
  let cheapest: Best | undefined;
  for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
    const before = best[start];
    const word = folded.slice(start, end);
    if (before === undefined || !isSyllable(word)) continue;
    const cost = before.cost + costOf(word, before.words.at(-1), lexicon);
    if (cheapest === undefined || cost < cheapest.cost)
      cheapest = { cost, words: [...before.words, word] };
  }
  return cheapest;
}

function costOf(word: string, previous: string | undefined, lexicon: Lexicon): number {
  const documents = lexicon.documentCount(word);
  const alone = documents === 0 ? UNKNOWN_COST : 4 + 1 / documents;
  if (previous === undefined) return alone;
  return lexicon.pairCount(previous, word) > 0 ? alone - 2 : alone;
}
