import type { CommuneKnowledge, Knowledge } from './knowledge/knowledge.ts';
import { createSearches, type Search, type SearchOf } from './search/search.ts';

/** Keeps one search a commune, rebuilt when the knowledge or the day changes. */
export class SearchRoom {
  readonly #prepared = new Map<string, Search>();
  #knowledge: Knowledge | undefined;
  #day = '';
  #searchOf: SearchOf | undefined;

  searchFor(knowledge: Knowledge, local: CommuneKnowledge, day: string): Search {
    if (knowledge !== this.#knowledge || day !== this.#day) {
      this.#searchOf = undefined;
      this.#prepared.clear();
    }
    [this.#knowledge, this.#day] = [knowledge, day];
    this.#searchOf ??= createSearches(knowledge);
    const { slug } = local.commune;
    const search = this.#prepared.get(slug) ?? this.#searchOf(local, day);
    this.#prepared.set(slug, search);
    return search;
  }
}
