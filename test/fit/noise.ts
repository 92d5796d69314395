import { fold } from '../../src/lib/fold.ts';

/** A number from 0 up to 1, the next of a row that is the same in every run. */
export type Random = () => number;

/** Random numbers that repeat from run to run (mulberry32), so that a fit can be repeated. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The text as typed without marks. */
export function withoutMarks(text: string): string {
  return fold(text);
}

/** The text with a slip of the finger: a letter left out, doubled, or swapped with the next. */
export function withSlip(text: string, random: Random): string {
  const letters = Array.from(text);
  const places = letters.flatMap((letter, i) => (/\p{L}/u.test(letter) ? [i] : []));
  const at = places[Math.floor(random() * places.length)] ?? 0;
  const [letter = '', next = ''] = letters.slice(at);
  const slips = [[], [letter, letter], [next, letter]];
  const slip = Math.floor(random() * slips.length);
  letters.splice(at, slip === 2 ? 2 : 1, ...(slips[slip] ?? []));
  return letters.join('');
}

const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/\btr/u, 'ch'],
  [/\bch/u, 'tr'],
  [/\bs/u, 'x'],
  [/\bx/u, 's'],
  [/\bgi/u, 'd'],
  [/\br/u, 'd'],
  [/nh\b/u, 'n'],
  [/ng\b/u, 'n'],
  [/c\b/u, 't'],
];

/** The text as it is heard where two sounds are one: "trứng thực", "khai xinh". */
export function misheard(text: string, random: Random): string {
  const fitting = CONFUSED.filter(([sound]) => sound.test(text));
  const [sound, letters] = fitting[Math.floor(random() * fitting.length)] ?? [/^/u, ''];
  return text.replace(sound, letters);
}
