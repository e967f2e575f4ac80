import type { ElementType } from './column.ts';
import { encodeScalar } from './parameters.ts';

/**
 * Encodes values of a type in PostgreSQL's binary format, as its `receive` functions read it. It
 * writes a value in one pass without measuring it first: a batch writes everything this way.
 */
interface Layout {
  readonly typeId: number;
  /** The most bytes that the value can take. */
  most(value: unknown): number;
  /** @returns the number of bytes written */
  write(into: Target, at: number, value: unknown): number;
}

interface Target {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** The layouts of all types that arrays can have. */
export const binaryLayouts: Readonly<Record<ElementType, Layout>> = {
  uuid: { typeId: 2950, most: () => 16, write: writeUuid },
  bigint: {
    typeId: 20,
    most: () => 8,
    write: ({ view }, at, value) => {
      view.setBigInt64(at, bigintOf(value));
      return 8;
    },
  },
  int: {
    typeId: 23,
    most: () => 4,
    write: ({ view }, at, value) => {
      view.setInt32(at, integerOf(value, 0x7fff_ffff));
      return 4;
    },
  },
  smallint: {
    typeId: 21,
    most: () => 2,
    write: ({ view }, at, value) => {
      view.setInt16(at, integerOf(value, 0x7fff));
      return 2;
    },
  },
  text: { typeId: 25, most: bytesMost, write: writeText },
  boolean: {
    typeId: 16,
    most: () => 1,
    write: ({ view }, at, value) => {
      if (typeof value !== 'boolean') throw new TypeError('a boolean must be true or false');
      view.setUint8(at, value ? 1 : 0);
      return 1;
    },
  },
  date: {
    typeId: 1082,
    most: () => 4,
    write: ({ view }, at, value) => {
      view.setInt32(at, dayOf(value));
      return 4;
    },
  },
  timestamptz: { typeId: 1184, most: () => 8, write: writeInstant },
  bytea: {
    typeId: 17,
    most: (value) => bytesOf(value).length,
    write: ({ bytes }, at, value) => {
      bytes.set(bytesOf(value), at);
      return bytesOf(value).length;
    },
  },
  jsonb: {
    typeId: 3802,
    most: (value) => 1 + bytesMost(value),
    write: (into, at, value) => {
      // The format version of jsonb.
      into.view.setUint8(at, 1);
      return 1 + writeText(into, at + 1, value);
    },
  },
};

/** Marks a character that is not a digit. */
const noDigit = 0x80;

/** The values of hexadecimal digits, by character code. */
const digits = new Uint8Array(128).fill(noDigit);
for (const [value, digit] of Array.from('0123456789abcdef').entries()) {
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The position of each byte's two digits in `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`. */
const digitPairs = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const uuidLength = 36;

function writeUuid({ bytes }: Target, at: number, value: unknown): number {
  const written = textOf(value);
  let seen = written.length === uuidLength && isDashed(written) ? 0 : noDigit;
  let byte = at;
  for (const pair of digitPairs) {
    const upper = digits[written.charCodeAt(pair)] ?? noDigit;
    const lower = digits[written.charCodeAt(pair + 1)] ?? noDigit;
    seen |= upper | lower;
    bytes[byte] = (upper << 4) | lower;
    byte += 1;
  }
  if (seen >= noDigit) throw new TypeError('a UUID must have its standard form');
  return 16;
}

const dash = '-'.charCodeAt(0);

function isDashed(written: string): boolean {
  return (
    written.charCodeAt(8) === dash &&
    written.charCodeAt(13) === dash &&
    written.charCodeAt(18) === dash &&
    written.charCodeAt(23) === dash
  );
}

/** A UTF-16 unit takes at most three bytes of UTF-8. */
function bytesMost(value: unknown): number {
  return 3 * textOf(value).length;
}

function writeText({ bytes }: Target, at: number, value: unknown): number {
  const text = textOf(value);
  // Nearly all texts are short ASCII: a loop is faster than a native call.
  if (text.length > 64) return bytes.write(text, at);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return bytes.write(text, at);
    bytes[at + index] = code;
  }
  return text.length;
}

/** PostgreSQL counts days and microseconds from January 1, 2000. */
const epochDay = 10_957;
const epochMilliseconds = 946_684_800_000;
const millisecondsOfDay = 86_400_000;

const days = new WeakMap<Temporal.PlainDate, number>();

/** Caches the last day, which a batch's rows share. */
function dayOf(value: unknown): number {
  if (!(value instanceof Temporal.PlainDate))
    throw new TypeError('a date must be a Temporal.PlainDate');
  const known = days.get(value);
  if (known !== undefined) return known;
  const day = value.toZonedDateTime('UTC').epochMilliseconds / millisecondsOfDay - epochDay;
  days.set(value, day);
  return day;
}

function writeInstant({ view }: Target, at: number, value: unknown): number {
  if (!(value instanceof Temporal.Instant))
    throw new TypeError('a timestamptz must be a Temporal.Instant');
  view.setBigInt64(at, microsecondsOf(value));
  return 8;
}

/** Rounds to the nearest microsecond, as PostgreSQL does for text. */
function microsecondsOf(instant: Temporal.Instant): bigint {
  const { epochNanoseconds } = instant;
  const sinceEpoch = epochNanoseconds - BigInt(epochMilliseconds) * 1_000_000n;
  const below = ((sinceEpoch % 1_000n) + 1_000n) % 1_000n;
  return (sinceEpoch - below) / 1_000n + (below >= 500n ? 1n : 0n);
}

function bigintOf(value: unknown): bigint {
  const integer = typeof value === 'bigint' ? value : BigInt(numberOf(value));
  if (BigInt.asIntN(64, integer) !== integer) throw new RangeError('a bigint has at most 64 bits');
  return integer;
}

function integerOf(value: unknown, most: number): number {
  const integer = numberOf(value);
  if (!Number.isInteger(integer) || integer > most || integer < -most - 1)
    throw new RangeError('the integer is out of range');
  return integer;
}

/** Accepts no text: an empty one would be 0, and a long one would lose digits. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new TypeError('an integer must be a number or a bigint');
}

function bytesOf(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('a bytea must be a Uint8Array');
  return value;
}

/** Returns a text or JSON value as text, as outside arrays. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const scalar = encodeScalar(value);
  if (typeof scalar !== 'string') throw new TypeError('a text can’t be bytes');
  return scalar;
}
