import type { Queries } from '../database/database.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { normalSecret, readableSecret } from './tokens.ts';

/**
 * Recovery codes for a lost authenticator app: ten codes of 50 bits, each valid once (NIST SP
 * 800-63B-4 section 3.1.2, look-up secrets, asks for 20). Only blind indexes are stored. New codes
 * replace the old ones.
 */

/** Returns the text whose blind index identifies a code. */
export function nameOf({ institutionId, memberId }: MemberKey, code: string): string {
  return `recovery/${institutionId}/${memberId}/${normalSecret(code)}`;
}

/**
 * Makes ten new codes.
 * @returns them, to show once, as `K7QF2-9XWPA`
 */
export async function makeRecoveryCodes(
  tx: Queries,
  { world, keyring }: AccessContext,
  key: MemberKey,
): Promise<string[]> {
  const codes = Array.from({ length: limits.recoveryCodes }, () =>
    readableSecret(world.random, { groups: 2, length: 5 }),
  );
  await removeRecoveryCodes(tx, key);
  await tx.query(
    `insert into recovery_codes (institution_id, member_id, lookup, created_at)
      select $1, $2, n.lookup, $4 from unnest($3::bytea[]) as n (lookup)`,
    [
      key.institutionId,
      key.memberId,
      codes.map((code) => keyring.blindIndex('token', nameOf(key, code))),
      world.clock.now(),
    ],
  );
  return codes;
}

/**
 * Uses a code up.
 * @returns whether it was one of the member's unused codes
 */
export async function acceptRecoveryCode(
  tx: Queries,
  { world, keyring }: AccessContext,
  given: MemberKey & { readonly code: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update recovery_codes set used_at = $4
      where institution_id = $1 and member_id = $2 and lookup = any($3::bytea[]) and used_at is null returning 1`,
    [
      given.institutionId,
      given.memberId,
      keyring.blindIndexes('token', nameOf(given, given.code)),
      world.clock.now(),
    ],
  );
  return rows.length === 1;
}

/** Removes all recovery codes of the member. */
export async function removeRecoveryCodes(tx: Queries, key: MemberKey): Promise<void> {
  await tx.query('delete from recovery_codes where institution_id = $1 and member_id = $2', [
    key.institutionId,
    key.memberId,
  ]);
}
