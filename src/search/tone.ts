const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;
const HOI_NGA = '\u0309\u0303';

/** How unlikely each is; minus a logarithm. */
const COSTS = { none: 0, left: 1.5, blurred: 2, wrong: 3.5 };

/** How unlikely it is that a word is typed with the tone of `typed`, when `meant` is meant, whatever their letters. */
export function toneCost(typed: string, meant: string): number {
  const [tone, wanted] = [toneOf(typed), toneOf(meant)];
  if (tone === wanted) return COSTS.none;
  if (tone === '') return COSTS.left;
  return HOI_NGA.includes(tone) && HOI_NGA.includes(wanted) && wanted !== ''
    ? COSTS.blurred
    : COSTS.wrong;
}

function toneOf(word: string): string {
  return TONES.exec(word.normalize('NFD'))?.[0] ?? '';
}
