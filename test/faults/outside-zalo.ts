import { createServer } from 'node:http';
import express from 'express';
import { z } from 'zod';
import { systemClock } from '../../src/lib/clock.ts';
import type { OaAccount } from '../../src/model/oa-account.ts';
import type { ApiRecord } from '../../src/simulator/log.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';

/** One message that Zalo took for a resident. */
export type Arrival = { text: string; at: number };

/** The simulated Zalo in this process, so that it outlives the program, which is killed in another. */
export type OutsideZalo = {
  url: string;
  simulator: Simulator;
  account: OaAccount;
  /** What arrived, by resident. */
  arrivals: Map<string, Arrival[]>;
  newResident: () => Resident;
  close: () => Promise<void>;
};

export async function openZalo(webhookUrl: () => string): Promise<OutsideZalo> {
  let url = '';
  const simulator = createSimulator({
    communes: [{ slug: 'nam-dan', name: 'xã Nấm Dẩn', shortName: 'Nấm Dẩn' }],
    webhookUrl,
    clock: systemClock,
    baseUrl: () => url,
  });
  simulator.switches.retryDelays = 'never'; // the load repeats what was not acknowledged, and sooner
  const arrivals = new Map<string, Arrival[]>();
  const log = simulator.log.addApi.bind(simulator.log);
  simulator.log.addApi = (record) => {
    note(arrivals, record);
    log(record);
  };
  const server = createServer(express().use('/thu', simulator.router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  url = `http://127.0.0.1:${port}`;
  const [account] = simulator.accounts;
  if (account === undefined) throw new Error('the simulator made no account');
  return {
    url,
    simulator,
    account,
    arrivals,
    newResident: () => simulator.residents.meet(account.oaId),
    close: async () => {
      simulator.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const answerSchema = z.looseObject({ error: z.literal(0) });
const messageSchema = z.looseObject({ message: z.looseObject({ text: z.string().default('') }) });

function note(
  arrivals: Map<string, Arrival[]>,
  { path, answer, userId, rawBody }: ApiRecord,
): void {
  if (!path.endsWith('/message/cs') || !answerSchema.safeParse(answer).success) return;
  const { text } = messageSchema.parse(JSON.parse(rawBody)).message;
  arrivals.set(userId, [...(arrivals.get(userId) ?? []), { text, at: performance.now() }]);
}
