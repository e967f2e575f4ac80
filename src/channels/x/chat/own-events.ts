import { conversationIdOf } from './conversation.ts';
import type { PreparedKeyChange } from './engine/chat-engine.ts';
import { messageDetail, signatureOf, wrapEvent } from './engine/outer-event.ts';
import { type SignedPart, signedPartOf } from './engine/signed-part.ts';

/** What X adds. It is no part of what is signed. */
const byX = { sequenceId: '0', createdAtMsec: '0' };

/** The signed part of a message of ours, by which X's answers and reports name it. */
export function partOfMessage(
  { userId, peerId }: { readonly userId: string; readonly peerId: string },
  posted: {
    readonly message_id: string;
    readonly encoded_message_create_event: string;
    readonly encoded_message_event_signature: string;
  },
): SignedPart | undefined {
  return signedPartOf(
    wrapEvent({
      ...byX,
      messageId: posted.message_id,
      senderId: userId,
      conversationId: conversationIdOf(userId, peerId),
      detail: messageDetail(posted.encoded_message_create_event),
      signature: Buffer.from(posted.encoded_message_event_signature, 'base64'),
    }),
  );
}

/** The digest of a key change of ours; see `SignedPart`. */
export function digestOfChange(
  userId: string,
  { conversationId, signatures: [signed] }: PreparedKeyChange,
): Uint8Array | undefined {
  return (
    signed &&
    signedPartOf(
      wrapEvent({
        ...byX,
        messageId: signed.messageId,
        senderId: userId,
        conversationId,
        detail: Buffer.from(signed.detail, 'base64'),
        signature: signatureOf(signed),
      }),
    )?.digest
  );
}

/** Whether an event holds exactly what we signed. A refusal does not. */
export function isSamePart(part: SignedPart | undefined, encoded: string): boolean {
  const other = signedPartOf(encoded);
  return (
    part !== undefined && other !== undefined && Buffer.compare(part.digest, other.digest) === 0
  );
}
