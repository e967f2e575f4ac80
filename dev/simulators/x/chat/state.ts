import type { ChatEvent } from './event.ts';

/** The public keys of a user, as they registered them. */
export interface RegisteredKeys {
  /** X's number for them: the newest is the largest. */
  readonly version: string;
  readonly publicKey: string;
  readonly signingPublicKey: string;
  /** The identity key, signed with the signing key. */
  readonly identityPublicKeySignature: string;
}

export interface ChatConversation {
  /** `small:large`. */
  readonly id: string;
  readonly participants: readonly [string, string];
  /** Opaque, for clients to return. */
  readonly token: string;
  /** In order of sequence id. */
  readonly events: ChatEvent[];
  /** The newest conversation key, and the version of each user's public key that it was encrypted for. */
  key: { readonly version: string; readonly encryptedFor: ReadonlyMap<string, string> } | undefined;
  /** Who took the other's request, by hand or by answering. */
  readonly accepted: Set<string>;
  readonly readUpTo: Map<string, string>;
  updatedAt: Temporal.Instant;
}

/** From whom a user takes a first message: from all, as a request, or from nobody but those they follow. */
export type ChatWriters = 'everyone' | 'followed';

export interface ChatBot {
  readonly id: string;
  token: string | undefined;
  permission: 'everyone' | 'premium' | 'no_one';
}

/** The chat's state. It holds no private key, no conversation key and no text. */
export interface ChatState {
  /** By user, oldest first. */
  readonly keys: Map<string, RegisteredKeys[]>;
  /** What X serves in place of a user's own record, when a test has it lie. */
  readonly substituted: Map<string, readonly RegisteredKeys[]>;
  readonly conversations: Map<string, ChatConversation>;
  readonly writers: Map<string, ChatWriters>;
  readonly bots: Map<string, ChatBot>;
  /** By user: where X keeps the private keys of a phone that set a PIN, as X serves it. The keys are not here. */
  readonly juicebox: Map<string, object>;
}

export function createChatState(): ChatState {
  return {
    keys: new Map(),
    substituted: new Map(),
    conversations: new Map(),
    writers: new Map(),
    bots: new Map(),
    juicebox: new Map(),
  };
}

/** The keys of a user with the largest version. */
export function newestKeys(chat: ChatState, userId: string): RegisteredKeys | undefined {
  return chat.keys.get(userId)?.at(-1);
}

/** The other participant. */
export function otherOf({ participants: [a, b] }: ChatConversation, userId: string): string {
  return a === userId ? b : a;
}
