import { createHash } from 'node:crypto';
import { isUndecryptable, isUnderUnknownKey, type Keyring } from '../../kernel/keyring.ts';

/** The message that a payload was prepared for. */
interface Of {
  readonly institutionId: number;
  readonly id: string;
  /** As stored, without its code. */
  readonly text: string;
  readonly codeVersion?: number | null | undefined;
}

/** Binds a payload to its message: moved to another row, or beside another text or code, it can't be opened. */
function placeOf({ institutionId, id, text, codeVersion }: Of): string {
  const hash = createHash('sha256').update(`${codeVersion ?? ''}\n${text}`);
  return `outbound/${institutionId}/${id}/${hash.digest('hex')}`;
}

/** Encrypts what the channel prepared, to be stored with its message. */
export function sealPayload(keyring: Keyring, of: Of, payload: Uint8Array): Uint8Array {
  return keyring.encrypt('chat', placeOf(of), Buffer.from(payload).toString('base64'));
}

/**
 * Opens a stored payload.
 * @returns `undefined` if it was not prepared for this message: then it is prepared again from the text
 * @throws Fault `unknown_key`
 */
export function openPayload(keyring: Keyring, of: Of, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return Buffer.from(keyring.decrypt('chat', placeOf(of), sealed), 'base64');
  } catch (error) {
    if (isUndecryptable(error) && !isUnderUnknownKey(error)) return undefined;
    throw error;
  }
}
