import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { CounterName, GaugeName, Labels, Metrics, TimerName } from '../kernel/metrics.ts';

interface Described {
  readonly help: string;
  readonly labels: readonly string[];
}

const counters: Readonly<Record<CounterName, Described>> = {
  inbound_messages: {
    help: 'Messages received, by reading and outcome',
    labels: ['channel', 'intent', 'outcome'],
  },
  outbound_messages: {
    help: 'Messages to send, by purpose and result of sending',
    labels: ['channel', 'purpose', 'outcome'],
  },
  outbound_segments: { help: 'Segments sent, as carriers count them', labels: ['channel'] },
  outbound_cost_microdollars: { help: 'Cost of sending', labels: ['channel'] },
  faults: { help: 'Failures outside the program', labels: ['where'] },
  bugs: { help: 'Bugs in the program', labels: ['where'] },
  webhooks: {
    help: 'Webhook deliveries by outcome',
    labels: ['channel', 'outcome'],
  },
  core_orders: {
    help: 'Calls to a remote core about an order, by step (send, find) and outcome',
    labels: ['step', 'outcome'],
  },
  web_operations: {
    help: 'Operations on the site and the API, by outcome or refusal',
    labels: ['operation', 'outcome'],
  },
  security_events: {
    help: 'Refused requests that may be attacks: guesses, probes, forged webhooks, posts from other sites',
    labels: ['event', 'outcome'],
  },
  unreadable_messages: {
    help: 'Encrypted messages (X Chat), which the service can’t read',
    labels: ['channel'],
  },
  chat_messages: {
    help: 'X Chat messages that were decrypted, by what they are; `ignored`: of groups',
    labels: ['content'],
  },
  chat_events_unverified: {
    help: 'X Chat events whose signature no registered key verifies: never answered',
    labels: [],
  },
  pushes: { help: 'Web pushes to members’ devices', labels: ['about', 'outcome'] },
  staff_alarms: { help: 'Tries to tell staff of an alarm', labels: ['way', 'outcome'] },
  pruned_rows: { help: 'Rows that were kept long enough and deleted, by class', labels: ['class'] },
  webhook_deliveries: { help: 'Attempts to tell webhooks of events', labels: ['outcome'] },
  alarms: { help: 'Alarms for staff', labels: ['channel', 'event'] },
};

const timers: Readonly<Record<TimerName, Described>> = {
  receipt_to_commit: { help: 'Time from receiving a message to its commit', labels: ['channel'] },
  receipt_to_delivery: {
    help: 'Time from receiving a message until the carrier has the reply',
    labels: ['channel'],
  },
  batch: { help: 'Time of one batch, from its start to its commit', labels: ['institution'] },
  database_transaction: {
    help: 'Time of a transaction, from requesting a connection to its end',
    labels: ['engine', 'outcome'],
  },
};

const gauges: Readonly<Record<GaugeName, Described>> = {
  outbound_queue: { help: 'Messages waiting to be sent', labels: ['channel'] },
  send_budget_left: { help: 'Sends left now for all members together', labels: ['channel'] },
  batch_size: { help: 'Messages in the newest batch', labels: ['institution'] },
  database_size_bytes: { help: 'Size of the database on disk', labels: [] },
};

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Formats metrics for Prometheus. */
export interface ObservedMetrics extends Metrics {
  /** The text of `/metrics`. */
  render(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): ObservedMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tmm_' });
  const made = <Made>(
    described: Readonly<Record<string, Described>>,
    make: (name: string, one: Described) => Made,
  ) => new Map(Object.entries(described).map(([name, one]) => [name, make(name, one)]));
  const count = made(
    counters,
    (name, { help, labels }) =>
      new Counter({
        name: `tmm_${name}_total`,
        help,
        labelNames: [...labels],
        registers: [registry],
      }),
  );
  const time = made(
    timers,
    (name, { help, labels }) =>
      new Histogram({
        name: `tmm_${name}_seconds`,
        help,
        labelNames: [...labels],
        buckets,
        registers: [registry],
      }),
  );
  const gauge = made(
    gauges,
    (name, { help, labels }) =>
      new Gauge({ name: `tmm_${name}`, help, labelNames: [...labels], registers: [registry] }),
  );
  return {
    count: (name, labels: Labels = {}, by = 1) => count.get(name)?.inc({ ...labels }, by),
    time: (name, labels, seconds) => time.get(name)?.observe({ ...labels }, seconds),
    gauge: (name, labels, value) => gauge.get(name)?.set({ ...labels }, value),
    render: async () => registry.metrics(),
    contentType: registry.contentType,
  };
}
