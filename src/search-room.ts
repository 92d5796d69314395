import type { CommuneKnowledge, Knowledge } from './knowledge/knowledge.ts';
import { createSearch, type Search } from './search/search.ts';

type Prepared = { knowledge: Knowledge; day: string; search: Search };

/** Keeps one search a commune, rebuilt when the knowledge or the day changes. */
export class SearchRoom {
  readonly #prepared = new Map<string, Prepared>();

  searchFor(knowledge: Knowledge, local: CommuneKnowledge, day: string): Search {
    const { slug } = local.commune;
    const known = this.#prepared.get(slug);
    if (known?.knowledge === knowledge && known.day === day) return known.search;
    const search = createSearch(knowledge, local, day);
    this.#prepared.set(slug, { knowledge, day, search });
    return search;
  }
}
