import { configuredAccounts } from './accounts.ts';
import { ticketReply } from './bot/ticket-reply.ts';
import { type AttachmentOptions, Attachments } from './attachments.ts';
import { backupFolder, type Config, forgettingsFile } from './config.ts';
import { Converse } from './converse.ts';
import { Delivery, type DeliveryOptions } from './deliver.ts';
import { Desk } from './desk.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { KnowledgeHistory } from './knowledge/history.ts';
import { LiveKnowledge } from './knowledge/live-knowledge.ts';
import { formatProblem } from './knowledge/problem.ts';
import { historyFolder } from './knowledge/versions.ts';
import type { Clock } from './lib/clock.ts';
import { toError } from './lib/app-error.ts';
import { systemElapsed } from './lib/elapsed.ts';
import type { Log } from './lib/log.ts';
import type { BotEvent } from './model/event.ts';
import type { OaAccount } from './model/oa-account.ts';
import { LiveTalk } from './live-talk.ts';
import { createSimulator, type Simulator } from './simulator/simulator.ts';
import { Pace } from './sending/pace.ts';
import { NightlyBackup } from './nightly-backup.ts';
import { openLowdbStore } from './store/lowdb/lowdb-store.ts';
import { Forgettings } from './store/forgettings.ts';
import { Roster } from './store/roster.ts';
import type { InboxEntry, Store } from './store/store.ts';
import { Teaching } from './teaching.ts';
import { createZaloClient, type ZaloClient } from './zalo/client.ts';
import { wasSent } from './zalo/conversation.ts';
import { fetchMedia } from './zalo/media.ts';
import { createTokenKeeper, type TokenKeeper } from './zalo/tokens.ts';

/** What the program takes from the machine it runs on. Tests hand in their own. */
export type Surroundings = { clock: Clock; log: Log; random: () => number };

/** Everything that lives as long as the program does. */
export type Services = Surroundings & {
  config: Config;
  knowledge: LiveKnowledge;
  history: KnowledgeHistory;
  store: Store;
  /** The one writer of officers. */
  roster: Roster;
  backup: NightlyBackup;
  simulator: Simulator | undefined;
  accounts: readonly OaAccount[];
  metrics: Metrics;
  tokens: TokenKeeper;
  zalo: ZaloClient;
  delivery: Delivery;
  attachments: Attachments;
  /** Does to reports what officers and the clock do. */
  desk: Desk;
  converse: Converse;
  /** Lets officers talk to residents from the console. */
  liveTalk: LiveTalk;
  /** Puts what editors write in the console into the knowledge. */
  teaching: Teaching;
  /** Takes on an event that is safe in the inbox. */
  accept: (entry: InboxEntry, event?: BotEvent) => void;
  /** How many calls of the webhook are being answered. */
  arrivals: { underWay: number };
  /** When the last backup was made; undefined while the program makes none. */
  lastBackupAt: () => Promise<Date | undefined>;
  startedAt: Date;
  /** Where this program is reached from this machine; known once it listens. */
  baseUrl: () => string;
};

type Foundation = Pick<
  Services,
  'config' | 'knowledge' | 'store' | 'simulator' | 'accounts' | 'metrics' | 'arrivals' | 'baseUrl'
> &
  Surroundings;

/** Opens the knowledge and the store and connects the parts. Throws an AppError that says what to mend. */
export async function openServices(
  config: Config,
  surroundings: Surroundings,
  baseUrl: () => string,
): Promise<Services> {
  const { clock, log } = surroundings;
  const knowledge = await openKnowledge(config, log);
  const store = await openLowdbStore(config.DATA_DIR);
  const history = keepHistory(config, surroundings, knowledge);
  const simulator = config.simulator ? simulatorFor(knowledge, { clock, baseUrl }) : undefined;
  const accounts = [...configuredAccounts(config), ...(simulator?.accounts ?? [])];
  const metrics = createMetrics();
  const foundation = {
    ...surroundings,
    config,
    knowledge,
    store,
    simulator,
    accounts,
    metrics,
    arrivals: { underWay: 0 },
    baseUrl,
  };
  return connect(foundation, history);
}

function connect(foundation: Foundation, history: KnowledgeHistory): Services {
  const tokens = createTokens(foundation);
  const pace = new Pace(foundation.config.ZALO_CALLS_PER_MINUTE, systemElapsed);
  const zalo = createZaloClient({ tokens, counter: pace });
  const onRefused: DeliveryOptions['onRefused'] = (message) => desk.onRefused(message);
  const delivery = createDelivery(foundation, { zalo, pace, onRefused });
  const desk = createDesk(foundation, delivery);
  const attachments = createAttachments(foundation, delivery);
  const converse = createConverse(foundation, { delivery, attachments });
  foundation.knowledge.beforeChange((next) => converse.prepare(next));
  const accept = (entry: InboxEntry, event?: BotEvent) => {
    converse.accept(entry, event);
  };
  const roster = new Roster(foundation.store);
  const backup = createBackup(foundation);
  const { config, knowledge } = foundation;
  const teaching = new Teaching({ root: config.KNOWLEDGE_DIR, knowledge });
  const liveTalk = createLiveTalk(foundation, delivery, converse);
  const talking = { converse, liveTalk, teaching };
  const parts = { ...talking, roster, history, tokens, zalo, delivery, desk, attachments, backup };
  const startedAt = foundation.clock();
  return { ...foundation, ...parts, accept, lastBackupAt: () => backup.lastAt(), startedAt };
}

