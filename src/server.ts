import type { Server } from 'node:http';
import type { Express } from 'express';
import { createApp } from './app.ts';
import { startChores, takeInDrops } from './chores.ts';
import { type Config, forgettingsFile } from './config.ts';
import { prepareTickets } from './console/prepare.ts';
import { type FirstAdmin, inviteFirstAdmins } from './first-admins.ts';
import { AppError } from './lib/app-error.ts';
import { Forgettings } from './store/forgettings.ts';
import { openServices, type Services, type Surroundings } from './services.ts';

const LINGERING_MS = 2000; // how long an open connection may finish after a stop

/** So that callers who write slowly, or nothing, do not hold connections for ever. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000, // longer than a proxy in front keeps its own connections
  maxConnections: 2000,
};

/** The program while it runs. */
export type RunningServer = Pick<
  Services,
  'simulator' | 'store' | 'knowledge' | 'accounts' | 'accept' | 'delivery'
> & {
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
  const { simulator, store, knowledge, accounts, accept, delivery } = services;
  const server = await prepare(services)
    .then(() => listen(createApp(services), config))
    .catch(async (error: unknown) => {
      await services.history.close();
      await store.close();
      throw error;
    });
  url = addressOf(server, config);
  takeUpWaiting(services); // before the first call is read: nobody may overtake their own earlier messages
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
    accept,
    delivery,
    idle: () => settle(services),
    stop: async () => {
      stopTimers();
      await shutDown(server, services);
    },
  };
}

type Begun = { stopTimers: () => void; firstAdmins: readonly FirstAdmin[] };

/** Does what must be done before anybody can call. */
async function prepare(services: Services): Promise<void> {
  const { config, simulator, store, converse, knowledge } = services;
  for (const { oaId } of simulator?.accounts ?? []) {
    const pair = simulator?.initialTokens(oaId);
    if (pair !== undefined) await store.tokens.save(pair);
  }
  await takeInDrops(services);
  await new Forgettings(forgettingsFile(config)).applyTo(store);
  await converse.prepare(knowledge.current);
}

/** Takes up the events and messages that an earlier run left. */
function takeUpWaiting({ store, converse, delivery }: Services): void {
  for (const entry of store.waitingEvents()) converse.accept(entry);
  delivery.resume();
}

/** Starts what runs by the clock. Gives the way to stop that. */
async function begin(services: Services): Promise<Begun> {
  const { backup, simulator, store, knowledge } = services;
  const firstAdmins = await inviteFirst(services);
  knowledge.watch();
  backup.start();
  await store.tidy(services.clock());
  const stopChores = await startChores(services);
  const preparing = new AbortController();
  void prepareTickets(store.tickets(), preparing.signal);
  const stopTimers = () => {
    preparing.abort();
    stopChores();
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

async function settle({ converse, delivery, attachments, simulator }: Services): Promise<void> {
  await converse.idle();
  await delivery.idle();
  await attachments.idle();
  await simulator?.idle();
}

async function shutDown(server: Server, services: Services): Promise<void> {
  const { backup, converse, delivery, attachments, history, store } = services;
  await closeServer(server);
  await converse.stop();
  await delivery.stop();
  await attachments.idle();
  await history.close();
  await store.close();
  await backup.stop();
}

function listen(app: Express, { PORT, HOST }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST);
    Object.assign(server, LIMITS);
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
