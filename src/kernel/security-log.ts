import { isIP } from 'node:net';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { networkOf } from './network.ts';

/**
 * A refused request that may be part of an attack (OWASP ASVS 16.3). It holds no secret and no user
 * input.
 */
export interface SecurityEvent {
  /** The attempted action: an operation's name, `request`, `x_webhook`. */
  readonly event: string;
  /** The refusal's code. */
  readonly outcome: string;
  /** The visitor's address. The log shows its network, as the attempt counters do. */
  readonly from: string;
  /** The member who was signed in. */
  readonly memberId?: string | undefined;
}

/**
 * Logs security events: the first few of a kind one by one, the rest as one count a minute. So a
 * flood can't fill the log.
 */
export interface SecurityLog {
  note(event: SecurityEvent): void;
  /** Writes the open counts. */
  flush(): void;
}

/** Logs nothing: for tools and tests that check something else. */
export const silentSecurityLog: SecurityLog = { note: () => {}, flush: () => {} };

const windowSeconds = 60;
/** Lines for one event, outcome and source in a window. Further ones are only counted. */
const firstLines = 3;
/** Such lines from all sources together. */
const linesMax = 100;
/** Kinds counted separately in a window. Further sources share one count. */
const kindsMax = 200;

interface Kind {
  readonly fields: Readonly<Record<string, string>>;
  lines: number;
  further: number;
}

export function createSecurityLog(given: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}): SecurityLog {
  const { clock, logger, metrics } = given;
  const kinds = new Map<string, Kind>();
  let lines = 0;
  let until = 0;
  const kindOf = (fields: Kind['fields']): Kind => {
    const name = JSON.stringify(fields);
    const known = kinds.get(name);
    if (known) return known;
    const { event = '', outcome = '', source } = fields;
    if (kinds.size >= kindsMax && source !== 'others')
      return kindOf({ event, outcome, source: 'others' });
    const kind = { fields, lines: 0, further: 0 };
    kinds.set(name, kind);
    return kind;
  };
  const flush = () => {
    for (const { fields, further } of kinds.values()) {
      if (further > 0)
        logger.warn({ ...fields, further }, 'More requests of this kind were refused');
    }
    kinds.clear();
    lines = 0;
  };
  return {
    note: ({ event, outcome, from, memberId }) => {
      metrics.count('security_events', { event, outcome });
      const now = clock.now().epochMilliseconds;
      if (now >= until) {
        flush();
        until = now + windowSeconds * 1_000;
      }
      const kind = kindOf({
        event,
        outcome,
        source: sourceOf(from),
        ...(memberId === undefined ? {} : { memberId }),
      });
      if (kind.lines >= firstLines || lines >= linesMax) {
        kind.further += 1;
        return;
      }
      kind.lines += 1;
      lines += 1;
      logger.warn(kind.fields, 'Refused a request that may be an attack');
    },
    flush,
  };
}

/** Returns the network, or `unknown` if the text is not an address: a header may hold anything. */
function sourceOf(from: string): string {
  return isIP(from) === 0 ? 'unknown' : networkOf(from);
}
