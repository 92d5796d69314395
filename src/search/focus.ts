import { type Token, tokenize } from './token.ts';

const STORY_WORDS = 11; // a shorter message is all focus
const LEAST_WORDS = 2;
const WISH =
  /(?:^|[\s,.;!?])(?:muốn|muon|cần|can|xin|định|dinh|tính|tinh|nhờ|nho|mong|giờ|gio|nay)\s+([^.,;!?\n]+)/giu;

/**
 * In a story only a clause says what is wanted: "bố mới mất, giờ muốn đưa tên mẹ lên làm chủ hộ". Gives the words after
 * the last wish, or undefined when the message is short or wishes for nothing.
 */
export function wishIn(question: string, typed: readonly Token[]): Token[] | undefined {
  if (typed.length < STORY_WORDS) return undefined;
  const wishes = [...question.matchAll(WISH)].map(([, wish = '']) => tokenize(wish));
  return wishes.filter((words) => words.length >= LEAST_WORDS).at(-1);
}

const SENTENCE = /[^.?!…\n]+[.?!…]*/gu;

/** The last sentence of several that ends in a question mark: what a story asks about; undefined when there is none. */
export function questionIn(message: string): Token[] | undefined {
  const sentences = (message.match(SENTENCE) ?? []).filter((one) => one.trim() !== '');
  const asked = sentences.length < 2 ? undefined : sentences.findLast((one) => one.includes('?'));
  return asked === undefined ? undefined : tokenize(asked);
}
