import { isSyllable } from './syllable.ts';

const LONGEST_PIECE = 8; // "nghieng", "gcnqsdd"
const LONGEST_RUN = 240; // longer runs are noise, not a question
const SHORT_FORM_COST = 3; // "gplx" is a piece, but "gp" begins many words
const DIGITS_COST = 2;

export type Best = { cost: number; words: readonly string[] };

/** What is known of words that may have been joined. */
export type Pieces = {
  fluency: {
    knows: (word: string) => boolean;
    cost: (previous: string | undefined, word: string) => number;
  };
  /** What an abbreviation stands for first. */
  meaningOf: (short: string) => readonly string[] | undefined;
};

/** Cuts "dangkykhaisinh" into the likeliest words and listed abbreviations, or gives undefined when it cannot. */
export function splitJoined(folded: string, pieces: Pieces): Best | undefined {
  if (folded.length < 4 || folded.length > LONGEST_RUN || !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(folded))
    return undefined;
  const best: (Best | undefined)[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= folded.length; end++)
    best[end] = cheapestEndingAt(end, folded, { best, pieces });
  const whole = best[folded.length];
  return whole === undefined || whole.words.length < 2 ? undefined : whole;
}

type Progress = { best: readonly (Best | undefined)[]; pieces: Pieces };

function cheapestEndingAt(
  end: number,
  folded: string,
  { best, pieces }: Progress,
): Best | undefined {
  let cheapest: Best | undefined;
  for (let start = Math.max(0, end - LONGEST_PIECE); start < end; start++) {
    const before = best[start];
    const word = folded.slice(start, end);
    if (before === undefined) continue;
    const cost = before.cost + costOf(word, before.words.at(-1), pieces);
    if (cost < (cheapest?.cost ?? Infinity)) cheapest = { cost, words: [...before.words, word] };
  }
  return cheapest;
}

function costOf(
  word: string,
  previous: string | undefined,
  { fluency, meaningOf }: Pieces,
): number {
  if (/^[0-9]+$/.test(word)) return DIGITS_COST + (/[0-9]$/.test(previous ?? '') ? Infinity : 0);
  const last = previous === undefined ? undefined : (meaningOf(previous)?.at(-1) ?? previous);
  const meaning = meaningOf(word);
  if (meaning !== undefined) {
    return (
      SHORT_FORM_COST + Math.max(0, 8 - 2 * word.length) + fluency.cost(last, meaning[0] ?? '')
    );
  }
  if (!fluency.knows(word)) return Infinity;
  return isSyllable(word) || word.length > 3 ? fluency.cost(last, word) : Infinity;
}
