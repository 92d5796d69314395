import { setImmediate } from 'node:timers/promises';
import type { CommuneKnowledge, Knowledge } from './knowledge/knowledge.ts';
import { learn, type Learned, learnUnhurried } from './search/learned.ts';
import { createSearches, lessonsOf, type Search, type SearchOf } from './search/search.ts';

/**
 * Keeps one search a commune, rebuilt when the knowledge or the day changes. Changed knowledge is searched at once with
 * what was learned of the old; meanwhile it is learned anew, without holding up anybody.
 */
export class SearchRoom {
  readonly #prepared = new Map<string, Search>();
  #knowledge: Knowledge | undefined;
  #day = '';
  #learned: Learned | undefined;
  #searchOf: SearchOf | undefined;

  searchFor(knowledge: Knowledge, local: CommuneKnowledge, day: string): Search {
    if (knowledge !== this.#knowledge || day !== this.#day) this.#change(knowledge, day);
    this.#learned ??= learn(lessonsOf(knowledge, day));
    this.#searchOf ??= createSearches(knowledge, this.#learned);
    const { slug } = local.commune;
    const search = this.#prepared.get(slug) ?? this.#searchOf(local, day);
    this.#prepared.set(slug, search);
    return search;
  }

  #change(knowledge: Knowledge, day: string): void {
    const isOther = knowledge !== this.#knowledge;
    [this.#knowledge, this.#day] = [knowledge, day];
    this.#forgetSearches();
    if (isOther && this.#learned !== undefined) void this.#learnAnew(knowledge, day);
  }

  async #learnAnew(knowledge: Knowledge, day: string): Promise<void> {
    const learned = await learnUnhurried(lessonsOf(knowledge, day), setImmediate);
    if (knowledge !== this.#knowledge) return; // changed once more meanwhile
    this.#learned = learned;
    this.#forgetSearches();
  }

  #forgetSearches(): void {
    this.#searchOf = undefined;
    this.#prepared.clear();
  }
}
