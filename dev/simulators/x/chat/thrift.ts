import { Buffer } from 'node:buffer';

/*
 * The part of Thrift's binary protocol that X Chat's events need. A struct is its fields, each with a type, a number and a value,
 * and a zero byte at the end.
 */
const types = {
  bool: 2,
  byte: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  text: 11,
  struct: 12,
} as const;

/** Encodes a struct from encoded fields. Absent ones are left out. */
export const struct = (...fields: readonly (Buffer | undefined)[]): Buffer =>
  Buffer.concat([...fields.flatMap((field) => field ?? []), Buffer.of(0)]);

/** A text or bytes. */
export function textField(number: number, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([header(types.text, number), int32(bytes.length), bytes]);
}

/** A field that holds an encoded struct. */
export const structField = (number: number, value: Uint8Array): Buffer =>
  Buffer.concat([header(types.struct, number), value]);

export const int32Field = (number: number, value: number): Buffer =>
  Buffer.concat([header(types.i32, number), int32(value)]);

export const boolField = (number: number, value: boolean): Buffer =>
  Buffer.concat([header(types.bool, number), Buffer.of(value ? 1 : 0)]);

function header(type: number, number: number): Buffer {
  const bytes = Buffer.of(type, 0, 0);
  bytes.writeInt16BE(number, 1);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const sizes: ReadonlyMap<number, number> = new Map([
  [types.bool, 1],
  [types.byte, 1],
  [types.double, 8],
  [types.i16, 2],
  [types.i32, 4],
  [types.i64, 8],
]);

/**
 * Reads the texts of a flat struct by their numbers, and passes over its other plain fields.
 * @returns `undefined` if the bytes are no such struct, or have something after it
 */
export function readTexts(bytes: Buffer): ReadonlyMap<number, Buffer> | undefined {
  const texts = new Map<number, Buffer>();
  try {
    let at = 0;
    for (;;) {
      const type = bytes.readUInt8(at);
      if (type === 0) return at + 1 === bytes.length ? texts : undefined;
      const number = bytes.readInt16BE(at + 1);
      at += 3;
      const size = type === types.text ? bytes.readInt32BE(at) : sizes.get(type);
      if (size === undefined || size < 0) return undefined;
      if (type === types.text) {
        at += 4;
        texts.set(number, bytes.subarray(at, at + size));
      }
      at += size;
      if (at > bytes.length) return undefined;
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
