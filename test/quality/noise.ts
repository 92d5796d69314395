import { seeded, withoutMarks, withSlip } from '../fit/noise.ts';
import type { Case } from './question-sets.ts';

/** How each mark is typed, by its combining character: in the word for shapes, at its end for tones. */
type Keys = { shapes: Readonly<Record<string, string>>; tones: Readonly<Record<string, string>> };

const TELEX: Keys = {
  shapes: { '\u0302': '^', '\u0306': 'w', '\u031b': 'w', đ: 'dd' },
  tones: { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
};
const VNI: Keys = {
  shapes: { '\u0302': '6', '\u0306': '8', '\u031b': '7', đ: 'd9' },
  tones: { '\u0300': '2', '\u0301': '1', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
};
const DOUBLED = /(\p{L})\^/gu; // in Telex "â" is the letter typed twice

/** What fingers and keyboards do to a text that is meant well; the same text always becomes the same. */
const NOISES: Readonly<Record<string, (text: string) => string>> = {
  'no-marks': withoutMarks,
  slip: (text) => withSlip(text, seeded(text.length)),
  'all-telex': (text) => asKeys(text, TELEX),
  'all-vni': (text) => asKeys(text, VNI),
  'all-joined': (text) => withoutMarks(text).replace(/[^\p{L}\p{N}]/gu, ''),
};

/** The official names once more with each kind of noise, as sets of their own. */
export function noisyCases(cases: readonly Case[]): Case[] {
  const official = cases.filter(({ set }) => set === 'official');
  return Object.entries(NOISES).flatMap(([set, spoil]) =>
    official.map((one) => ({
      ...one,
      set,
      turns: one.turns.map((turn) => ({ ...turn, question: spoil(turn.question) })),
    })),
  );
}

/** The keys that were pressed for a text, when the keyboard did not turn them into marks. */
function asKeys(text: string, { shapes, tones }: Keys): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const letters = Array.from(word.normalize('NFD'));
    const tone = letters.map((letter) => tones[letter] ?? '').join('');
    const body = letters
      .filter((letter) => tones[letter] === undefined)
      .map((letter) => shapes[letter] ?? letter)
      .join('');
    return body.replace(DOUBLED, '$1$1') + tone;
  });
}
