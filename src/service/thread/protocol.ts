import type { Outcome, Received } from '../../conversation/received.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { MasterKey } from '../../kernel/keyring.ts';
import type { ChannelEvent } from '../../messages/channel.ts';

/**
 * The messages between the service and its conversation's thread. Instants can't be cloned, so they
 * travel as milliseconds since 1970, as fine as any carrier's clock.
 */
export interface ThreadData {
  readonly url: string;
  readonly connectionsMax: number;
  /** The statement timeout. Absent means none. */
  readonly statementSeconds?: number | undefined;
  readonly masterKeys: readonly MasterKey[];
  /** If absent, the key with the greatest id is active. */
  readonly activeKey?: number | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly batchMax?: number | undefined;
}

export interface Call {
  readonly id: number;
  readonly ask:
    | { readonly ask: 'take'; readonly messages: readonly Plain<Received>[] }
    | { readonly ask: 'happened'; readonly events: readonly Plain<ChannelEvent>[] }
    | { readonly ask: 'idle' }
    | { readonly ask: 'answer' }
    | { readonly ask: 'stop' };
}

export interface Answer {
  readonly id: number;
  /** The results of `take`, in the order of the messages. */
  readonly outcomes?: readonly Outcome[];
  readonly error?: PlainError;
}

/** The results since the thread's last message. */
export interface Told {
  readonly answers: readonly Answer[];
  /** Something waits to be sent. */
  readonly queued: boolean;
  readonly metrics: readonly MetricCall[];
}

export type MetricCall = {
  [Name in keyof Metrics]: readonly [Name, ...Parameters<Metrics[Name]>];
}[keyof Metrics];

/** The same with its instants as numbers. */
export type Plain<Value> = Value extends unknown
  ? {
      [Field in keyof Value]: Value[Field] extends Temporal.Instant | undefined
        ? number | Extract<Value[Field], undefined>
        : Value[Field];
    }
  : never;

export function plainMessage({ receivedAt, sentAt, ...message }: Received): Plain<Received> {
  return {
    ...message,
    receivedAt: receivedAt.epochMilliseconds,
    ...(sentAt ? { sentAt: sentAt.epochMilliseconds } : {}),
  };
}

export function messageOf({ receivedAt, sentAt, ...message }: Plain<Received>): Received {
  return {
    ...message,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(receivedAt),
    ...(sentAt === undefined ? {} : { sentAt: Temporal.Instant.fromEpochMilliseconds(sentAt) }),
  };
}

export function plainEvent(event: ChannelEvent): Plain<ChannelEvent> {
  if (event.event !== 'sent_echo') return event;
  const { sentAt, ...rest } = event;
  return { ...rest, ...(sentAt ? { sentAt: sentAt.epochMilliseconds } : {}) };
}

export function eventOf(event: Plain<ChannelEvent>): ChannelEvent {
  if (event.event !== 'sent_echo') return event;
  const { sentAt, ...rest } = event;
  return {
    ...rest,
    ...(sentAt === undefined ? {} : { sentAt: Temporal.Instant.fromEpochMilliseconds(sentAt) }),
  };
}

export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  /** The fields of a fault. */
  readonly retryable?: boolean;
}

export function plainError(thrown: unknown): PlainError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error instanceof Fault ? { retryable: error.retryable } : {}),
  };
}

export function errorOf({ name, message, stack, code, retryable }: PlainError): Error {
  const error =
    retryable === undefined
      ? Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) })
      : new Fault({ code: code ?? 'unknown', message, retryable });
  error.stack = stack;
  return error;
}
