import { isIP } from 'node:net';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { networkOf } from './network.ts';

/** A request that was refused and may be part of an attack (OWASP ASVS 16.3). It holds no secret and nothing that was entered. */
export interface SecurityEvent {
  /** What was tried: an operation's name, `request`, `x_webhook`. */
  readonly event: string;
  /** How it ended: a refusal's code. */
  readonly outcome: string;
  /** The visitor's address; the log has the network, as the counters of guesses do. */
  readonly from: string;
  /** Whose session it came from. */
  readonly memberId?: string | undefined;
}

/** Writes security events: the first few of a kind as they come, the rest as one count a minute. A flood can't fill the log. */
export interface SecurityLog {
  note(event: SecurityEvent): void;
  /** Writes the counts that are still open. */
  flush(): void;
}

/** Notes nothing: for tools and tests that look elsewhere. */
export const silentSecurityLog: SecurityLog = { note: () => {}, flush: () => {} };

const windowSeconds = 60;
/** Lines of one event, outcome and source in a window, before only their number is kept. */
const firstLines = 3;
/** Such lines of all sources together. */
const linesMax = 100;
/** Kinds that are kept apart in a window; more sources are counted together. */
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
      logger.warn(kind.fields, 'A request was refused that may be an attack');
    },
    flush,
  };
}

/** A network, or `unknown` for anything that is no address: a header may hold any text. */
function sourceOf(from: string): string {
  return isIP(from) === 0 ? 'unknown' : networkOf(from);
}
