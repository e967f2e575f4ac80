import { instantText } from '../kernel/clock.ts';
import { Column } from './column.ts';

/**
 * Encodes a parameter as the text that both drivers send. Arrays become PostgreSQL's array
 * literals, so that PGlite and pg treat them the same.
 */
export function encodeParameter(value: unknown): unknown {
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Column) return arrayLiteral(value.values);
  return encodeScalar(value);
}

/** Encodes one value as text. Bytes stay bytes. */
export function encodeScalar(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} can't be a parameter`);
  if (value instanceof Temporal.Instant) return instantText(value);
  if (value instanceof Temporal.PlainDate) return value.toString();
  return jsonText(value);
}

/** Encodes JSON, with a bigint as a string of digits. */
export function jsonText(value: object): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? item.toString() : item,
  );
}

const special = /["\\]/;
const specials = /["\\]/g;

function arrayLiteral(values: readonly unknown[]): string {
  let before: unknown;
  let written = '';
  const elements = values.map((value) => {
    // Cache the last value: a batch's rows share their time, id and more.
    if (value === before && written !== '') return written;
    before = value;
    written = element(value);
    return written;
  });
  return `{${elements.join()}}`;
}

function element(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const scalar = encodeScalar(value);
  if (scalar === null) return 'NULL';
  if (typeof scalar === 'string') return quoted(scalar);
  return `"\\\\x${Buffer.from(scalar).toString('hex')}"`;
}

function quoted(text: string): string {
  return special.test(text) ? `"${text.replace(specials, '\\$&')}"` : `"${text}"`;
}
