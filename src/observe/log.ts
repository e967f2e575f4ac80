import { pino, type DestinationStream } from 'pino';
import { findSecrets } from '../secrets/find-secrets.ts';
import type { Logger, LogFields } from '../kernel/logger.ts';

/** Fields that we never write, no matter which room passes them. */
const secretFields =
  /^(?:text|code|token|access_?token|refresh_?token|secret|password|pin|address|recipient|authorization|key|body|handle|number)$/i;

/** Patterns for the remaining fields: tokens, phone and account numbers, codes. */
const secretText: readonly RegExp[] = [
  /Bearer\s+\S+/gi,
  // Six digits may be an amount. Phone and account numbers are longer.
  /\+\d{6,}|\d{7,}/g,
  /\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}\b/g,
  /\b[A-Za-z0-9_-]{32,}\b/g,
];

/** Our own ids are no secret and stay as they are. */
const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Makes the log, by pino: one JSON line for each event. Rooms pass ids, counts and reasons. It
 * still removes anything that looks like a secret, by name and by pattern.
 * @param destination standard output by default; tests pass their own
 */
export function createLogger(
  level: 'debug' | 'info' | 'warn' | 'error',
  destination?: DestinationStream,
): Logger {
  const log = destination ? pino({ level }, destination) : pino({ level });
  return {
    debug: (fields, sentence) => log.debug(clean(fields), cleanText(sentence)),
    info: (fields, sentence) => log.info(clean(fields), cleanText(sentence)),
    warn: (fields, sentence) => log.warn(clean(fields), cleanText(sentence)),
    error: (fields, sentence) => log.error(clean(fields), cleanText(sentence)),
  };
}

const depthMax = 4;

function clean(fields: LogFields, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretFields.test(name) ? '█' : cleanValue(value, depth),
    ]),
  );
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (value instanceof Error) return cleanError(value, depth);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= depthMax) return '…';
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => cleanValue(item, depth + 1));
  return clean(Object.fromEntries(Object.entries(value)), depth + 1);
}

/**
 * Logs an error's kind and place. Leaves out PostgreSQL's `detail`, since it holds values of rows.
 */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    message: cleanText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && depth < depthMax
      ? { cause: cleanError(error.cause, depth + 1) }
      : {}),
  };
}

function cleanText(text: string): string {
  const ids: string[] = [];
  let result = text.replace(id, (found) => `\u0001${ids.push(found) - 1}\u0001`);
  const { tells, places } = findSecrets(result);
  if (tells)
    for (const [start, end] of places.toReversed())
      result = `${result.slice(0, start)}█${result.slice(end)}`;
  for (const pattern of secretText) result = result.replace(pattern, '█');
  // oxlint-disable-next-line no-control-regex -- the marks that we added above
  return result.replace(/\u0001(\d+)\u0001/g, (_all, index: string) => ids[Number(index)] ?? '');
}
