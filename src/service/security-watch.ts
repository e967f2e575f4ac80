import type { MiddlewareHandler } from 'hono';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import { createSecurityLog, type SecurityLog } from '../kernel/security-log.ts';
import { visitorAddress, type Connection } from '../kernel/visitor-address.ts';
import type { World } from '../kernel/world.ts';
import type { RawWebhook } from '../messages/raw-webhook.ts';
import { connectionOf } from '../web/connection.ts';

/** The security log of a service, and its sources in the webhooks. */
export interface SecurityWatch {
  readonly log: SecurityLog;
  /** Watches the answers of a carrier's webhook. */
  webhook(channel: string): MiddlewareHandler;
  /** Watches the answers of a webhook outside the web app. */
  raw(channel: string, webhook: RawWebhook): RawWebhook;
  /** Starts to write counts once a minute. */
  start(): void;
  /** Stops, and writes the remaining counts. */
  stop(): void;
}

/**
 * What each answer to a webhook's caller says about the request. Other answers are no sign of an
 * attack.
 */
const outcomes: ReadonlyMap<number, string> = new Map([
  [400, 'malformed'],
  [401, 'unsigned'],
  [403, 'unsigned'],
  [404, 'not_ours'],
  [405, 'wrong_method'],
  [413, 'too_large'],
  [415, 'malformed'],
  [421, 'wrong_host'],
]);

const everyMilliseconds = 60_000;

export function createSecurityWatch(given: {
  readonly world: Pick<World, 'clock'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How many proxies stand before the service. */
  readonly proxies: number;
}): SecurityWatch {
  const log = createSecurityLog({ ...given, clock: given.world.clock });
  const answered = (channel: string, status: number, connection: Connection) => {
    const outcome = outcomes.get(status);
    if (outcome === undefined) return;
    const from = visitorAddress(connection, given.proxies);
    log.note({ event: `${channel}_webhook`, outcome, from });
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    log,
    webhook: (channel) => async (context, next) => {
      await next();
      answered(channel, context.res.status, connectionOf(context));
    },
    raw: (channel, webhook) => ({
      ...webhook,
      answered: (status, connection) => answered(channel, status, connection),
    }),
    start: () => {
      timer = setInterval(() => log.flush(), everyMilliseconds).unref();
    },
    stop: () => {
      clearInterval(timer);
      log.flush();
    },
  };
}
