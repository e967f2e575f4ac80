import { createHash } from 'node:crypto';

/**
 * Gives the hash under which we store a random token of 256 bits. Nobody can guess such a token, so the hash needs no key.
 * @param use keeps a token of one kind from being taken for another's
 */
export function tokenHash(
  use: 'session' | 'invitation' | 'token',
  institutionId: number,
  token: string,
): Uint8Array {
  return createHash('sha256').update(`staff ${use}/${institutionId}/${token}`).digest();
}
