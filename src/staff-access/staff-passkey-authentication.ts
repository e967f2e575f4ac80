import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { AccessContext } from '../access/access-context.ts';
import { challengeOf, type Site } from '../access/passkey-site.ts';
import { requestOptions, verifySignature } from '../access/passkey-signature.ts';
import { beginStep, takeStep } from '../access/steps.ts';
import type { Queries } from '../database/database.ts';
import { findStaffPasskey, noteStaffPasskeyUse, storedStaffPasskeys } from './staff-passkeys.ts';

/** Why we ask for a passkey: to sign in as anybody of the staff, or to prove in a session that it is still the same person. */
export interface StaffAsked {
  readonly institutionId: number;
  readonly site: Site;
  readonly session?: { readonly id: string; readonly staffId: string };
}

/** Returns the options with which a browser asks for a passkey. At sign-in they name nobody. */
export async function beginStaffAuthentication(
  tx: Queries,
  context: AccessContext,
  { institutionId, site, session }: StaffAsked,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { token } = await beginStep(tx, context, {
    institutionId,
    kind: session ? 'staff_verification' : 'staff_sign_in',
    ...(session ? { content: session.id } : {}),
  });
  const known = session
    ? await storedStaffPasskeys(tx, { institutionId, staffId: session.staffId })
    : [];
  return requestOptions({ challenge: token, known, site });
}

/**
 * Checks the passkey's signature against the challenge, and uses the challenge up.
 * @returns whose passkey it is; `undefined` if the check fails for any reason
 */
export async function finishStaffAuthentication(
  tx: Queries,
  context: AccessContext,
  given: StaffAsked & { readonly response: AuthenticationResponseJSON },
): Promise<{ readonly staffId: string; readonly passkeyId: string } | undefined> {
  const { institutionId, session, site, response } = given;
  const challenge = challengeOf(response.response.clientDataJSON);
  if (challenge === undefined) return undefined;
  const step = await takeStep(tx, context, {
    institutionId,
    kind: session ? 'staff_verification' : 'staff_sign_in',
    token: challenge,
  });
  if (!step || step.content !== session?.id) return undefined;
  const credentialId = Buffer.from(response.id, 'base64url');
  const passkey = await findStaffPasskey(tx, { institutionId, credentialId });
  if (!passkey || (session && passkey.staffId !== session.staffId)) return undefined;
  const used = await verifySignature(passkey, { site, response, challenge });
  if (!used) return undefined;
  const noted = await noteStaffPasskeyUse(tx, context, { institutionId, id: passkey.id, ...used });
  return noted ? { staffId: passkey.staffId, passkeyId: passkey.id } : undefined;
}
