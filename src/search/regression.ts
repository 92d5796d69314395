import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import { type ItemKind, itemsOf } from './item.ts';
import type { Search } from './search.ts';
import { tokenize } from './token.ts';

/** A text that must lead to the thing it names. */
export type OwnText = { id: string; kind: ItemKind; title: string; text: string };

const SHARED_WORDS = 2;

/**
 * The names of everything that residents can be told about, and of their everyday words those that new words could
 * draw away: those that share two words and half of their own with one of them.
 */
export function textsAtRisk(
  knowledge: Knowledge,
  here: CommuneKnowledge,
  { day, added }: { day: string; added: readonly string[] },
): OwnText[] {
  const newWords = added.map(syllablesOf);
  return itemsOf(knowledge, here, day)
    .filter(({ kind }) => kind !== 'intent' && kind !== 'plan')
    .flatMap(({ kind, id, title, texts }) =>
      texts
        .filter(({ text }, i) => i === 0 || newWords.some((words) => isNear(text, words)))
        .map(({ text }) => ({ kind, id, title, text })),
    );
}

/**
 * What stands in the way of a text that found its own before: the title that comes first now, or that is as likely,
 * so that the resident would be asked back. Undefined while all is as it was.
 */
export function rivalOf({ id, text }: OwnText, before: Search, after: Search): string | undefined {
  const now = after(text);
  const isFirst = now.hits[0]?.id === id;
  if (isFirst && now.band === 'answer') return undefined;
  const then = before(text);
  if (then.hits[0]?.id !== id) return undefined;
  if (isFirst && then.band !== 'answer') return undefined;
  return now.hits.find((hit) => hit.id !== id)?.title ?? '';
}

function isNear(text: string, words: ReadonlySet<string>): boolean {
  const own = syllablesOf(text);
  const shared = [...own].filter((word) => words.has(word)).length;
  return shared >= Math.min(SHARED_WORDS, own.size) && shared * 2 >= own.size;
}

function syllablesOf(text: string): Set<string> {
  return new Set(tokenize(text).map(({ syllable }) => syllable));
}
