import { randomInt } from 'node:crypto';
import { randomUserId } from './ids.ts';

/** An invented person as one official account knows them. */
export type Resident = {
  oaId: string;
  userId: string;
  /** The same person's id for the app. */
  appUserId: string;
  name: string;
  isFollower: boolean;
  hasBlocked: boolean;
  /** Undefined until the first message, follow or tap. Opens the window in which the OA may write. */
  lastInteractionAt: Date | undefined;
};

const MOST_RESIDENTS = 2000; // an open demo must not grow for ever
const FAMILY_NAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Võ'] as const;
const GIVEN_NAMES = ['Thị Hoa', 'Văn Nam', 'Thu Hà', 'Minh Tuấn', 'Thị Lan', 'Đức Anh'] as const;

/** The people of the simulator; the oldest are forgotten. */
export class Residents {
  readonly #byKey = new Map<string, Resident>();

  find(oaId: string, userId: string): Resident | undefined {
    return this.#byKey.get(residentKey(oaId, userId));
  }

  /** The resident with this id, invented if need be: a page may outlive a restart of the program. */
  meet(oaId: string, userId: string = randomUserId()): Resident {
    const known = this.find(oaId, userId);
    if (known !== undefined) return known;
    const resident = {
      oaId,
      userId,
      appUserId: randomUserId(),
      name: `${pick(FAMILY_NAMES)} ${pick(GIVEN_NAMES)}`,
      isFollower: false,
      hasBlocked: false,
      lastInteractionAt: undefined,
    };
    this.#byKey.set(residentKey(oaId, userId), resident);
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size > MOST_RESIDENTS && oldest !== undefined) this.#byKey.delete(oldest);
    return resident;
  }
}

/** One name for a resident of an account, in maps and streams. */
export function residentKey(oaId: string, userId: string): string {
  return `${oaId}/${userId}`;
}

function pick(names: readonly string[]): string {
  return names[randomInt(names.length)] ?? '';
}
