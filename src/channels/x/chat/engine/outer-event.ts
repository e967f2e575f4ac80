/**
 * The event in which X's server wraps what was posted: Thrift's binary protocol, in base64. We write it to test the engine,
 * and to name what we signed. The engine reads it.
 */
export function wrapEvent(event: {
  readonly sequenceId: string;
  readonly messageId: string;
  readonly senderId: string;
  readonly conversationId: string;
  readonly createdAtMsec: string;
  /** The detail: a union of one field. */
  readonly detail: Uint8Array;
  /** A struct with the signature. Absent: unsigned. */
  readonly signature?: Uint8Array;
}): string {
  return Buffer.concat([
    text(1, event.sequenceId),
    text(2, event.messageId),
    text(3, event.senderId),
    text(4, event.conversationId),
    text(6, event.createdAtMsec),
    struct(7, event.detail),
    ...(event.signature ? [struct(9, event.signature)] : []),
    end,
  ]).toString('base64');
}

/** The detail of a message: the posted create event's bytes as they are. */
export function messageDetail(createEvent: string): Uint8Array {
  return Buffer.concat([struct(1, Buffer.from(createEvent, 'base64')), end]);
}

/** The struct with a key change's signature, from the strings that were posted. */
export function signatureOf(signed: {
  readonly signature: string;
  readonly publicKeyVersion: string;
  readonly signatureVersion: string;
}): Uint8Array {
  return Buffer.concat([
    text(1, signed.signature),
    text(2, signed.publicKeyVersion),
    text(3, signed.signatureVersion),
    end,
  ]);
}

const stringType = 11;
const structType = 12;
const end = Buffer.from([0]);

function text(id: number, value: string): Buffer {
  const bytes = Buffer.from(value);
  const head = Buffer.alloc(7);
  head.writeUInt8(stringType, 0);
  head.writeInt16BE(id, 1);
  head.writeInt32BE(bytes.length, 3);
  return Buffer.concat([head, bytes]);
}

function struct(id: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt8(structType, 0);
  head.writeInt16BE(id, 1);
  return Buffer.concat([head, bytes]);
}
