import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Queries } from '../database/database.ts';
import type { AccessContext } from './access-context.ts';
import { challengeOf, siteOf, type Site } from './passkey-site.ts';
import { findPasskey, notePasskeyUse, storedPasskeys, type StoredPasskey } from './passkeys.ts';
import type { Session } from './session.ts';
import { beginStep, takeStep } from './steps.ts';

/**
 * The reason for asking for a passkey: to sign in as any member, or to prove in a session that it
 * is still the same member.
 */
export type PasskeyAsked =
  | { readonly institutionId: number; readonly session?: never }
  | { readonly institutionId: number; readonly session: Pick<Session, 'id' | 'memberId'> };

/**
 * Returns the options with which a browser asks for a passkey. At sign-in they name none, so they
 * reveal no member.
 */
export async function beginPasskeyAuthentication(
  tx: Queries,
  context: AccessContext,
  { asked, site }: { readonly asked: PasskeyAsked; readonly site: Site },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { institutionId, session } = asked;
  const { token } = await beginStep(tx, context, {
    institutionId,
    kind: session ? 'passkey_verification' : 'passkey_sign_in',
    ...(session ? { memberId: session.memberId, sessionId: session.id } : {}),
  });
  const known = session
    ? await storedPasskeys(tx, { institutionId, memberId: session.memberId })
    : [];
  return generateAuthenticationOptions({
    rpID: siteOf(site).rpID,
    challenge: Uint8Array.from(Buffer.from(token, 'base64url')),
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: [...transports],
    })),
  });
}

/**
 * Checks the passkey's signature against the challenge, and uses the challenge up.
 * @returns the passkey's member; `undefined` if the check fails for any reason
 */
export async function finishPasskeyAuthentication(
  tx: Queries,
  context: AccessContext,
  given: {
    readonly asked: PasskeyAsked;
    readonly site: Site;
    readonly response: AuthenticationResponseJSON;
  },
): Promise<{ readonly memberId: string; readonly passkeyId: string } | undefined> {
  const { asked, response } = given;
  const { institutionId, session } = asked;
  const challenge = challengeOf(response.response.clientDataJSON);
  if (challenge === undefined) return undefined;
  const step = await takeStep(tx, context, {
    institutionId,
    kind: session ? 'passkey_verification' : 'passkey_sign_in',
    token: challenge,
  });
  if (!step || step.sessionId !== session?.id) return undefined;
  const credentialId = Buffer.from(response.id, 'base64url');
  const passkey = await findPasskey(tx, { institutionId, credentialId });
  if (!passkey || !isOfHandle(passkey, response)) return undefined;
  if (session && passkey.memberId !== session.memberId) return undefined;
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
  const noted = await notePasskeyUse(tx, context, {
    institutionId,
    id: passkey.id,
    counter: newCounter,
    backedUp: credentialBackedUp,
  });
  return noted ? { memberId: passkey.memberId, passkeyId: passkey.id } : undefined;
}

/** Whether an authenticator that names a user names the owner of the key. */
function isOfHandle(passkey: StoredPasskey, response: AuthenticationResponseJSON): boolean {
  const { userHandle } = response.response;
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').equals(passkey.handle);
}

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

function isTransport(text: string): text is AuthenticatorTransport {
  return transports.some((one) => one === text);
}
