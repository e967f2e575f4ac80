import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Queries } from '../database/database.ts';
import type { AccessContext } from './access-context.ts';
import { challengeOf, type Site } from './passkey-site.ts';
import { checkSignature, requestOptions } from './passkey-signature.ts';
import { storedPasskeys } from './passkeys.ts';
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
  return requestOptions({ challenge: token, known, site });
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
  const passkey = await checkSignature(tx, context, {
    institutionId,
    memberId: session?.memberId,
    site: given.site,
    response,
    challenge,
  });
  return passkey && { memberId: passkey.memberId, passkeyId: passkey.id };
}