function createBackup({ config, clock, log }: Foundation): NightlyBackup {
  const { DATA_DIR: dataFolder } = config;
  return new NightlyBackup({ dataFolder, to: backupFolder(config), clock, log });
}

function createTokens({ store, clock, log }: Foundation): TokenKeeper {
  const report = (error: Error) => {
    log.error({ error: error.message }, 'token');
  };
  return createTokenKeeper({ vault: store.tokens, clock, report });
}

type Sending = { zalo: ZaloClient; pace: Pace; onRefused: DeliveryOptions['onRefused'] };

function createDelivery(foundation: Foundation, { zalo, pace, onRefused }: Sending): Delivery {
  const { config, store, accounts, clock, log, random, metrics } = foundation;
  return new Delivery({
    store,
    accounts,
    send: zalo.send,
    wasSent:
      config.GAP_RECOVERY === 'off'
        ? undefined
        : (account, userId, sent) => wasSent(zalo.listMessages, account, { userId, ...sent }),
    pace,
    clock,
    elapsed: systemElapsed,
    log,
    random,
    onResult: (result, ms) => {
      metrics.sends.observe({ result }, ms / 1000);
    },
    onRefused,
  });
}

function createDesk({ store, knowledge, clock }: Foundation, delivery: Delivery): Desk {
  return new Desk({
    store,
    knowledge: () => knowledge.current,
    clock,
    deliver: (messages) => {
      delivery.deliver(messages);
    },
    replyTo: ticketReply,
  });
}

function createLiveTalk(
  { config, store, clock }: Foundation,
  delivery: Delivery,
  converse: Converse,
): LiveTalk {
  return new LiveTalk({
    store,
    clock,
    officerMinutes: config.OFFICER_MINUTES,
    deliver: (messages) => {
      delivery.deliver(messages);
    },
    between: (conversation, task) => converse.between(conversation, task),
  });
}

function createAttachments(
  { store, config, clock, log, simulator, baseUrl }: Foundation,
  delivery: Delivery,
): Attachments {
  const fetch = (url: string) =>
    fetchMedia(
      url,
      simulator === undefined ? {} : { simulatorPictures: `${baseUrl()}/thu/pictures` },
    );
  const deliver: AttachmentOptions['deliver'] = (messages) => {
    delivery.deliver(messages);
  };
  return new Attachments({ store, dataFolder: config.DATA_DIR, fetch, deliver, clock, log });
}

type Turning = { delivery: Delivery; attachments: Attachments };

function createConverse(foundation: Foundation, { delivery, attachments }: Turning): Converse {
  const { config, knowledge, store, accounts, clock, log, metrics, arrivals, simulator, baseUrl } =
    foundation;
  const forgettings = new Forgettings(forgettingsFile(config));
  const ownUrl = () => (simulator === undefined ? undefined : baseUrl());
  return new Converse({
    store,
    knowledge: () => knowledge.current,
    accounts,
    clock,
    log,
    isReceiving: () => arrivals.underWay > 0,
    publicUrl: () => config.PUBLIC_URL ?? ownUrl(),
    officerMinutes: config.OFFICER_MINUTES,
    // By whose account it came: a demo on the same machine must not swell what the commune reports.
    isCounted: ({ oaId }) => config.ZALO_OA_IDS.has(oaId),
    deliver: (messages) => {
      delivery.deliver(messages);
    },
    forget: async (conversation, at) => {
      await forgettings.note(conversation, at).catch((thrown: unknown) => {
        log.error({ error: toError(thrown).message }, 'forgetting not noted beside the backups');
      });
      await store.forget(conversation);
    },
    onTurn: (trace) => {
      metrics.turns.observe({ handler: trace.handler }, trace.ms / 1000);
      simulator?.recordTrace(trace);
    },
    onAttachments: () => {
      attachments.fetchWaiting();
    },
    onFlood: () => {
      metrics.dropped.inc({ reason: 'too-fast' });
    },
  });
}

function openKnowledge({ KNOWLEDGE_DIR }: Config, log: Log): Promise<LiveKnowledge> {
  return LiveKnowledge.open({
    root: KNOWLEDGE_DIR,
    onReload: ({ procedures }, problems) => {
      for (const problem of problems.filter(({ severity }) => severity === 'error')) {
        log.error({}, formatProblem(problem));
      }
      log.info({ procedures: procedures.size, problems: problems.length }, 'knowledge loaded');
    },
    onError: (error) => {
      log.error({ error: error.message }, 'knowledge not reloaded');
    },
  });
}

/** Keeps the knowledge as it is now, and again whenever it was reloaded. Nothing waits for it. */
function keepHistory(
  { KNOWLEDGE_DIR, DATA_DIR }: Config,
  { clock, log }: Surroundings,
  knowledge: LiveKnowledge,
): KnowledgeHistory {
  const history = new KnowledgeHistory({
    root: KNOWLEDGE_DIR,
    folder: historyFolder(DATA_DIR),
    clock,
    onError: (error) => {
      log.error({ error: error.message }, 'knowledge history');
    },
  });
  const keep = () => void history.keep();
  knowledge.onChange(keep);
  keep();
  return history;
}

type SimulatorSetting = { clock: Clock; baseUrl: () => string };

function simulatorFor(knowledge: LiveKnowledge, { clock, baseUrl }: SimulatorSetting): Simulator {
  const communes = [...knowledge.current.communes.values()].map(({ commune }) => commune);
  return createSimulator({
    communes: communes.map(({ slug, name, shortName }) => ({ slug, name, shortName })),
    webhookUrl: () => `${baseUrl()}/webhook/zalo`,
    clock,
    baseUrl,
  });
}
