import type { CommuneKnowledge, Knowledge } from './knowledge/knowledge.ts';
import { atOnce, type Sliced, unhurried } from './lib/sliced.ts';
import { isAlikeOn } from './search/item.ts';
import { createSearches, type Search, type SearchOf } from './search/search.ts';

/** The searches of one knowledge, with what is in force on a day. */
type Shelved = {
  knowledge: Knowledge;
  day: string;
  searchOf: SearchOf;
  byCommune: Map<string, Search>;
};

/** Keeps one search a commune. They are built anew when the knowledge changes, or with the day what is in force. */
export class SearchRoom {
  #current: Shelved | undefined;
  #next: Shelved | undefined;

  /** Builds the searches of a knowledge that is about to be used, without holding up anybody. */
  async prepare(knowledge: Knowledge, day: string): Promise<void> {
    this.#next = await unhurried(shelve(knowledge, day));
  }

  /** The search of a commune. What was not prepared is built here and now. */
  searchFor(knowledge: Knowledge, local: CommuneKnowledge, day: string): Search {
    const shelved = [this.#current, this.#next].find(
      (one) => one?.knowledge === knowledge && isStillSo(one, day),
    );
    this.#current = shelved ?? atOnce(shelve(knowledge, day));
    return searchIn(this.#current, local);
  }
}

function* shelve(knowledge: Knowledge, day: string): Sliced<Shelved> {
  const searchOf = yield* createSearches(knowledge, day);
  const shelved = { knowledge, day, searchOf, byCommune: new Map<string, Search>() };
  for (const local of knowledge.communes.values()) {
    yield;
    searchIn(shelved, local);
  }
  return shelved;
}

function isStillSo(shelved: Shelved, day: string): boolean {
  if (shelved.day === day) return true;
  if (!isAlikeOn(shelved.knowledge, shelved.day, day)) return false;
  shelved.day = day;
  return true;
}

function searchIn({ byCommune, searchOf }: Shelved, local: CommuneKnowledge): Search {
  const { slug } = local.commune;
  const search = byCommune.get(slug) ?? searchOf(local);
  byCommune.set(slug, search);
  return search;
}
