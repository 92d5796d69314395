import type { Here } from '../../src/bot/turn.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { atOnce } from '../../src/lib/sliced.ts';
import { createSearches, type SearchOf } from '../../src/search/search.ts';
import { TODAY } from './build.ts';

/** The knowledge that the program is delivered with, read once a test file. */
export const { knowledge: realKnowledge } = await loadKnowledge('knowledge');

const searches = new Map<string, SearchOf>();
const prepared = new Map<string, Here>();

/** One of the real communes on a day, with the real knowledge. */
export function realHere(slug = 'nam-dan', day = TODAY): Here {
  const key = `${slug} ${day}`;
  const here = prepared.get(key) ?? prepare(slug, day);
  prepared.set(key, here);
  return here;
}

function prepare(slug: string, day: string): Here {
  const local = realKnowledge.communes.get(slug);
  if (local === undefined) throw new Error(`no commune ${slug}`);
  const searchOf = searches.get(day) ?? atOnce(createSearches(realKnowledge, day));
  searches.set(day, searchOf);
  const search = searchOf(local);
  const publicUrl = undefined;
  return { knowledge: realKnowledge, local, search, day, publicUrl, officerMinutes: 60 };
}
