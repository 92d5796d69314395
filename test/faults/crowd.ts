import { setTimeout as sleep } from 'node:timers/promises';
import { randomHexId } from '../../src/simulator/ids.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import { residentEvent } from '../../src/simulator/webhook-events.ts';
import type { OutsideZalo } from './outside-zalo.ts';

const RETRY_MS = 30;
const MOST_WAITING = 300; // residents; at what Zalo lets an app answer, each start begins with some seconds of work left
const QUESTION = ['đăng ký khai sinh'];
const REPORT = [
  'tôi muốn phản ánh',
  'Đường trước nhà văn hóa thôn 3 bị sụt một hố lớn',
  'Lan 0912345678',
  'gửi',
];

/** One resident of the load: what they say, and whether a ticket must come of it. */
export type Person = { resident: Resident; says: readonly string[]; reports: boolean };

/** Residents who write all at once and say again what was not acknowledged, as Zalo does. */
export class Crowd {
  readonly #zalo: OutsideZalo;
  readonly people: Person[] = [];
  /** Ids of the events that the program answered with 200. */
  readonly acknowledged: string[] = [];

  constructor(zalo: OutsideZalo) {
    this.#zalo = zalo;
  }

  /** Goes on until it is stopped; every person who began comes to the end of what they say. */
  async run(atOnce: number, stop: AbortSignal): Promise<void> {
    const line = async () => {
      while (!stop.aborted) {
        if (this.#waiting >= MOST_WAITING) await sleep(RETRY_MS);
        else await this.speak(this.next());
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
  }

  /** How many have had no answer yet. */
  get #waiting(): number {
    return this.people.length - this.#zalo.arrivals.size;
  }

  next(reports = this.people.length % 4 === 3): Person {
    const says = reports ? REPORT : QUESTION;
    const person = { resident: this.#zalo.newResident(), says, reports };
    this.people.push(person);
    return person;
  }

  async speak({ resident, says }: Person): Promise<void> {
    for (const text of says) {
      const id = randomHexId();
      const event = residentEvent(resident, 'user_send_text', { text, msg_id: id });
      while ((await this.#zalo.simulator.push(resident.oaId, event))?.status !== 200) {
        await sleep(RETRY_MS);
      }
      this.acknowledged.push(id);
    }
  }
}
