import { createHash } from 'node:crypto';

/** What an event says of itself, unverified, with a hash over all that a signature covers, and over the signature. */
export interface SignedPart {
  readonly messageId: string;
  readonly senderId: string;
  /** Both ids, joined by a colon. */
  readonly conversationId: string;
  /**
   * Equal for the same event under another sequence id, time or token. If one of them has verified, the others say nothing new. It is no
   * proof by itself.
   */
  readonly digest: Uint8Array;
}

/**
 * Splits an event's bytes without reading what they mean: that takes the engine. It saves decrypting the same event again.
 * @returns `undefined` for an unsigned event, or one that is not as X makes them: the engine says why
 */
export function signedPartOf(encoded: string): SignedPart | undefined {
  const fields = fieldsOf(Buffer.from(encoded, 'base64'));
  const [id, sender, conversation, detail, signature] = [2, 3, 4, 7, 9].map((number) =>
    fields?.get(number),
  );
  if (!id || !sender || !conversation || !detail || !signature) return undefined;
  const messageId = id.toString('latin1');
  if (!messageIdPattern.test(messageId)) return undefined;
  const hash = createHash('sha256');
  // Each with its length: no two events of other parts have the same hash.
  for (const part of [id, sender, conversation, detail, signature])
    hash.update(`${part.length}:`).update(part);
  return {
    messageId,
    senderId: sender.toString('latin1'),
    conversationId: conversation.toString('latin1'),
    digest: hash.digest(),
  };
}

/** A true message id is a UUID. The sender chose it, so another may not even be text that can be stored. */
export const messageIdPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const stop = 0;
const [text, struct, map, set, list] = [11, 12, 13, 14, 15];
const sizes: ReadonlyMap<number, number> = new Map([
  [2, 1],
  [3, 1],
  [4, 8],
  [6, 2],
  [8, 4],
  [10, 8],
]);

/** Structs inside each other. X's events have a few. */
const depthMax = 16;

/** The fields of a struct in Thrift's binary protocol, each with its bytes. `undefined`: it is none, or names a field twice. */
function fieldsOf(bytes: Buffer): ReadonlyMap<number, Buffer> | undefined {
  const fields = new Map<number, Buffer>();
  try {
    let at = 0;
    for (;;) {
      const type = bytes.readUInt8(at);
      if (type === stop) return at + 1 === bytes.length ? fields : undefined;
      const number = bytes.readInt16BE(at + 1);
      const begin = at + 3;
      at = endOf(bytes, type, { at: begin, depth: 0 });
      // The engine may take the later of two.
      if (fields.has(number)) return undefined;
      fields.set(number, bytes.subarray(type === text ? begin + 4 : begin, at));
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where a value ends. @throws RangeError if it doesn't */
function endOf(
  bytes: Buffer,
  type: number,
  { at, depth }: { readonly at: number; readonly depth: number },
): number {
  const end = (() => {
    const size = sizes.get(type);
    if (size !== undefined) return at + size;
    if (type === text) return at + 4 + countAt(bytes, at);
    if (depth >= depthMax) throw new RangeError('too deep');
    if (type === struct) return endOfStruct(bytes, { at, depth: depth + 1 });
    const kinds = type === map ? [bytes.readUInt8(at), bytes.readUInt8(at + 1)] : [];
    if (type === list || type === set) kinds.push(bytes.readUInt8(at));
    if (kinds.length === 0) throw new RangeError('no such type');
    let next = at + kinds.length + 4;
    for (let left = countAt(bytes, at + kinds.length); left > 0; left -= 1)
      for (const kind of kinds) next = endOf(bytes, kind, { at: next, depth: depth + 1 });
    return next;
  })();
  if (end > bytes.length) throw new RangeError('cut off');
  return end;
}

function endOfStruct(
  bytes: Buffer,
  place: { readonly at: number; readonly depth: number },
): number {
  let { at } = place;
  for (;;) {
    const type = bytes.readUInt8(at);
    if (type === stop) return at + 1;
    at = endOf(bytes, type, { at: at + 3, depth: place.depth });
  }
}

function countAt(bytes: Buffer, at: number): number {
  const count = bytes.readInt32BE(at);
  if (count < 0) throw new RangeError('a negative length');
  return count;
}
