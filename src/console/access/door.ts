import { hashId } from '../../lib/hash-id.ts';
import type { Log } from '../../lib/log.ts';
import { SerialQueue } from '../../lib/serial-queue.ts';
import type { Officer } from '../../model/officer.ts';
import type { Store } from '../../store/store.ts';
import { auditChange } from '../audit.ts';
import { afterFailure, type Failures, FailureBook, isLocked } from './lockout.ts';
import { isPassword, type PasswordCost } from './password.ts';
import type { Roster } from '../../store/roster.ts';
import { endSessions, isAlive, openSession } from './sessions.ts';

const TRIES_PER_ADDRESS = 20; // a whole office may share one

export type Knock = { login: string; password: string; address: string; now: Date };

/** `lockedUntil` is set when no password would be heard now. Nothing else tells one refusal from another. */
export type Admission =
  { admitted: true; token: string } | { admitted: false; lockedUntil: Date | undefined };

type Try = { officer: Officer | undefined; isRight: boolean; lockedUntil: Date | undefined };

type DoorOptions = {
  store: Store;
  roster: Roster;
  log: Log;
  /** What refusing a login that nobody has costs: as much as a wrong password. Tests hand in a cheap one. */
  passwordCost?: PasswordCost;
};

/** Decides who comes in. Answers unknown logins like wrong passwords, in words and in time. */
export class Door {
  readonly #options: DoorOptions;
  /** One try at a time for each login, so that a hundred at once count as a hundred. */
  readonly #queue = new SerialQueue();
  readonly #addresses = new FailureBook(TRIES_PER_ADDRESS);
  readonly #strangers = new FailureBook();

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  admit(knock: Knock): Promise<Admission> {
    const login = knock.login.toLowerCase();
    return this.#queue.run(login, () => this.#admit({ ...knock, login }));
  }

  /** Whether this is the password of somebody already signed in. Wrong ones count as at the door. */
  isTheirs({ login, ...rest }: Knock): Promise<boolean> {
    return this.#queue.run(login, async () => {
      const { isRight } = await this.#try({ login, ...rest });
      return isRight;
    });
  }

  async #admit(knock: Knock): Promise<Admission> {
    const { officer, isRight, lockedUntil } = await this.#try(knock);
    if (officer === undefined || !isRight) return { admitted: false, lockedUntil };
    const token = await this.#letIn(officer.id, knock.now);
    if (token === undefined) return { admitted: false, lockedUntil: undefined };
    this.#addresses.clear(knock.address);
    return { admitted: true, token };
  }

  async #try({ login, password, address, now }: Knock): Promise<Try> {
    const officer = this.#options.roster.byLogin(login);
    const own: Failures = officer ?? this.#strangers.of(login);
    const locked = [own, this.#addresses.of(address)].find((one) => isLocked(one, now));
    if (locked !== undefined) return { officer, isRight: false, lockedUntil: locked.lockedUntil };
    const isRight = await isPassword(password, officer?.passwordHash, this.#options.passwordCost);
    if (isRight && officer?.active === true) return { officer, isRight, lockedUntil: undefined };
    this.#addresses.add(address, now);
    this.#options.log.warn({ address: hashId(address) }, 'sign-in refused');
    if (officer === undefined) this.#strangers.add(login, now);
    else await this.#noteFailure(officer.id, now);
    return { officer, isRight: false, lockedUntil: afterFailure(own, now).lockedUntil };
  }

  /** The token of the new session; undefined for an officer who was switched off. */
  async #letIn(id: string, now: Date): Promise<string | undefined> {
    const { store, roster } = this.#options;
    let token: string | undefined;
    await roster.change(id, (officer) => {
      if (!officer.active) return undefined;
      const session = openSession(officer, now);
      token = session.token;
      const also = [
        ...endSessions(store, (signIn) => !isAlive(signIn, now)),
        session.change,
        auditChange({ officer, now }, { act: 'sign-in', subject: officer.login }),
      ];
      return { officer: { ...officer, failures: 0, lockedUntil: undefined }, also };
    });
    return token;
  }

  async #noteFailure(id: string, now: Date): Promise<void> {
    await this.#options.roster.change(id, (officer) => {
      const next = afterFailure(officer, now);
      const after = `${next.failures} lần sai liên tiếp`;
      const deed = { act: 'sign-in.refused', subject: officer.login, after };
      return { officer: { ...officer, ...next }, also: [auditChange({ officer, now }, deed)] };
    });
  }
}
