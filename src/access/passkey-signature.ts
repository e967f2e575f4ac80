import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Queries } from '../database/database.ts';
import type { AccessContext } from './access-context.ts';
import { siteOf, type Site } from './passkey-site.ts';
import { findPasskey, notePasskeyUse, type StoredPasskey } from './passkeys.ts';

/** What checks the signature of a passkey of a member or of staff. */
export type SigningPasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'handle'
>;

/** Makes the options with which a browser asks for a signature of this challenge (32 bytes in base64url). */
export async function requestOptions(given: {
  readonly challenge: string;
  /** The keys that may sign. None: any of this site. */
  readonly known: readonly Pick<SigningPasskey, 'credentialId' | 'transports'>[];
  readonly site: Site;
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: siteOf(given.site).rpID,
    challenge: Uint8Array.from(Buffer.from(given.challenge, 'base64url')),
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: given.known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: [...transports],
    })),
  });
}

/**
 * Checks a passkey's signature of this challenge, and records that the passkey was used.
 * @param given.memberId whose passkey it must be. Absent: anyone's of the institution
 * @returns the passkey; `undefined` if the check fails for any reason
 */
export async function checkSignature(
  tx: Queries,
  context: AccessContext,
  given: {
    readonly institutionId: number;
    readonly memberId?: string | undefined;
    readonly site: Site;
    readonly response: AuthenticationResponseJSON;
    readonly challenge: string;
  },
): Promise<StoredPasskey | undefined> {
  const { institutionId, memberId, response, challenge } = given;
  const credentialId = Buffer.from(response.id, 'base64url');
  const passkey = await findPasskey(tx, { institutionId, credentialId });
  if (!passkey) return undefined;
  if (memberId !== undefined && passkey.memberId !== memberId) return undefined;
  const used = await verifySignature(passkey, { site: given.site, response, challenge });
  if (!used) return undefined;
  const noted = await notePasskeyUse(tx, context, { institutionId, id: passkey.id, ...used });
  return noted ? passkey : undefined;
}

/**
 * Checks a signature of this challenge by this passkey. It stores nothing: the caller records the new counter.
 * @returns the authenticator's counter, and whether the key is backed up; `undefined` if the check fails for any reason
 */
export async function verifySignature(
  passkey: SigningPasskey,
  given: {
    readonly site: Pick<Site, 'publicUrl'>;
    readonly response: AuthenticationResponseJSON;
    readonly challenge: string;
  },
): Promise<{ readonly counter: number; readonly backedUp: boolean } | undefined> {
  const { response, challenge } = given;
  if (!isOfHandle(passkey, response)) return undefined;
  const { rpID, origin } = siteOf(given.site);
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: {
      id: response.id,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
      // The transports that the authenticator reported when the key was made.
      transports: passkey.transports.filter(isTransport),
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp };
}

/** Whether an authenticator that names a user names the owner of the key. */
function isOfHandle(
  passkey: Pick<SigningPasskey, 'handle'>,
  response: AuthenticationResponseJSON,
): boolean {
  const { userHandle } = response.response;
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').equals(passkey.handle);
}

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

function isTransport(text: string): text is AuthenticatorTransport {
  return transports.some((one) => one === text);
}
