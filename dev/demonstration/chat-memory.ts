import { z } from 'zod';
import type { ChatState } from '../simulators/x/chat/state.ts';

const text = z.string();
const instant = text.transform((value) => Temporal.Instant.from(value));
const bytes = text.transform((value) => Buffer.from(value, 'base64'));

/** The simulated X Chat in the carriers' file: public keys, and events that only phones can read. */
export const chatMemory = z.object({
  keys: z.record(
    text,
    z.array(
      z.object({
        version: text,
        publicKey: text,
        signingPublicKey: text,
        identityPublicKeySignature: text,
      }),
    ),
  ),
  conversations: z.array(
    z.object({
      participants: z.tuple([text, text]),
      token: text,
      key: z.object({ version: text, encryptedFor: z.record(text, text) }).optional(),
      accepted: z.array(text),
      updatedAt: instant,
      events: z.array(
        z.object({
          sequenceId: text,
          messageId: text,
          senderId: text,
          createdAt: instant,
          kind: z.enum(['message', 'key_change', 'deletion']),
          keyVersion: text,
          detail: bytes,
          signature: bytes.optional(),
          previousId: text.optional(),
        }),
      ),
    }),
  ),
});

export function chatMemoryOf({ keys, conversations }: ChatState): z.input<typeof chatMemory> {
  return {
    keys: Object.fromEntries(keys),
    conversations: [...conversations.values()].map((one) => ({
      participants: [...one.participants],
      token: one.token,
      accepted: [...one.accepted],
      updatedAt: one.updatedAt.toString(),
      ...(one.key
        ? {
            key: {
              version: one.key.version,
              encryptedFor: Object.fromEntries(one.key.encryptedFor),
            },
          }
        : {}),
      events: one.events.map(({ createdAt, detail, signature, previousId, ...event }) => ({
        ...event,
        createdAt: createdAt.toString(),
        detail: detail.toString('base64'),
        ...(signature ? { signature: signature.toString('base64') } : {}),
        ...(previousId === undefined ? {} : { previousId }),
      })),
    })),
  };
}

export function recallChat(chat: ChatState, known: z.output<typeof chatMemory>): void {
  for (const [userId, keys] of Object.entries(known.keys)) chat.keys.set(userId, keys);
  for (const { key, accepted, events, ...one } of known.conversations) {
    const id = one.participants.join(':');
    chat.conversations.set(id, {
      ...one,
      id,
      key: key && { ...key, encryptedFor: new Map(Object.entries(key.encryptedFor)) },
      accepted: new Set(accepted),
      readUpTo: new Map(),
      events: events.map(({ signature, previousId, ...event }) => ({
        ...event,
        conversationId: id,
        token: one.token,
        signature,
        previousId,
      })),
    });
  }
}
