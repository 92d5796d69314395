import { fold } from '../lib/fold.ts';

/** One word as typed and as compared. */
export type Token = {
  /** Lower case, composed, marks kept. */
  text: string;
  /** Marks stripped: what the index is made of. */
  syllable: string;
  /** Typed by somebody who types marks: a word without them is meant to have none. */
  isExact?: boolean;
  /** Nobody typed it: it was put in for an everyday word that may mean it. */
  isAssumed?: boolean;
};

/** "k.sinh" and "x/nhận": a word that is cut down to its first letter keeps a point, and is no chat word then. */
const CUT_DOWN = /(?<![\p{L}\p{N}])([bcdđghklmnpqrstvx])[./](?=\p{L}{2})/gu;
/** "đ/k" and "x.n": nothing is left but first letters. */
const FIRST_LETTERS =
  /(?<![\p{L}\p{N}])([bcdđghklmnpqrstvx])[./](?=[bcdđghklmnpqrstvx](?!\p{L}))/gu;
const WORD = /\p{L}\.(?=\p{L})|\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu;
const DRAWN_OUT = /(\p{L})\1{2,}/gu; // "điiii" is "đi" said slowly; doubles stay, Telex needs them
const ROMAN = /^[ivx]+$/; // "quý III" is not "quý I" said slowly

/** About two words in three bear marks in Vietnamese; who types half of the words with marks types them all. */
const MARKED_SHARE = 0.5;

/** "hoà", "khoẻ" and "uỷ" are how half of the keyboards write "hòa", "khỏe" and "ủy". The "qu" of "quý" is another sound. */
const LATE_TONE = /o[àáảãạèéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$/;
const [LATE, EARLY] = ['oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ', 'òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy'] as const;
const EARLY_TONES = new Map(pairsIn(LATE).map((late, i) => [late, pairsIn(EARLY)[i] ?? late]));

/** Longest question that is read, in characters; what follows is ignored so that no message can stall the bot. */
export const MAX_QUESTION_LENGTH = 600;

/** Cuts a text into words. Punctuation vanishes, "1.001193" stays whole. */
export function tokenize(text: string): Token[] {
  const composed = text.slice(0, MAX_QUESTION_LENGTH).normalize('NFC').toLowerCase();
  const clean = composed.replace(FIRST_LETTERS, '$1').replace(CUT_DOWN, ' $1.');
  const words = (clean.match(WORD) ?? []).map((word) => known.get(word) ?? learn(word));
  const isExact = words.filter(({ bare }) => isMarked(bare)).length >= words.length * MARKED_SHARE;
  return words.map(({ bare, exact }) => (isExact ? exact : bare));
}

type KnownWord = { bare: Token; exact: Token };

// The catalogue has some hundred thousand words, but only a few thousand different ones.
const known = new Map<string, KnownWord>();
const MOST_KNOWN = 20_000;

function learn(typed: string): KnownWord {
  const bare = token(ROMAN.test(typed) ? typed : typed.replace(DRAWN_OUT, '$1'));
  const word = { bare, exact: { ...bare, isExact: true } };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(typed, word);
  return word;
}

/** A word as a token. */
export function token(typed: string): Token {
  const text = typed.replace(LATE_TONE, (rime) => EARLY_TONES.get(rime) ?? rime);
  return { text, syllable: fold(text) };
}

/** Whether the resident typed marks on this word. */
export function isMarked({ text, syllable }: Token): boolean {
  return text !== syllable;
}

/**
 * Whether a typed word may be this word of ours. Residents often leave marks out, so a bare "tu" may be "tự" or
 * "tử"; where they type marks, "tự" is not "tử" and "gia" is not "giá".
 */
export function agrees(typed: Token, word: Token): boolean {
  if (typed.text === word.text) return true;
  return typed.syllable === word.syllable && !isMarked(typed) && typed.isExact !== true;
}

/** The syllables joined by spaces. */
export function spell(tokens: readonly Token[]): string {
  return tokens.map(({ syllable }) => syllable).join(' ');
}

/** A text cut into pieces of two letters. */
function pairsIn(letters: string): string[] {
  return letters.match(/../gu) ?? [];
}
