import type { Clock } from './lib/clock.ts';
import type { OaAccount } from './model/oa-account.ts';
import type { InboxEntry, Store } from './store/store.ts';
import { PAGE_SIZE, type ZaloClient } from './zalo/client.ts';
import { asWebhookBody, type ListedMessage } from './zalo/conversation.ts';

const MOST_PAGES = 50;
const LOOK_BACK_MS = 48 * 3_600_000; // within the time for which the inbox knows what it has had
const WEBHOOK_MS = 120_000; // what is newer may still come by the webhook

export type GapSources = {
  list: ZaloClient['listMessages'];
  store: Pick<Store, 'events' | 'receive'>;
  accept: (entry: InboxEntry) => void;
  clock: Clock;
};

/** What was found. `unknowable`: none of the messages listed had ever come, so nothing can be told from their ids. */
export type GapReport = { state: 'filled' | 'unknowable'; filled: number };

/**
 * Fetches the messages that came while nobody listened: Zalo does not deliver them again after two hours. A message is
 * taken for missed when it is not in the inbox while others of the same list are: that also proves, each time, that
 * the list and the webhook use the same ids, which Zalo does not document. Throws ZaloApiError.
 */
export async function fillGap(account: OaAccount, sources: GapSources): Promise<GapReport> {
  const { list, store, accept, clock } = sources;
  const now = clock().getTime();
  const messages = await listBack(account, { list, store, since: now - LOOK_BACK_MS });
  const missed = messages.filter(({ id }) => store.events.get(id) === undefined);
  const isProven = missed.length < messages.length;
  if (!isProven) return { state: messages.length === 0 ? 'filled' : 'unknowable', filled: 0 };
  let filled = 0;
  for (const message of missed.reverse()) {
    const body = asWebhookBody(message, account);
    if (body === undefined || message.at.getTime() > now - WEBHOOK_MS) continue;
    const entry = entryOf(message, account, body);
    if ((await store.receive(entry)) === 'duplicate') continue;
    filled += 1;
    accept(entry);
  }
  return { state: 'filled', filled };
}

/** What residents wrote, newest first, back to a page of which every message is known. */
async function listBack(
  account: OaAccount,
  { list, store, since }: { list: GapSources['list']; store: GapSources['store']; since: number },
): Promise<ListedMessage[]> {
  const found: ListedMessage[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await list(account, { offset: page * PAGE_SIZE });
    const recent = listed.filter(({ at }) => at.getTime() >= since);
    const theirs = recent.filter(({ from }) => from === 'resident');
    found.push(...theirs);
    const isKnown =
      theirs.length > 0 && theirs.every(({ id }) => store.events.get(id) !== undefined);
    if (isKnown || recent.length < PAGE_SIZE) break;
  }
  return found;
}

function entryOf({ id, at }: ListedMessage, account: OaAccount, body: string): InboxEntry {
  const { appId, oaId } = account;
  return { eventId: id, appId, oaId, body, receivedAt: at, state: 'waiting', attempts: 0 };
}
