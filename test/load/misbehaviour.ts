import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '../../src/server.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import type { Switches } from '../../src/simulator/switches.ts';

const SETTLE_MS = 60_000;

/** The program with the simulated Zalo in it. */
export type Stage = Pick<RunningServer, 'store' | 'delivery' | 'idle'> & { simulator: Simulator };

/** A way in which Zalo goes wrong. */
export type Misbehaviour = { name: string; switches: Partial<Switches> };

const ALWAYS = 100_000;
const BACK_TO_NORMAL: Partial<Switches> = { failNext: 0, loseAnswers: 0 };

/** All of them; a hanging Zalo takes longest, for each call waits ten seconds. */
export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  { name: 'HTTP 500', switches: { failNext: ALWAYS, failHow: 'http-500' } },
  { name: 'too many calls (-32)', switches: { failNext: ALWAYS, failHow: 'code', failCode: -32 } },
  {
    name: 'tokens refused (-216)',
    switches: { failNext: ALWAYS, failHow: 'code', failCode: -216 },
  },
  { name: 'messages taken, answers lost', switches: { loseAnswers: 6 } },
  { name: 'connections cut', switches: { failNext: ALWAYS, failHow: 'drop' } },
  {
    name: 'tokens expired (-220)',
    switches: { failNext: ALWAYS, failHow: 'code', failCode: -220 },
  },
  {
    name: 'sending failed (-200)',
    switches: { failNext: ALWAYS, failHow: 'code', failCode: -200 },
  },
  { name: 'calls left hanging', switches: { failNext: ALWAYS, failHow: 'hang' } },
];

/** What came of it: each resident's answers, beside how many there should be. */
export type Aftermath = {
  expected: number;
  arrived: number;
  doubled: number;
  outOfOrder: number;
  failed: number;
};

/** So many residents write twice while Zalo misbehaves; then it is left alone until all has settled. */
export async function play(
  { simulator, store, delivery, idle }: Stage,
  { switches }: Misbehaviour,
  { residents, outageMs }: { residents: readonly Resident[]; outageMs: number },
): Promise<Aftermath> {
  const before = store.failedMessages().length;
  const seen = residents.map((one) => fromOa(simulator, one).length);
  Object.assign(simulator.switches, switches);
  for (const resident of residents) {
    await simulator.phone.say(resident, `đăng ký khai sinh`);
    await simulator.phone.say(resident, 'giờ làm việc');
  }
  await sleep(outageMs);
  Object.assign(simulator.switches, BACK_TO_NORMAL);
  await Promise.race([idle(), sleep(SETTLE_MS, undefined, { ref: false })]);
  const texts = residents.map((one, i) => fromOa(simulator, one).slice(seen[i]));
  const doubled = texts.map((all) => all.length - new Set(all).size);
  const [pattern = []] = texts;
  return {
    expected: residents.length * pattern.length,
    arrived: sum(texts.map(({ length }) => length)) - sum(doubled),
    doubled: sum(doubled),
    outOfOrder: texts.filter((all) => all.join('\n') !== pattern.join('\n')).length,
    failed: store.failedMessages().length - before + delivery.depth,
  };
}

function fromOa(simulator: Simulator, resident: Resident): string[] {
  return simulator
    .messagesOf(resident)
    .filter(({ from }) => from === 'oa')
    .map(({ text }) => text);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
