import { conversationKey } from '../model/conversation.ts';
import type { OutboxEntry } from '../store/store.ts';

/** The messages of one conversation, in the order in which they must arrive. */
export type Lane = {
  key: string;
  appId: string;
  messages: OutboxEntry[];
};

type Ready = { urgent: Set<Lane>; usual: Set<Lane> };

/**
 * The messages that wait, by conversation. A lane is ready, or waits until its first message is due, or is in the
 * hands of whoever took it. A waiting message costs no timer and no closure, however many there are.
 */
export class Lanes {
  readonly #byKey = new Map<string, Lane>();
  readonly #ready = new Map<string, Ready>();
  readonly #later = new Map<Lane, number>();
  /** Ids of all messages here: none may be taken on twice. */
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  /** Puts a message behind those of its conversation. Gives the lane when it has become its first. */
  add(message: OutboxEntry, appId: string): Lane | undefined {
    if (this.#ids.has(message.id)) return undefined;
    this.#ids.add(message.id);
    const key = conversationKey(message);
    const lane = this.#byKey.get(key);
    if (lane === undefined) {
      const made = { key, appId, messages: [message] };
      this.#byKey.set(key, made);
      return made;
    }
    lane.messages.push(message);
    if (message.urgent === true) this.#promote(lane);
    return undefined;
  }

  /** Gives a lane back after its first message was dealt with; true when more messages wait in it. */
  drop(lane: Lane): boolean {
    const done = lane.messages.shift();
    if (done !== undefined) this.#ids.delete(done.id);
    if (lane.messages.length > 0) return true;
    this.#byKey.delete(lane.key);
    return false;
  }

  /** The lane may be taken from `dueAt` on; `now` is of the same measure. */
  schedule(lane: Lane, dueAt: number, now: number): void {
    if (dueAt > now) this.#later.set(lane, dueAt);
    else this.#makeReady(lane);
  }

  /** Takes the lane whose turn it is. Receipts of reports go first, else whoever has waited longest. */
  take(appId: string): Lane | undefined {
    const ready = this.#ready.get(appId);
    const from = ready?.urgent.size === 0 ? ready.usual : ready?.urgent;
    const [lane] = from ?? [];
    if (lane !== undefined) from?.delete(lane);
    return lane;
  }

  hasReady(appId: string): boolean {
    const ready = this.#ready.get(appId);
    return ready !== undefined && ready.urgent.size + ready.usual.size > 0;
  }

  get appIds(): Iterable<string> {
    return this.#ready.keys();
  }

  /** Makes ready what is due. Gives when the next lane will be, undefined when none waits. */
  wake(now: number): number | undefined {
    let next: number | undefined;
    for (const [lane, dueAt] of this.#later) {
      if (dueAt <= now) {
        this.#later.delete(lane);
        this.#makeReady(lane);
      } else next = Math.min(next ?? dueAt, dueAt);
    }
    return next;
  }

  /** Makes every waiting lane ready now. */
  wakeAll(): void {
    this.wake(Infinity);
  }

  #makeReady(lane: Lane): void {
    const ready = this.#ready.get(lane.appId) ?? {
      urgent: new Set<Lane>(),
      usual: new Set<Lane>(),
    };
    this.#ready.set(lane.appId, ready);
    const isUrgent = lane.messages.some(({ urgent }) => urgent === true);
    (isUrgent ? ready.urgent : ready.usual).add(lane);
  }

  #promote(lane: Lane): void {
    const ready = this.#ready.get(lane.appId);
    if (ready?.usual.delete(lane) === true) ready.urgent.add(lane);
  }
}
