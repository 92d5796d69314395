import { fillGap } from './fill-gap.ts';
import { toError } from './lib/app-error.ts';
import type { OaAccount } from './model/oa-account.ts';
import { takeDroppedOfficers } from './officer-drop.ts';
import type { Services } from './services.ts';
import { takeDroppedTokens } from './token-drop.ts';
import { keepUp, type UpkeepOptions } from './upkeep.ts';

const DROP_POLL_MS = 2000;
const PICTURES_MS = 600_000; // what Zalo did not give at once
const UPKEEP_MS = 3_600_000;
const RENEWAL_MS = 12 * 3_600_000;
const FIRST_GAP_LOOK_MS = 5000; // after the start, once what lay in the inbox is being worked on
const GAP_LOOK_MS = 600_000; // the line of an office drops more often than its computer stops

/** Does what may be overdue and starts what runs by the clock. Gives the way to stop it. */
export async function startChores(services: Services): Promise<() => void> {
  await keepUp(upkeepOf(services));
  void services.attachments.tidy();
  const upkeep = setInterval(() => void hourly(services), UPKEEP_MS);
  const pictures = setInterval(() => {
    services.attachments.fetchWaiting();
  }, PICTURES_MS);
  const drops = setInterval(() => void takeInDrops(services), DROP_POLL_MS);
  const renewal = setInterval(() => {
    renewGrants(services);
    void tidy(services);
  }, RENEWAL_MS);
  const firstLook = setTimeout(() => void fillGaps(services), FIRST_GAP_LOOK_MS);
  const looks = setInterval(() => void fillGaps(services), GAP_LOOK_MS);
  const timers = [upkeep, pictures, drops, renewal, firstLook, looks];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Takes in what `cli token set` and `cli officer invite` leave while the program runs. */
export async function takeInDrops(services: Services): Promise<void> {
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

/** Messages that waited for the tokens are sent at once. */
async function takeInTokens({ config, store, delivery, log }: Services): Promise<void> {
  try {
    const taken = await takeDroppedTokens(config.DATA_DIR, store.tokens);
    for (const oaId of taken) log.info({ oaId }, 'token taken in');
    if (taken.length > 0) delivery.retryNow();
  } catch (thrown) {
    log.error({ error: toError(thrown).message }, 'token not taken in');
  }
}

/** Asks Zalo, for each account, for messages that never came. Never rejects: the next look comes by itself. */
async function fillGaps(services: Services): Promise<void> {
  const { config, accounts, zalo, store, accept, clock, log, metrics } = services;
  if (config.GAP_RECOVERY === 'off') return;
  const sources = { list: zalo.listMessages, store, accept, clock };
  for (const account of accounts) {
    const fields = { commune: account.communeSlug };
    try {
      const { state, filled } = await fillGap(account, sources);
      metrics.filled.inc(filled);
      if (filled > 0) log.warn({ ...fields, filled }, 'missed messages fetched from Zalo');
      if (state === 'unknowable') log.warn(fields, 'no listed message is known: nothing fetched');
    } catch (thrown) {
      log.warn({ ...fields, error: toError(thrown).message }, 'missed messages not fetched');
    }
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

async function hourly(services: Services): Promise<void> {
  await keepUp(upkeepOf(services));
  await services.attachments.tidy();
}

function upkeepOf(services: Services): UpkeepOptions {
  const { knowledge, delivery } = services;
  return {
    ...services,
    knowledge: () => knowledge.current,
    deliver: (messages) => {
      delivery.deliver(messages);
    },
  };
}
