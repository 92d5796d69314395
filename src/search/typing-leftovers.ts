import { isSyllable } from './syllable.ts';

const TELEX_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/dd/g, 'd'],
  [/aa/g, 'a'],
  [/ee/g, 'e'],
  [/oo/g, 'o'],
  [/([aou])w/g, '$1'],
  [/w/g, 'u'],
];
const TELEX_TONE = /^([^aeiouy]*[aeiouy].*?)[sfrxj]/;
const VNI_DIGITS = /[1-9]/g;

/**
 * Reads a word whose Telex or VNI keys were not turned into marks ("ddawng", "nhaanj", "d9a8ng").
 * Gives the folded syllable, or undefined when the letters are no such leftover.
 */
export function decodeTyping(folded: string): string | undefined {
  if (folded.length > 10) return undefined;
  return decodeVni(folded) ?? decodeTelex(folded);
}

function decodeVni(folded: string): string | undefined {
  if (!/^[a-z]/.test(folded) || !/[1-9]/.test(folded)) return undefined;
  const plain = folded.replace(VNI_DIGITS, '');
  return isSyllable(plain) ? plain : undefined;
}

function decodeTelex(folded: string): string | undefined {
  const toneless = folded.replace(TELEX_TONE, '$1');
  for (const candidate of [folded, toneless, stripLastTone(folded)]) {
    const plain = TELEX_PAIRS.reduce(
      (word, [keys, letter]) => word.replace(keys, letter),
      candidate,
    );
    if (plain !== folded && isSyllable(plain)) return plain;
  }
  return undefined;
}

/** "nhaatj": the tone key stands at the end, after a final consonant that looks like one. */
function stripLastTone(folded: string): string {
  return folded.replace(/[sfrxj]$/, '');
}
