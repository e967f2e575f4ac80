import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Queries } from '../database/database.ts';
import type { Member } from '../members/member.ts';
import type { AccessContext } from './access-context.ts';
import { handleOf } from './invitations.ts';
import { challengeOf, siteOf, type Site } from './passkey-site.ts';
import { storedPasskeys, type NewPasskey, type StoredPasskey } from './passkeys.ts';
import { beginStep, takeStep } from './steps.ts';

/**
 * EdDSA, ES256, RS256 (COSE), which all authenticators know. The list is fixed, so that a runtime's
 * experiments don't extend it.
 */
const algorithms = [-8, -7, -257];

/**
 * The creator of a passkey: a member in a session, or one in an activation (identified by its
 * token).
 */
export interface Registrar {
  readonly member: Pick<Member, 'id' | 'institutionId' | 'number' | 'name'>;
  /** Binds the challenge to this session or activation. */
  readonly boundTo: string;
}

/**
 * Returns the options with which a browser makes a passkey. It is discoverable, so no name needs to
 * be typed. It asks for finger, face or PIN each time (user verification), as ASVS 5.0 and NIST
 * AAL2 require. We don't ask for its manufacturer.
 */
export async function beginPasskeyRegistration(
  tx: Queries,
  context: AccessContext,
  { member, boundTo, site }: Registrar & { readonly site: Site },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { institutionId } = member;
  const key = { institutionId, memberId: member.id };
  const { token } = await beginStep(tx, context, {
    institutionId,
    kind: 'passkey_addition',
    memberId: member.id,
    content: boundTo,
  });
  const known = await storedPasskeys(tx, key);
  return registrationOptions({
    site,
    challenge: token,
    known,
    user: { handle: await handleOf(tx, key), account: member.number, name: member.name },
  });
}

/** Makes the options with which a browser creates a passkey, for a member or for staff. */
export async function registrationOptions(given: {
  readonly site: Site;
  /** 32 bytes in base64url. */
  readonly challenge: string;
  /** Passkeys of the same person: an authenticator with one of them makes no second. */
  readonly known: readonly Pick<StoredPasskey, 'credentialId' | 'transports'>[];
  readonly user: { readonly handle: Uint8Array; readonly account: string; readonly name: string };
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { site, user } = given;
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: siteOf(site).rpID,
    userName: user.account,
    userDisplayName: user.name,
    userID: Uint8Array.from(user.handle),
    challenge: Uint8Array.from(Buffer.from(given.challenge, 'base64url')),
    timeout: 300_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: given.known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: [...transports],
    })),
  });
}

/**
 * Checks a new passkey against the challenge, and uses the challenge up.
 * @returns `undefined` if the check fails: another site, no verification, an expired or foreign
 *   challenge
 */
export async function finishPasskeyRegistration(
  tx: Queries,
  context: AccessContext,
  given: Registrar & {
    readonly site: Site;
    readonly response: RegistrationResponseJSON;
    readonly name: string;
  },
): Promise<NewPasskey | undefined> {
  const { member, boundTo, response } = given;
  const challenge = challengeOf(response.response.clientDataJSON);
  if (challenge === undefined) return undefined;
  const step = await takeStep(tx, context, {
    institutionId: member.institutionId,
    kind: 'passkey_addition',
    token: challenge,
  });
  if (step?.memberId !== member.id || step.content !== boundTo) return undefined;
  return verifyRegistration({ ...given, challenge });
}

/**
 * Checks an authenticator's answer to this challenge, for a member or for staff.
 * @returns `undefined` if the check fails: another site, no verification, another challenge
 */
export async function verifyRegistration(given: {
  readonly site: Pick<Site, 'publicUrl'>;
  readonly response: RegistrationResponseJSON;
  readonly challenge: string;
  readonly name: string;
}): Promise<NewPasskey | undefined> {
  const { rpID, origin } = siteOf(given.site);
  const verified = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: given.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
    // The library throws to refuse, since its input comes from outside.
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    name: given.name,
  };
}
