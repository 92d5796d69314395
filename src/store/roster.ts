import { SerialQueue } from '../lib/serial-queue.ts';
import type { Officer } from '../model/officer.ts';
import type { StaffChange, Store } from './store.ts';

/** What becomes of an officer, and what is kept in the same step. */
export type OfficerChange = { officer: Officer; also?: readonly StaffChange[] };

/** The one writer of officers: each change sees the result of the one before, so that none is lost. */
export class Roster {
  readonly #store: Store;
  readonly #queue = new SerialQueue();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The officers of a commune, those switched off included, by name. */
  of(communeSlug: string): Officer[] {
    return [...this.#store.officers.values()]
      .filter((officer) => officer.communeSlug === communeSlug)
      .sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  }

  /** Logins are unique on the machine. */
  byLogin(login: string): Officer | undefined {
    return [...this.#store.officers.values()].find((officer) => officer.login === login);
  }

  /** Changes one officer, newest version; `undefined` leaves all as it is, and is given back. */
  change(
    id: string,
    change: (officer: Officer) => OfficerChange | undefined,
  ): Promise<Officer | undefined> {
    return this.#inTurn(() => {
      const officer = this.#store.officers.get(id);
      return officer && change(officer);
    });
  }

  /** Adds an officer, or gives undefined when the login is taken. */
  add(officer: Officer, also: readonly StaffChange[] = []): Promise<Officer | undefined> {
    return this.#inTurn(() =>
      this.byLogin(officer.login) === undefined ? { officer, also } : undefined,
    );
  }

  #inTurn(decide: () => OfficerChange | undefined): Promise<Officer | undefined> {
    return this.#queue.run('officers', async () => {
      const decided = decide();
      if (decided === undefined) return undefined;
      const { officer, also = [] } = decided;
      await this.#store.keep([{ table: 'officer', key: officer.id, value: officer }, ...also]);
      return officer;
    });
  }
}
