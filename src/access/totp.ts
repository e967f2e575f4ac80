import { Secret, TOTP } from 'otpauth';
import type { Queries } from '../database/database.ts';
import type { Random } from '../kernel/random.ts';
import type { AccessContext, MemberKey } from './access-context.ts';

/**
 * One-time passwords from an authenticator app: RFC 6238 with the parameters that all apps know
 * (HMAC-SHA-1, 6 digits, 30 seconds). The previous and the next step also count, for inaccurate
 * clocks and slow typing. Each step is accepted once (RFC 6238 section 5.2).
 */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

function totpPlace({ institutionId, memberId }: MemberKey): string {
  return `totp_secrets/${institutionId}/${memberId}/sealed`;
}

/** Makes a secret of 160 bits (RFC 4226 section 4), in base 32 for apps. */
export function newTotpSecret(random: Random): string {
  return new Secret({ buffer: new Uint8Array(random.bytes(20)).buffer }).base32;
}

/** Returns the URI that an app reads from a QR code. */
export function totpAddress(
  secret: string,
  given: { readonly issuer: string; readonly label: string },
): string {
  return new TOTP({ ...shape, ...given, secret: Secret.fromBase32(secret) }).toString();
}

/** Returns the code that the app shows at this moment. */
export function totpAt(secret: string, at: Temporal.Instant): string {
  return TOTP.generate({
    ...shape,
    secret: Secret.fromBase32(secret),
    timestamp: at.epochMilliseconds,
  });
}

/**
 * Returns the step of a code.
 * @param typed six digits; spaces, dots and dashes allowed
 * @returns `undefined` if it belongs to no step near this moment
 */
export function totpStep(secret: string, typed: string, at: Temporal.Instant): bigint | undefined {
  const token = typed.replaceAll(/[\s.-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = at.epochMilliseconds;
  const delta = TOTP.validate({
    ...shape,
    token,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: 1,
  });
  return delta === null
    ? undefined
    : BigInt(TOTP.counter({ period: shape.period, timestamp }) + delta);
}

/**
 * Sets up or replaces the member's app.
 * @param given `step`: the step whose code proved that the app has the secret
 */
export async function storeTotp(
  tx: Queries,
  { world, keyring }: AccessContext,
  given: MemberKey & { readonly secret: string; readonly step: bigint },
): Promise<void> {
  await tx.query(
    `insert into totp_secrets (institution_id, member_id, sealed, step_used, created_at) values ($1, $2, $3, $4, $5)
      on conflict (institution_id, member_id) do update set sealed = excluded.sealed, step_used = excluded.step_used,
        created_at = excluded.created_at`,
    [
      given.institutionId,
      given.memberId,
      keyring.encrypt('token', totpPlace(given), given.secret),
      given.step,
      world.clock.now(),
    ],
  );
}

/**
 * Accepts a code once.
 * @returns whether it was correct, and no code of its step or a later one was accepted before
 */
export async function acceptTotp(
  tx: Queries,
  { world, keyring }: AccessContext,
  given: MemberKey & { readonly code: string },
): Promise<boolean> {
  const { institutionId, memberId } = given;
  const [row] = await tx.query<{ encrypted: Uint8Array }>(
    'select sealed as "encrypted" from totp_secrets where institution_id = $1 and member_id = $2',
    [institutionId, memberId],
  );
  if (!row) return false;
  const secret = keyring.decrypt('token', totpPlace(given), row.encrypted);
  const step = totpStep(secret, given.code, world.clock.now());
  if (step === undefined) return false;
  // With two requests for the same code, one finds the step used.
  const accepted = await tx.query(
    `update totp_secrets set step_used = $3
      where institution_id = $1 and member_id = $2 and step_used < $3 and sealed = $4 returning 1`,
    [institutionId, memberId, step, row.encrypted],
  );
  return accepted.length === 1;
}

/** Removes the member's app. */
export async function removeTotp(tx: Queries, key: MemberKey): Promise<void> {
  await tx.query('delete from totp_secrets where institution_id = $1 and member_id = $2', [
    key.institutionId,
    key.memberId,
  ]);
}
