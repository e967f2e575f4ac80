import { z } from 'zod';

/** What X's engine returns. A shape that differs ends the start-up self-test, so the service does not run on a changed engine. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const text = z.string().min(1);

export const generatedKeys = z.object({
  version: text,
  publicKey: z.object({
    publicKey: text,
    signingPublicKey: text,
    identityPublicKeySignature: text,
    signingPublicKeySignature: text,
    publicKeyFingerprint: text,
    registrationMethod: text,
  }),
});

export const preparedChange = z.object({
  conversationId: text,
  conversationKey: bytes,
  conversationKeyVersion: text,
  participantKeys: z.array(z.object({ userId: text, encryptedKey: text, publicKeyVersion: text })),
  actionSignatures: z.array(
    z.object({
      messageId: text,
      encodedMessageEventDetail: text,
      signature: text,
      signatureVersion: text,
      publicKeyVersion: text,
    }),
  ),
});

export const preparedMessage = z.object({
  messageId: text,
  encryptedContent: text,
  encodedEventSignature: text,
});

const facts = {
  id: text,
  senderId: text,
  conversationId: text,
  sequenceId: z.string().nullish(),
  createdAtMsec: z.number().nullish(),
};

export const messageEvent = z.object({
  type: z.literal('message'),
  ...facts,
  verified: z.literal(true),
  keyVersion: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  content: z.object({
    content_type: text,
    text: z.string().nullish(),
    target_message_id: z.string().nullish(),
    attachments: z.array(z.unknown()).nullish(),
    forwarded_message: z.unknown().optional(),
  }),
});

export const keyChangeEvent = z.object({
  type: z.literal('keyChange'),
  ...facts,
  verified: z.literal(true),
  keyVersion: text,
});

export const failureEvent = z.object({
  type: z.literal('failure'),
  failure: z.string(),
  rateLimitTier: z.string().nullish(),
});

export const anyEvent = z.looseObject({ type: z.string() });

export const decryptedEvents = z.object({
  messages: z.array(z.object({ event: z.unknown() })),
  conversationKeys: z.object({ keys: z.record(z.string(), bytes) }),
});
