import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const QUICK_SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 2];
const CALL_SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** What the program counts. Labels are reasons and handlers, never people. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes a set of counters of its own, so that two programs in one process do not mix. */
export function createMetrics() {
  const registry = new Registry();
  return { registry, ...webhookMetrics([registry]), ...workMetrics([registry]) };
}

function webhookMetrics(registers: Registry[]) {
  return {
    received: new Counter({
      name: 'webhook_received_total',
      help: 'Events received, by type',
      labelNames: ['type'] as const,
      registers,
    }),
    dropped: new Counter({
      name: 'webhook_dropped_total',
      help: 'Webhook calls and events that were not worked on, by reason',
      labelNames: ['reason'] as const,
      registers,
    }),
    acknowledged: new Histogram({
      name: 'webhook_ack_seconds',
      help: 'Time until a webhook call was answered, by HTTP status',
      labelNames: ['status'] as const,
      buckets: QUICK_SECONDS,
      registers,
    }),
    filled: new Counter({
      name: 'webhook_gap_filled_total',
      help: 'Messages that never came by the webhook and were fetched from Zalo',
      registers,
    }),
  };
}

function workMetrics(registers: Registry[]) {
  return {
    turns: new Histogram({
      name: 'turn_seconds',
      help: 'Time to answer a turn, by handler',
      labelNames: ['handler'] as const,
      buckets: QUICK_SECONDS,
      registers,
    }),
    sends: new Histogram({
      name: 'zalo_send_seconds',
      help: 'Time of a call to Zalo, by result',
      labelNames: ['result'] as const,
      buckets: CALL_SECONDS,
      registers,
    }),
  };
}

/** A number that is looked up whenever somebody asks for the metrics. Several values have a label each. */
export type Gauged = {
  name: string;
  help: string;
  read: () => number | undefined | Promise<number | undefined>;
};

/** Adds numbers that are read when asked for. One that cannot be told at the moment is left out. */
export function addGauges({ registry }: Metrics, gauges: readonly Gauged[]): void {
  for (const { name, help, read } of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }
}
