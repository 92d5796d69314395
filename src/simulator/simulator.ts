import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import type { Clock } from '../lib/clock.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { TokenPair } from '../model/token.ts';
import type { TurnTrace } from '../model/trace.ts';
import { Assets } from './assets.ts';
import { type ChatMessage, Chats } from './chats.ts';
import { oaIdFor, randomSecret } from './ids.ts';
import { SimulatorLog, type WebhookRecord } from './log.ts';
import { createOAuth } from './oauth.ts';
import { createOpenApi } from './openapi.ts';
import { createPageApi } from './page-api.ts';
import { Phone } from './phone.ts';
import { type Resident, Residents } from './residents.ts';
import type { SimulatedAccount, SimulatedCommune, SimulatorState } from './state.ts';
import { StreamHub } from './stream-hub.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import { TokenBook } from './token-book.ts';
import type { ZaloEventBody } from './webhook-events.ts';
import { WebhookPusher } from './webhook-pusher.ts';

const APP_ID = '360846524940903967';
// Reached from src/simulator and from dist/simulator alike: the page is not compiled.
const PUBLIC_FOLDER = fileURLToPath(new URL('../../src/simulator/public', import.meta.url));

/** `webhookUrl` and `baseUrl` are asked for when needed, for the port is known only after listening. */
export type SimulatorOptions = {
  communes: readonly SimulatedCommune[];
  webhookUrl: () => string;
  clock: Clock;
  /** Scheme, host and port of the program, without a slash at the end. */
  baseUrl: () => string;
};

/** A Zalo on loopback, after facts/zalo.md 8. Everything is invented and kept in memory. */
export type Simulator = {
  /** Mount at `/thu`, before any middleware that parses bodies. */
  router: Router;
  /** One per commune; `openapiUrl` and `oauthUrl` are getters, so read them late. */
  accounts: readonly OaAccount[];
  /** A new pair, good now, to seed the vault with; it ends the pair given before. */
  initialTokens: (oaId: string) => TokenPair;
  /** Shows in the panel why the bot answered as it did. */
  recordTrace: (trace: TurnTrace) => void;
  /** Signs and delivers any event; resolves with the first attempt, undefined when unsubscribed. */
  push: (oaId: string, event: ZaloEventBody) => Promise<WebhookRecord | undefined>;
  residents: Residents;
  /** What a resident's phone shows, oldest first. */
  messagesOf: (resident: Resident) => readonly ChatMessage[];
  /** Acts as residents and officers do on their phones. */
  phone: Phone;
  /** May be changed at any time. */
  switches: Switches;
  log: SimulatorLog;
  /** Sends the retries that are due by the clock; otherwise done every second. */
  retryDue: () => Promise<void>;
  /** Resolves when no event is on its way. */
  idle: () => Promise<void>;
  /** Ends streams and retries. */
  close: () => void;
};

/** Makes a simulated Zalo with one official account for each commune. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const state = createState(options);
  const pusher = new WebhookPusher(state, options.webhookUrl);
  const phone = new Phone(state, pusher);
  return {
    router: createRouter(state, pusher, phone),
    accounts: state.accounts,
    initialTokens: (oaId) => state.tokens.issue(oaId),
    recordTrace: (trace) => {
      state.log.addTrace(trace);
      state.hub.send(trace, 'trace', trace);
    },
    push: (oaId, event) => pusher.push(oaId, event),
    residents: state.residents,
    messagesOf: ({ oaId, userId }) => state.chats.of(oaId, userId),
    phone,
    switches: state.switches,
    log: state.log,
    retryDue: () => pusher.retryDue(),
    idle: () => pusher.idle(),
    close: () => {
      pusher.close();
      state.hub.close();
    },
  };
}

function createState({ communes, clock, baseUrl }: SimulatorOptions): SimulatorState {
  // One app for all communes, as a province would have it.
  const secrets = { appId: APP_ID, appSecret: randomSecret(), secretKey: randomSecret() };
  const accounts = communes.map(({ slug, name, shortName }): SimulatedAccount => ({
    ...secrets,
    oaId: oaIdFor(slug),
    communeSlug: slug,
    name,
    shortName,
    get openapiUrl() {
      return `${baseUrl()}/thu/openapi`;
    },
    get oauthUrl() {
      return `${baseUrl()}/thu/oauth`;
    },
  }));
  return {
    clock,
    baseUrl,
    accounts,
    switches: defaultSwitches(),
    residents: new Residents(),
    chats: new Chats(),
    assets: new Assets(clock),
    tokens: new TokenBook(clock),
    log: new SimulatorLog(),
    hub: new StreamHub(),
  };
}

function createRouter(state: SimulatorState, pusher: WebhookPusher, phone: Phone): Router {
  const router = express.Router();
  router.use('/openapi', createOpenApi(state, pusher));
  router.use('/oauth', createOAuth(state));
  router.use('/api', createPageApi(state, phone));
  router.get('/pictures/:id', (request, response) => {
    const asset = state.assets.find(request.params.id);
    if (asset === undefined) {
      response.status(404).type('text').send('Không có ảnh này.');
      return;
    }
    response.set('x-content-type-options', 'nosniff').type(asset.contentType).send(asset.bytes);
  });
  router.use(express.static(PUBLIC_FOLDER));
  return router;
}
