import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type Log, silentLog } from '../../src/lib/log.ts';
import type { OaAccount } from '../../src/model/oa-account.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { temporaryFolder } from './temporary-folder.ts';

export { temporaryFolder };

type ProgramSettings = { settings?: Record<string, string>; log?: Log; dataFolder?: string };

/** The whole program on a free port, with real knowledge and the simulated Zalo. Stopped when the test ends. */
export async function startProgram(options: ProgramSettings = {}): Promise<Program> {
  const { settings = {}, log = silentLog } = options;
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const config = loadConfig({ PORT: '0', DATA_DIR: dataFolder, SIMULATOR: 'on', ...settings });
  const server = await startServer(config, { clock: systemClock, log, random: () => 0.5 });
  let isRunning = true;
  const stop = async () => {
    if (isRunning) await server.stop();
    isRunning = false;
  };
  onTestFinished(stop);
  if (server.simulator === undefined) throw new Error('the tests need the simulator');
  return { ...server, stop, dataFolder, simulator: server.simulator };
}

export type Program = RunningServer & { simulator: Simulator; dataFolder: string };

/** The simulated account of a commune. */
export function accountOf({ simulator }: Program, communeSlug: string): OaAccount {
  const account = simulator.accounts.find((one) => one.communeSlug === communeSlug);
  if (account === undefined) throw new Error(`no account for ${communeSlug}`);
  return account;
}

/** Someone who has never written to the commune before. */
export function newResident(program: Program, communeSlug = 'nam-dan'): Resident {
  return program.simulator.residents.meet(accountOf(program, communeSlug).oaId);
}

/** Says something on Zalo and gives the texts that come back, once everything has settled. */
export async function ask(program: Program, resident: Resident, text: string): Promise<string[]> {
  const before = sentTo(program, resident).length;
  await program.simulator.phone.say(resident, text);
  await program.idle();
  return sentTo(program, resident).slice(before);
}

/** Every text that Zalo has accepted for a resident, in order. */
export function sentTo({ simulator }: Pick<Program, 'simulator'>, { userId }: Resident): string[] {
  return simulator.log.api
    .filter((call) => call.path.endsWith('/message/cs') && call.userId === userId)
    .filter(({ answer }) => isSuccess(answer))
    .map(({ rawBody }) => textIn(rawBody));
}

function isSuccess(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'error' in answer && answer.error === 0;
}

const sentSchema = z.looseObject({ message: z.looseObject({ text: z.string().default('') }) });

function textIn(rawBody: string): string {
  return sentSchema.parse(JSON.parse(rawBody)).message.text;
}
