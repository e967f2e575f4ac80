/** Both public keys of a user, as X registers and serves them. */
export interface PublicRecord {
  readonly version: string;
  /** The identity public key: SPKI, base64. */
  readonly publicKey: string;
  readonly signingPublicKey: string;
  /** Made with the identity key, over the signing key. */
  readonly identityPublicKeySignature: string;
}

/** What X wants to know when keys are registered. */
export interface RegistrationRecord extends PublicRecord {
  readonly signingPublicKeySignature: string;
  readonly publicKeyFingerprint: string;
  readonly registrationMethod: string;
}

/** New keys. The private ones are 64 bytes in clear: encrypt them at once, and overwrite this copy. */
export interface NewKeys {
  readonly keys: Uint8Array;
  readonly record: RegistrationRecord;
}

/** Whose keys a session uses. `version` is the one under which X registered them. */
export interface ChatIdentity {
  readonly userId: string;
  readonly version: string;
  readonly keys: Uint8Array;
}

/** A user's public keys, with the user. */
export interface UserKeys extends PublicRecord {
  readonly userId: string;
}

export interface ConversationKey {
  /** Milliseconds as text. Compare it as a number. */
  readonly version: string;
  readonly key: Uint8Array;
}

/** A signed change of a conversation's key, ready to be posted. */
export interface PreparedKeyChange {
  /** Both ids, joined by a colon. */
  readonly conversationId: string;
  readonly key: ConversationKey;
  readonly participants: readonly {
    readonly userId: string;
    readonly encryptedKey: string;
    readonly publicKeyVersion: string;
  }[];
  readonly signatures: readonly {
    readonly messageId: string;
    readonly detail: string;
    readonly signature: string;
    readonly signatureVersion: string;
    readonly publicKeyVersion: string;
  }[];
}

/** An encrypted and signed message, ready to be posted as often as needed. */
export interface PreparedMessage {
  readonly messageId: string;
  readonly createEvent: string;
  readonly eventSignature: string;
}

/** What a message says. Only `text` can be a command. */
export type ChatContent =
  | { readonly type: 'text'; readonly text: string; readonly hasAttachments: boolean }
  | { readonly type: 'edit'; readonly targetId: string | undefined }
  | { readonly type: 'other'; readonly name: string };

interface EventFacts {
  /** Signed. */
  readonly messageId: string;
  readonly senderId: string;
  /** Both ids, joined by a colon. Signed. */
  readonly conversationId: string;
  /** Not signed, like the time. */
  readonly sequenceId: string | undefined;
  readonly sentAt: number | undefined;
}

/** An event of a conversation. `message` and `key_change` have a signature that verified. */
export type ChatEvent =
  | ({
      readonly kind: 'message';
      readonly keyVersion: string | undefined;
      readonly content: ChatContent;
    } & EventFacts)
  | ({ readonly kind: 'key_change'; readonly key: ConversationKey } & EventFacts)
  | { readonly kind: 'failure'; readonly failure: string; readonly tier: string | undefined }
  | { readonly kind: 'other'; readonly name: string };

/**
 * Why an event was not read. `no_key`: its conversation key is missing. `no_signer`: the signing key that it names is not
 * given, or it names none. `unverified`: its signature is false, or its id is none. `unreadable`:
 * it is not an event, or for other keys.
 */
export type Rejection = 'no_key' | 'no_signer' | 'unverified' | 'unreadable';

export type ReadResult = { readonly event: ChatEvent } | { readonly rejected: Rejection };

/** One identity's keys, loaded. */
export interface ChatSession {
  readonly userId: string;
  readonly version: string;
  /** Tells whether an identity public key, as X serves it, belongs to these private keys. */
  matches(publicKey: string): Promise<boolean>;
  /** The fingerprint of the identity key, for people to compare. */
  fingerprint(): Promise<string>;
  /** Makes a new key for the conversation with another user. @param all the newest keys of both users */
  prepareKeyChange(all: readonly UserKeys[]): Promise<PreparedKeyChange>;
  encrypt(message: {
    readonly conversationId: string;
    readonly text: string;
    readonly key: ConversationKey;
  }): Promise<PreparedMessage>;
  /**
   * Decrypts and verifies one event.
   * @param given keys of this conversation only, and public keys of its participants only
   */
  read(
    event: string,
    given: {
      readonly conversationKeys: readonly ConversationKey[];
      readonly signers: readonly UserKeys[];
    },
  ): Promise<ReadResult>;
  /** Overwrites the private keys in the engine. */
  close(): Promise<void>;
}

/** X's encryption. We have no cryptography of our own. */
export interface ChatEngine extends AsyncDisposable {
  generate(): Promise<NewKeys>;
  /** Loads private keys. The caller's copy stays as it is. */
  open(identity: ChatIdentity): Promise<ChatSession>;
}
