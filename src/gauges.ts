import { diskSpace } from './disk-space.ts';
import type { Gauged } from './http/metrics.ts';
import type { Services } from './services.ts';

/** The numbers of `/metrics` that are not counted but looked up: depths, ages and room. */
export function gaugesOf(services: Services): Gauged[] {
  return [...queueGauges(services), ...machineGauges(services)];
}

function queueGauges({ store, converse, delivery }: Services): Gauged[] {
  return [
    { name: 'inbox_backlog', help: 'Events waiting for their turn', read: () => converse.backlog },
    {
      name: 'inbox_set_aside',
      help: 'Events that failed several times and wait for a person',
      read: () => store.setAsideEvents().length,
    },
    { name: 'outbox_depth', help: 'Messages waiting to be sent', read: () => delivery.depth },
    {
      name: 'outbox_failed',
      help: 'Messages that were given up',
      read: () => store.failedMessages().length,
    },
    {
      name: 'sending_troubles',
      help: 'Apps and accounts to which nothing goes out at the moment',
      read: () => delivery.troubles().length,
    },
  ];
}

function machineGauges(services: Services): Gauged[] {
  const { config, lastBackupAt, clock } = services;
  const ageOf = (at: Date | undefined) => at && (clock().getTime() - at.getTime()) / 1000;
  return [
    {
      name: 'token_seconds_left',
      help: 'Until the first account must be granted access again',
      read: () => tokenSecondsLeft(services),
    },
    {
      name: 'disk_free_bytes',
      help: 'Room on the disk of the data',
      read: async () => (await diskSpace(config.DATA_DIR))?.freeBytes,
    },
    {
      name: 'backup_age_seconds',
      help: 'Since the last backup',
      read: async () => ageOf(await lastBackupAt()),
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of the program',
      read: () => process.memoryUsage.rss(),
    },
  ];
}

async function tokenSecondsLeft({ accounts, store, clock }: Services): Promise<number | undefined> {
  const pairs = await Promise.all(accounts.map(({ oaId }) => store.tokens.load(oaId)));
  const ends = pairs.flatMap((pair) => pair?.refreshExpiresAt.getTime() ?? []);
  return ends.length === 0 ? undefined : (Math.min(...ends) - clock().getTime()) / 1000;
}
