import { Counter, Histogram, Registry } from 'prom-client';

/** What the program counts. Labels are reasons and handlers, never people. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes a set of counters of its own, so that two programs in one process do not mix. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    received: new Counter({
      name: 'webhook_received_total',
      help: 'Events received, by type',
      labelNames: ['type'] as const,
      registers,
    }),
    dropped: new Counter({
      name: 'webhook_dropped_total',
      help: 'Webhook calls dropped, by reason',
      labelNames: ['reason'] as const,
      registers,
    }),
    turns: new Histogram({
      name: 'turn_seconds',
      help: 'Time to answer a turn, by handler',
      labelNames: ['handler'] as const,
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
      registers,
    }),
    sends: new Histogram({
      name: 'zalo_send_seconds',
      help: 'Time of a call to Zalo, by result',
      labelNames: ['result'] as const,
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
  };
}
