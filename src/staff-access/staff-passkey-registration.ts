import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { AccessContext } from '../access/access-context.ts';
import { registrationOptions, verifyRegistration } from '../access/passkey-registration.ts';
import { challengeOf, type Site } from '../access/passkey-site.ts';
import type { NewPasskey } from '../access/passkeys.ts';
import { beginStep, takeStep } from '../access/steps.ts';
import type { Queries } from '../database/database.ts';
import type { StaffMember } from './staff-members.ts';
import { storedStaffPasskeys } from './staff-passkeys.ts';

/** Who makes a passkey, and in which session or activation: only there can they finish. */
export interface StaffRegistrar {
  readonly institutionId: number;
  readonly person: Pick<StaffMember, 'id' | 'name' | 'email' | 'handle'>;
  /** The session's id, or the activation's token. */
  readonly boundTo: string;
  readonly site: Site;
}

/** Returns the options with which a browser makes a passkey for a person of the staff. */
export async function beginStaffRegistration(
  tx: Queries,
  context: AccessContext,
  { institutionId, person, boundTo, site }: StaffRegistrar,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { token } = await beginStep(tx, context, {
    institutionId,
    kind: 'staff_passkey',
    content: contentOf(person.id, boundTo),
  });
  return registrationOptions({
    site,
    challenge: token,
    known: await storedStaffPasskeys(tx, { institutionId, staffId: person.id }),
    user: { handle: person.handle, account: person.email, name: person.name },
  });
}

/**
 * Checks a new passkey against the challenge, and uses the challenge up.
 * @returns `undefined` if the check fails for any reason
 */
export async function finishStaffRegistration(
  tx: Queries,
  context: AccessContext,
  given: StaffRegistrar & { readonly response: RegistrationResponseJSON; readonly name: string },
): Promise<NewPasskey | undefined> {
  const { institutionId, person, boundTo, response } = given;
  const challenge = challengeOf(response.response.clientDataJSON);
  if (challenge === undefined) return undefined;
  const step = await takeStep(tx, context, {
    institutionId,
    kind: 'staff_passkey',
    token: challenge,
  });
  if (step?.content !== contentOf(person.id, boundTo)) return undefined;
  return verifyRegistration({ ...given, challenge });
}

const contentOf = (staffId: string, boundTo: string) => `${staffId} ${boundTo}`;
