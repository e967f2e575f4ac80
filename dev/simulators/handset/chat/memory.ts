import { z } from 'zod';
import type {
  ChatEngine,
  ChatSession,
  ConversationKey,
  UserKeys,
} from '../../../../src/channels/x/chat/engine/chat-engine.ts';

/** A message that the phone decrypted. */
export interface ShownChat {
  /** The sender's id of the message, which they signed. */
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  /** X's time. */
  readonly at: number;
}

/** What a phone remembers. */
export interface Memory {
  session: ChatSession;
  own: UserKeys;
  privateKeys: Uint8Array;
  readonly conversationKeys: Map<string, ConversationKey>;
  readonly shown: ShownChat[];
  readonly seen: Set<string>;
  /** The sequence id of the newest event it has read. */
  readTo: bigint;
  unreadable: number;
}

const text = z.string();
const bytes = text.transform((value) => Uint8Array.from(Buffer.from(value, 'base64')));

/** The same as JSON, so that a phone survives a restart of the demonstration. */
export const storedMemory = z.object({
  own: z.object({
    userId: text,
    version: text,
    publicKey: text,
    signingPublicKey: text,
    identityPublicKeySignature: text,
  }),
  privateKeys: bytes,
  conversationKeys: z.array(z.object({ version: text, key: bytes })),
  shown: z.array(z.object({ id: text, mine: z.boolean(), text, at: z.number() })),
  readTo: text,
});

export type StoredMemory = z.input<typeof storedMemory>;

/** Brings a stored memory back. @throws ZodError if it is none */
export async function recalled(engine: ChatEngine, stored: unknown): Promise<Memory> {
  const { own, privateKeys, conversationKeys, shown, readTo } = storedMemory.parse(stored);
  const session = await engine.open({ ...own, keys: privateKeys });
  return {
    session,
    own,
    privateKeys,
    shown,
    conversationKeys: new Map(conversationKeys.map((one) => [one.version, one])),
    seen: new Set(shown.map(({ id }) => id)),
    readTo: BigInt(readTo),
    unreadable: 0,
  };
}

export function stored({
  own,
  privateKeys,
  conversationKeys,
  shown,
  readTo,
}: Memory): StoredMemory {
  const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64');
  return {
    own: {
      userId: own.userId,
      version: own.version,
      publicKey: own.publicKey,
      signingPublicKey: own.signingPublicKey,
      identityPublicKeySignature: own.identityPublicKeySignature,
    },
    privateKeys: base64(privateKeys),
    conversationKeys: [...conversationKeys.values()].map(({ version, key }) => ({
      version,
      key: base64(key),
    })),
    shown: [...shown],
    readTo: String(readTo),
  };
}
