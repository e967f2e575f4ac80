import { inflateSync } from 'node:zlib';
import { assert } from '../../kernel/assert.ts';

const signature = 0x774f4646;
const headerBytes = 44;
const entryBytes = 20;
const sfntEntryBytes = 16;

/**
 * Unpacks a WOFF font into the TrueType font inside it (W3C WOFF 1.0): the library that draws our
 * PDF would inflate a table again for each letter.
 */
export function unpackWoff(woff: Buffer): Buffer {
  assert(woff.readUInt32BE(0) === signature, 'the file is a WOFF font');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + count * sfntEntryBytes);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * sfntEntryBytes, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * sfntEntryBytes, 10);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = headerBytes + index * entryBytes;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const stored = woff.subarray(start, start + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    const place = 12 + index * sfntEntryBytes;
    woff.copy(head, place, entry, entry + 4);
    woff.copy(head, place + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, place + 8);
    head.writeUInt32BE(length, place + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}
