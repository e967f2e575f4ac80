import { claimAt } from '../../access/open-id/claim-at.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import type { Provider } from './provider.ts';

/** What an identity provider says about a person, after all checks of its signature. */
export interface Claims {
  readonly issuer: string;
  /** Their account there. It never changes and is never given to somebody else. */
  readonly subject: string;
  /** Only if the provider says that the person has proven to own it. */
  readonly verifiedEmail?: string;
  /** When they last signed in there. Absent: the provider doesn't say, so it may be long ago. */
  readonly signedInAt?: Temporal.Instant;
  /** Our roles, by the provider's map. */
  readonly roles: readonly StaffRole[];
}

/** Reads the claims of an ID token, and of the user info beside it. */
export function claimsOf(
  given: Readonly<Record<string, unknown>>,
  provider: Pick<Provider, 'rolesClaim' | 'roles'>,
): Claims {
  const { iss, sub, email, auth_time: signedInAt } = given;
  return {
    issuer: String(iss),
    subject: String(sub),
    ...(typeof email === 'string' && isVerified(given) ? { verifiedEmail: email } : {}),
    ...(typeof signedInAt === 'number'
      ? { signedInAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(signedInAt) * 1_000) }
      : {}),
    roles: rolesOf(given, provider),
  };
}

/**
 * Anybody can write any e-mail address into an account of their own, so only a verified one names a person. Entra says it in
 * `xms_edov` (the domain's owner verified it), others in `email_verified`.
 */
function isVerified(given: Readonly<Record<string, unknown>>): boolean {
  return [given['email_verified'], given['xms_edov']].some(
    (value) => value === true || value === 'true' || value === 1 || value === '1',
  );
}

function rolesOf(
  given: Readonly<Record<string, unknown>>,
  { rolesClaim, roles }: Pick<Provider, 'rolesClaim' | 'roles'>,
): StaffRole[] {
  const value = claimAt(given, rolesClaim);
  const names: unknown[] = Array.isArray(value) ? value : [value];
  const found = names.flatMap((name) => {
    const role = typeof name === 'string' && Object.hasOwn(roles, name) ? roles[name] : undefined;
    return role ? [role] : [];
  });
  return [...new Set(found)];
}
