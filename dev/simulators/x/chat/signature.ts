import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { ChatFailure } from './failures.ts';
import type { RegisteredKeys } from './state.ts';
import { readTexts } from './thrift.ts';

/** The version of signatures that X takes. */
const signatureVersion = '7';

/** A message as posted, decoded as far as the server can. */
export interface PostedMessage {
  readonly messageId: string;
  readonly senderId: string;
  /** `small:large`. */
  readonly conversationId: string;
  readonly keyVersion: string;
  /** Encrypted. */
  readonly contents: Buffer;
}

/**
 * Checks a message's signature as X's servers do: with the public key that its sender registered.
 * @param signature the encoded signature, if there is one
 * @param keys the sender's, oldest first
 * @returns why X refuses the message, or `undefined`
 */
export function signatureProblem(
  message: PostedMessage,
  signature: Buffer | undefined,
  {
    keys,
    refusesOlder,
  }: { readonly keys: readonly RegisteredKeys[]; readonly refusesOlder: boolean },
): ChatFailure | undefined {
  const parts = signature && readTexts(signature);
  const [signed, keyVersion, version] = [1, 2, 3].map((number) => parts?.get(number)?.toString());
  if (signed === undefined) return 'invalid_sender_signature';
  if (version !== signatureVersion) return 'invalid_signature_version';
  const known = refusesOlder ? keys.slice(-1) : keys;
  const signer = known.find((one) => one.version === keyVersion);
  if (!signer) return 'invalid_sender_signature';
  const { messageId, senderId, conversationId, contents } = message;
  const text = [
    'MessageCreateEvent',
    messageId,
    senderId,
    conversationId,
    message.keyVersion,
    contents.toString('base64').replace(/=+$/, ''),
  ].join(',');
  return isSignedBy(signer.signingPublicKey, Buffer.from(text), signed)
    ? undefined
    : 'signature_does_not_verify';
}

/** Whether a signing key is bound to the identity key, as the registered signature says. */
export function isBound(keys: Omit<RegisteredKeys, 'version'>): boolean {
  const identity = Buffer.from(keys.publicKey, 'base64');
  return (
    publicKeyOf(keys.publicKey) !== undefined &&
    isSignedBy(keys.signingPublicKey, identity, keys.identityPublicKeySignature)
  );
}

function isSignedBy(publicKey: string, data: Buffer, signature: string): boolean {
  const key = publicKeyOf(publicKey);
  // Raw r and s, not DER.
  const raw = Buffer.from(signature, 'base64');
  return key !== undefined && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, raw);
}

/** An encoded key on the curve P-256. */
function publicKeyOf(text: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}
