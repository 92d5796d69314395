import type { Fluency } from './fluency.ts';
import type { Token } from './token.ts';

const WIDTH = 5;

/** One way to read a stretch of a message. */
export type Option = {
  words: readonly Token[];
  /** The same as the fluency knows them, where an abbreviation is kept for later. */
  spoken: readonly string[];
  /** How unlikely it is that this is what was typed there. */
  cost: number;
};

/** The options for the words of a message from `start` up to `end`. */
export type Slot = { start: number; end: number; options: readonly Option[] };

export type Way = { words: readonly Token[]; cost: number };

type Path = {
  before: Path | undefined;
  option: Option | undefined;
  last: string | undefined;
  cost: number;
};

/** The likeliest ways through all slots, the best first: at most five, different in their last words. */
export function waysThrough(slots: readonly Slot[], length: number, fluency: Fluency): Way[] {
  const ending: Path[][] = Array.from({ length: length + 1 }, () => []);
  ending[0] = [{ before: undefined, option: undefined, last: undefined, cost: 0 }];
  for (const { start, end, options } of [...slots].sort((a, b) => a.start - b.start)) {
    const paths = (ending[start] ?? []).sort((a, b) => a.cost - b.cost).slice(0, WIDTH);
    ending[start] = paths;
    const ends = ending[end];
    for (const before of paths) {
      for (const option of options) ends?.push(extend(before, option, fluency));
    }
  }
  return (ending[length] ?? [])
    .sort((a, b) => a.cost - b.cost)
    .slice(0, WIDTH)
    .map((path) => ({ words: wordsOf(path), cost: path.cost }));
}

function extend(before: Path, option: Option, fluency: Fluency): Path {
  let { last, cost } = before;
  const [first] = option.spoken;
  if (first !== undefined) cost += fluency.cost(last, first);
  last = option.spoken.at(-1) ?? last;
  return { before, option, last, cost: cost + option.cost };
}

function wordsOf(end: Path): Token[] {
  const parts: (readonly Token[])[] = [];
  for (let path: Path | undefined = end; path !== undefined; path = path.before)
    parts.push(path.option?.words ?? []);
  return parts.reverse().flat();
}
