import type { Procedure } from '../procedure.ts';
import { comparable } from './plain-text.ts';

const LEAST_WORDS = 3; // "tờ khai" alone is in many names

type Papers = { gone: string[]; added: string[] };

/**
 * The papers that only one of two records names. Editors shorten what the portal writes out at length, so a name
 * that occurs in a longer one counts as the same paper; each name answers for one other only.
 */
export function unmatchedPapers(standing: Procedure, imported: Procedure): Papers {
  let pairs: Papers = { gone: namesIn(standing), added: namesIn(imported) };
  for (const isSame of [isEqual, isBeginning, isPart]) pairs = withoutPairs(pairs, isSame);
  return pairs;
}

function withoutPairs({ gone, added }: Papers, isSame: (a: string, b: string) => boolean): Papers {
  const left = [...added];
  const unmatched = gone.filter((name) => {
    const index = left.findIndex((other) => isSame(words(name), words(other)));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { gone: unmatched, added: left };
}

function isEqual(one: string, other: string): boolean {
  return one === other;
}

function isBeginning(one: string, other: string): boolean {
  const [short, long] = byLength(one, other);
  return isTelling(short) && long.startsWith(short);
}

function isPart(one: string, other: string): boolean {
  const [short, long] = byLength(one, other);
  return isTelling(short) && long.includes(short);
}

function isTelling(name: string): boolean {
  return name.trim().split(' ').length >= LEAST_WORDS;
}

function byLength(one: string, other: string): readonly [short: string, long: string] {
  return one.length <= other.length ? [one, other] : [other, one];
}

function words(name: string): string {
  return ` ${comparable(name)} `;
}

function namesIn({ documents }: Procedure): string[] {
  return [...new Set(documents.flatMap(({ items }) => items).map(({ name }) => name))];
}
