import { fold } from '../lib/fold.ts';

/** One word as typed and as compared. */
export type Token = {
  /** Lower case, composed, marks kept. */
  text: string;
  /** Marks stripped: what the index is made of. */
  syllable: string;
};

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu;
const DRAWN_OUT = /(\p{L})\1{2,}/gu; // "điiii" is "đi" said slowly; doubles stay, Telex needs them

/** Longest question that is read, in characters; what follows is ignored so that no message can stall the bot. */
export const MAX_QUESTION_LENGTH = 600;

/** Cuts a text into words. Punctuation vanishes, "1.001193" stays whole. */
export function tokenize(text: string): Token[] {
  const clean = text.slice(0, MAX_QUESTION_LENGTH).normalize('NFC').toLowerCase();
  const words = clean.replace(DRAWN_OUT, '$1').match(WORD) ?? [];
  return words.map(token);
}

/** A word as a token. */
export function token(text: string): Token {
  return { text, syllable: fold(text) };
}

/** Whether the resident typed marks on this word. */
export function isMarked({ text, syllable }: Token): boolean {
  return text !== syllable;
}

/**
 * Whether a typed word may be this word of ours. Marks are compared only where both have them, because
 * residents often leave them out; where they typed them, "tự" is not "tử".
 */
export function agrees(typed: Token, word: Token): boolean {
  if (typed.syllable !== word.syllable) return false;
  return !isMarked(typed) || typed.text === word.text;
}

/** The syllables joined by spaces. */
export function spell(tokens: readonly Token[]): string {
  return tokens.map(({ syllable }) => syllable).join(' ');
}
