import type { Server } from 'node:http';
import type { Express } from 'express';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type FirstAdmin, inviteFirstAdmins } from './first-admins.ts';
import { AppError, toError } from './lib/app-error.ts';
import type { OaAccount } from './model/oa-account.ts';
import { takeDroppedOfficers } from './officer-drop.ts';
import { openServices, type Services, type Surroundings } from './services.ts';
import { takeDroppedTokens } from './token-drop.ts';

const DROP_POLL_MS = 2000;
const RENEWAL_MS = 12 * 3_600_000;
const LINGERING_MS = 2000; // how long an open connection may finish after a stop

/** The program while it runs. */
export type RunningServer = Pick<Services, 'simulator' | 'store' | 'knowledge' | 'accounts'> & {
  url: string;
  /** Communes that nobody has signed in for yet. Their links are for the operator's eyes only. */
  firstAdmins: readonly FirstAdmin[];
  /** Resolves when no event is being worked on and no message is on its way. */
  idle: () => Promise<void>;
  /** Stops accepting, finishes what was begun and closes the files. */
  stop: () => Promise<void>;
};

/** Starts everything the settings ask for. Throws an AppError that says what to mend. */
export async function startServer(
  config: Config,
  surroundings: Surroundings,
): Promise<RunningServer> {
  let url = '';
  const services = await openServices(config, surroundings, () => url);
  const { simulator, store, history, knowledge, accounts } = services;
  const server = await listen(createApp(services), config).catch(async (error: unknown) => {
    await history.close();
    await store.close();
    throw error;
  });
  url = addressOf(server, config);
  const { stopTimers, firstAdmins } = await begin(services).catch(async (error: unknown) => {
    await shutDown(server, services);
    throw error;
  });
  return {
    url,
    firstAdmins,
    simulator,
    store,
    knowledge,
    accounts,
    idle: () => settle(services),
    stop: async () => {
      stopTimers();
      await shutDown(server, services);
    },
  };
}

type Begun = { stopTimers: () => void; firstAdmins: readonly FirstAdmin[] };

/** Takes up what an earlier run left, and starts what runs by the clock. Gives the way to stop that. */
async function begin(services: Services): Promise<Begun> {
  const { simulator, store, knowledge, converse, delivery } = services;
  for (const { oaId } of simulator?.accounts ?? []) {
    const pair = simulator?.initialTokens(oaId);
    if (pair !== undefined) await store.tokens.save(pair);
  }
  await takeInDrops(services);
  const firstAdmins = await inviteFirst(services);
  converse.warmUp();
  for (const entry of store.waitingEvents()) converse.accept(entry);
  delivery.resume();
  knowledge.watch();
  const drops = setInterval(() => void takeInDrops(services), DROP_POLL_MS).unref();
  await store.tidy(services.clock());
  const renewal = setInterval(() => {
    renewGrants(services);
    void tidy(services);
  }, RENEWAL_MS).unref();
  const stopTimers = () => {
    clearInterval(drops);
    clearInterval(renewal);
    knowledge.close();
    simulator?.close();
  };
  return { stopTimers, firstAdmins };
}

function inviteFirst({ roster, accounts, clock, config, baseUrl }: Services) {
  const communes = accounts.map(({ communeSlug }) => communeSlug);
  const url = config.PUBLIC_URL ?? baseUrl();
  return inviteFirstAdmins({ roster, communes, now: clock(), baseUrl: url });
}

async function settle({ converse, delivery, simulator }: Services): Promise<void> {
  await converse.idle();
  await delivery.idle();
  await simulator?.idle();
}

async function shutDown(server: Server, services: Services): Promise<void> {
  const { converse, delivery, history, store } = services;
  await closeServer(server);
  await converse.idle();
  await delivery.stop();
  await history.close();
  await store.close();
}

/** Takes in what `cli token set` and `cli officer invite` leave while the program runs. */
async function takeInDrops(services: Services): Promise<void> {
  await takeInTokens(services);
  await takeInOfficers(services);
}

async function takeInOfficers({ config, roster, log }: Services): Promise<void> {
  try {
    for (const commune of await takeDroppedOfficers(config.DATA_DIR, roster)) {
      log.info({ commune }, 'officer invited');
    }
  } catch (thrown) {
    log.error({ error: toError(thrown).message }, 'officer not invited');
  }
}

async function takeInTokens({ config, store, log }: Services): Promise<void> {
  try {
    for (const oaId of await takeDroppedTokens(config.DATA_DIR, store.tokens)) {
      log.info({ oaId }, 'token taken in');
    }
  } catch (thrown) {
    log.error({ error: toError(thrown).message }, 'token not taken in');
  }
}

async function tidy({ store, clock, log }: Services): Promise<void> {
  await store.tidy(clock()).catch((thrown: unknown) => {
    log.error({ error: toError(thrown).message }, 'old events not dropped');
  });
}

/** An account that nobody writes to would lose its grant after three months: a look twice a day renews it. */
function renewGrants({ tokens, accounts, log }: Services): void {
  const renew = (account: OaAccount) =>
    tokens.accessToken(account).catch((thrown: unknown) => {
      log.error(
        { commune: account.communeSlug, error: toError(thrown).message },
        'token not renewed',
      );
    });
  void Promise.all(accounts.map(renew));
}

function listen(app: Express, { PORT, HOST }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST);
    server.once('listening', () => {
      resolve(server);
    });
    server.once('error', (cause) => {
      reject(
        new AppError(`Không mở được cổng ${PORT} trên ${HOST} (${cause.message}).`, {
          hint: 'Có thể chương trình khác đang dùng cổng này: tắt nó đi, hoặc đặt PORT khác trong .env.',
          cause,
        }),
      );
    });
  });
}

function addressOf(server: Server, { HOST }: Config): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  return `http://${host}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, LINGERING_MS).unref();
  });
}
