import { binaryLayouts } from './binary-layouts.ts';
import type { Column } from './column.ts';

/** Number of dimensions, null flag, element type, length, and the first index. */
const headBytes = 20;
const lengthBytes = 4;
/** Without the last two, for an empty array. */
const emptyBytes = 12;

/**
 * Encodes a one-dimensional array for PostgreSQL's `array_recv`.
 * @throws TypeError or RangeError if a value does not have the array's type
 */
export function binaryArray({ type, values }: Column): Buffer {
  const layout = binaryLayouts[type];
  let room = headBytes;
  let hasNull = 0;
  for (const value of values) {
    room += lengthBytes;
    if (value === null || value === undefined) hasNull = 1;
    else room += layout.most(value);
  }
  const bytes = Buffer.allocUnsafe(room);
  const into = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, room) };
  const { view } = into;
  view.setInt32(0, values.length === 0 ? 0 : 1);
  view.setInt32(4, hasNull);
  view.setInt32(8, layout.typeId);
  if (values.length === 0) return bytes.subarray(0, emptyBytes);
  view.setInt32(12, values.length);
  view.setInt32(16, 1);
  let at = headBytes;
  for (const value of values) {
    const isNull = value === null || value === undefined;
    const length = isNull ? -1 : layout.write(into, at + lengthBytes, value);
    view.setInt32(at, length);
    at += lengthBytes + (isNull ? 0 : length);
  }
  return bytes.subarray(0, at);
}
