/**
 * Makes a UUID of version 7, by which the server knows a message that was sent twice. The
 * server takes a message as late whose id is old.
 */
export function uuidv7(now: number, random: Uint8Array<ArrayBuffer>): string {
  const bytes = new Uint8Array(random);
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(now) << 16n) | lastTwo(bytes));
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** The two bytes after the time. */
function lastTwo(bytes: Uint8Array): bigint {
  return (BigInt(bytes[6] ?? 0) << 8n) | BigInt(bytes[7] ?? 0);
}
