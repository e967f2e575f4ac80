/** Takes counts and durations from the rooms. `observe` exports them to Prometheus. */
export interface Metrics {
  /** Adds to a counter. Each label takes few values (channel, intent, outcome), never an id. */
  count(name: CounterName, labels?: Labels, by?: number): void;
  /** Records one duration, in seconds. */
  time(name: TimerName, labels: Labels, seconds: number): void;
  /** Sets a current value. */
  gauge(name: GaugeName, labels: Labels, value: number): void;
}

export type Labels = Readonly<Record<string, string>>;
export type CounterName =
  | 'inbound_messages'
  | 'outbound_messages'
  | 'outbound_segments'
  | 'outbound_cost_microdollars'
  | 'faults'
  | 'bugs'
  | 'webhooks'
  | 'web_operations'
  | 'core_orders'
  | 'security_events'
  | 'unreadable_messages'
  | 'chat_messages'
  | 'chat_events_unverified'
  | 'pushes'
  | 'staff_alarms'
  | 'webhook_deliveries'
  | 'pruned_rows'
  | 'alarms';
export type TimerName =
  | 'receipt_to_commit'
  | 'receipt_to_delivery'
  | 'batch'
  | 'database_transaction';
export type GaugeName =
  | 'outbound_queue'
  | 'send_budget_left'
  | 'batch_size'
  | 'database_size_bytes';

/** Counts nothing. */
export const silentMetrics: Metrics = { count: () => {}, time: () => {}, gauge: () => {} };
