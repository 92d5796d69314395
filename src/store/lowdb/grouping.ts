import type { Table } from './table.ts';

/**
 * The records of a table by some word of theirs, kept in step with it, so that asking for a few costs no look at all.
 * A record without the word is in no group.
 */
export class Grouping<T> {
  readonly #groups = new Map<string, Set<string>>();
  readonly #table: Table<T>;

  constructor(
    table: Table<T>,
    { key, group }: { key: (record: T) => string; group: (record: T) => string | undefined },
  ) {
    this.#table = table;
    const enter = (record: T | undefined) => {
      const name = record && group(record);
      if (record !== undefined && name !== undefined) this.#membersOf(name).add(key(record));
    };
    const leave = (record: T | undefined) => {
      const name = record && group(record);
      if (record !== undefined && name !== undefined) this.#drop(name, key(record));
    };
    for (const record of table.values()) enter(record);
    table.listen((before, after) => {
      // One that stays keeps its place: the order within a group is the order of coming.
      const stays = before !== undefined && after !== undefined && group(before) === group(after);
      if (stays) return;
      leave(before);
      enter(after);
    });
  }

  of(name: string): T[] {
    return [...(this.#groups.get(name) ?? [])].flatMap((key) => this.#table.get(key) ?? []);
  }

  #membersOf(name: string): Set<string> {
    const members = this.#groups.get(name) ?? new Set<string>();
    this.#groups.set(name, members);
    return members;
  }

  #drop(name: string, key: string): void {
    const members = this.#groups.get(name);
    members?.delete(key);
    if (members?.size === 0) this.#groups.delete(name);
  }
}
