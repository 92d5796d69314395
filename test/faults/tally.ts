import { setTimeout as sleep } from 'node:timers/promises';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { anEvent } from '../store/samples.ts';
import type { Crowd, Person } from './crowd.ts';
import type { Arrival, OutsideZalo } from './outside-zalo.ts';

// How long before a strike a message may have arrived without being noted, and how long after it this process may
// take to see what the program had sent. A start takes longer, so what comes within it is of the program that died.
const IN_FLIGHT_MS = 1000;
/** The most calls that the program has under way at a time, see `sending/circuits.ts`. */
const SENDS_AT_ONCE = 16;

/**
 * What came of a run. Replies may be doubled only in flight, and only so many; everything below that must be 0. A
 * program that may ask Zalo what has arrived doubles none.
 */
export type Tally = {
  blows: number;
  acknowledged: number;
  repliesThatMayDouble: number;
  repliesDoubledInFlight: number;
  acknowledgedLost: number;
  repliesMissing: number;
  repliesDoubled: number;
  ticketsMissing: number;
  ticketsDoubled: number;
  filesUnreadable: number;
};

/** When a strike began and when it was over. */
export type Blow = { from: number; to: number };

/** How much there is of what must be 0. */
export function harmIn(outcome: Partial<Tally>): number {
  const { acknowledgedLost = 0, repliesMissing = 0, repliesDoubled = 0 } = outcome;
  const { ticketsMissing = 0, ticketsDoubled = 0, filesUnreadable = 0 } = outcome;
  const { repliesDoubledInFlight = 0, repliesThatMayDouble = 0 } = outcome;
  const tooMany = Math.max(0, repliesDoubledInFlight - repliesThatMayDouble);
  const replies = repliesMissing + repliesDoubled + tooMany;
  return acknowledgedLost + replies + ticketsMissing + ticketsDoubled + filesUnreadable;
}

/** Waits until everybody was answered, for so long at most. */
export async function everybodyAnswered(
  people: readonly Person[],
  { arrivals }: OutsideZalo,
  expected: { question: number; report: number },
  longestMs: number,
): Promise<void> {
  const until = performance.now() + longestMs;
  const isAnswered = ({ resident, reports }: Person) =>
    distinct(arrivals.get(resident.userId) ?? []).size >=
    (reports ? expected.report : expected.question);
  while (!people.every(isAnswered) && performance.now() < until) await sleep(50);
}

export type TallySources = {
  crowd: Crowd;
  zalo: OutsideZalo;
  dataFolder: string;
  mayAsk: boolean;
  blows: readonly Blow[];
  expected: { question: number; report: number };
};

/** Looks at what Zalo took and at what the program kept, once it has ended. */
export async function tally(sources: TallySources): Promise<Tally> {
  const { crowd, zalo, mayAsk, blows, expected } = sources;
  const counts = { missing: 0, inFlight: 0, doubled: 0 };
  for (const { resident, reports } of crowd.people) {
    const arrived = zalo.arrivals.get(resident.userId) ?? [];
    const wanted = reports ? expected.report : expected.question;
    counts.missing += Math.max(0, wanted - distinct(arrived).size);
    for (const first of repeated(arrived)) {
      if (wasInFlight(first, blows)) counts.inFlight++;
      else counts.doubled++;
    }
  }
  return {
    blows: blows.length,
    acknowledged: crowd.acknowledged.length,
    repliesThatMayDouble: mayAsk ? 0 : SENDS_AT_ONCE * blows.length,
    repliesDoubledInFlight: counts.inFlight,
    repliesMissing: counts.missing,
    repliesDoubled: counts.doubled,
    ...(await keptBy(sources)),
  };
}

async function keptBy({ crowd, dataFolder }: TallySources) {
  const store = await openLowdbStore(dataFolder);
  const filesUnreadable = store.condition().damages.length; // one that cannot be read at all ends the run
  let acknowledgedLost = 0;
  for (const id of crowd.acknowledged) {
    if ((await store.receive(anEvent(id))) === 'new') acknowledgedLost++;
  }
  const perPerson = crowd.people
    .filter(({ reports }) => reports)
    .map(({ resident }) => store.ticketsOf(resident).length);
  await store.close();
  return {
    acknowledgedLost,
    ticketsMissing: perPerson.filter((count) => count === 0).length,
    ticketsDoubled: perPerson.filter((count) => count > 1).length,
    filesUnreadable,
  };
}

function distinct(arrived: readonly Arrival[]): Set<string> {
  return new Set(arrived.map(({ text }) => text));
}

/** The earlier one of each two arrivals with the same words: nobody in the load says a thing twice. */
function repeated(arrived: readonly Arrival[]): Arrival[] {
  return arrived.filter(({ text }, i) => arrived.slice(i + 1).some((later) => later.text === text));
}

function wasInFlight({ at }: Arrival, blows: readonly Blow[]): boolean {
  return blows.some(({ from, to }) => at > from - IN_FLIGHT_MS && at < to + IN_FLIGHT_MS);
}
