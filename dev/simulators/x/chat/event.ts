import { failures, type ChatFailure } from './failures.ts';
import { boolField, int32Field, struct, structField, textField } from './thrift.ts';

/** The numbers of what an event may hold. */
const details = { message: 1, failure: 5 } as const;

/** One event of a conversation, as the server keeps it. The server can't read a message's contents. */
export interface ChatEvent {
  /** It orders the conversation. The sender does not sign it. */
  readonly sequenceId: string;
  /** The sender's id of the message, which they sign. */
  readonly messageId: string;
  readonly senderId: string;
  /** `small:large`. */
  readonly conversationId: string;
  readonly token: string;
  readonly createdAt: Temporal.Instant;
  readonly kind: 'message' | 'key_change' | 'deletion';
  /** The conversation key's version that the event uses or introduces. */
  readonly keyVersion: string;
  /** The encoded detail, as its sender posted it. */
  readonly detail: Buffer;
  /** The encoded signature. Absent: the sender did not sign. */
  readonly signature: Buffer | undefined;
  readonly previousId: string | undefined;
}

/** Wraps a posted create event: only the wrapping is the server's. */
export const messageDetail = (createEvent: Uint8Array): Buffer =>
  struct(structField(details.message, createEvent));

/** A signature's three parts, as a key change is posted with them. */
export const encodeSignature = (parts: {
  readonly signature: string;
  readonly publicKeyVersion: string;
  readonly signatureVersion: string;
}): Buffer =>
  struct(
    textField(1, parts.signature),
    textField(2, parts.publicKeyVersion),
    textField(3, parts.signatureVersion),
  );

/** The event in base64, as one of its readers gets it. */
export function encodeEvent(event: ChatEvent, isTrusted: boolean): string {
  return struct(
    textField(1, event.sequenceId),
    textField(2, event.messageId),
    textField(3, event.senderId),
    textField(4, event.conversationId),
    textField(5, event.token),
    textField(6, String(event.createdAt.epochMilliseconds)),
    structField(7, event.detail),
    event.signature && structField(9, event.signature),
    event.previousId === undefined ? undefined : textField(10, event.previousId),
    boolField(11, isTrusted),
  ).toString('base64');
}

/** The unsigned event that says why X refused a message. */
export function encodeFailure(
  event: Pick<ChatEvent, 'sequenceId' | 'messageId' | 'senderId' | 'conversationId' | 'createdAt'>,
  failure: ChatFailure,
): string {
  // 1: an account of the free tier reached its limit.
  const tier = failure === 'rate_limit_of_tier' ? int32Field(2, 1) : undefined;
  return struct(
    textField(1, event.sequenceId),
    textField(2, event.messageId),
    textField(3, event.senderId),
    textField(4, event.conversationId),
    textField(6, String(event.createdAt.epochMilliseconds)),
    structField(
      7,
      struct(structField(details.failure, struct(int32Field(1, failures[failure]), tier))),
    ),
  ).toString('base64');
}
