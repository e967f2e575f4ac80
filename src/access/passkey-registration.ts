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
import { storedPasskeys, type NewPasskey } from './passkeys.ts';
import { beginStep, takeStep } from './steps.ts';

/** EdDSA, ES256, RS256 (COSE): what all authenticators know. Named here, so that a runtime's experiments don't add to them. */
const algorithms = [-8, -7, -257];

/** Who makes a passkey: a member in a session, or one whose activation is under way (by its token). */
export interface Registrar {
  readonly member: Pick<Member, 'id' | 'institutionId' | 'number' | 'name'>;
  /** Binds the challenge to this session, or this activation. */
  readonly boundTo: string;
}

/**
 * What a browser needs to make a passkey: one that is found without a name being typed (discoverable), and that asks for the finger,
 * the face or the PIN each time (user verification), as ASVS 5.0 and NIST AAL2 ask. Which maker's it is, is not asked.
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
  const { rpID } = siteOf(site);
  return generateRegistrationOptions({
    rpName: site.name,
    rpID,
    userName: member.number,
    userDisplayName: member.name,
    userID: Uint8Array.from(await handleOf(tx, key)),
    challenge: Uint8Array.from(Buffer.from(token, 'base64url')),
    timeout: 300_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: [...transports],
    })),
  });
}

/**
 * Checks what the browser made against the challenge, which is used up.
 * @returns `undefined` where it does not hold: another site, no verification, an old or foreign challenge
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
  const { rpID, origin } = siteOf(given.site);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
    // The library says no by throwing; what it was given came from outside.
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
