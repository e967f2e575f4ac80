import type { Queries } from '../database/database.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { forgetDevices } from './known-devices.ts';
import { removePasskeys } from './passkeys.ts';
import { removePassword } from './passwords.ts';
import { removeRecoveryCodes } from './recovery-codes.ts';
import { endSessions } from './sessions.ts';
import { removeTotp } from './totp.ts';

/** The ways by which a member can sign in. */
export interface WaysIn {
  readonly passkeys: number;
  readonly passwordChangedAt?: Temporal.Instant;
  readonly totpSince?: Temporal.Instant;
  readonly recoveryCodesLeft: number;
}

/**
 * Reads the member's ways to sign in. With `tx` it locks the row, so that two requests can't each
 * remove the last but one.
 */
export async function waysIn(
  tx: Queries,
  { institutionId, memberId }: MemberKey,
  options: { readonly lock?: boolean } = {},
): Promise<WaysIn> {
  if (options.lock) {
    await tx.query(
      'select 1 from accesses where institution_id = $1 and member_id = $2 for update',
      [institutionId, memberId],
    );
  }
  const [row] = await tx.query<{
    passkeys: number;
    passwordChangedAt: Temporal.Instant | null;
    totpSince: Temporal.Instant | null;
    recoveryCodesLeft: number;
  }>(
    `select
        (select count(*)::int from passkeys where institution_id = $1 and member_id = $2) as passkeys,
        (select changed_at from passwords where institution_id = $1 and member_id = $2) as "passwordChangedAt",
        (select created_at from totp_secrets where institution_id = $1 and member_id = $2) as "totpSince",
        (select count(*)::int from recovery_codes where institution_id = $1 and member_id = $2 and used_at is null)
          as "recoveryCodesLeft"`,
    [institutionId, memberId],
  );
  return {
    passkeys: row?.passkeys ?? 0,
    recoveryCodesLeft: row?.recoveryCodesLeft ?? 0,
    ...(row?.passwordChangedAt ? { passwordChangedAt: row.passwordChangedAt } : {}),
    ...(row?.totpSince ? { totpSince: row.totpSince } : {}),
  };
}

/** Whether the member's access is active: begun and not closed since. */
export async function isActivated(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<boolean> {
  const rows = await q.query(
    'select 1 from accesses where institution_id = $1 and member_id = $2 and activated_at is not null',
    [institutionId, memberId],
  );
  return rows.length > 0;
}

/**
 * Removes all of a member's ways to sign in and ends their sessions. They need a new invitation to
 * sign in again.
 */
export async function closeAccess(
  tx: Queries,
  context: Pick<AccessContext, 'keyring'>,
  key: MemberKey,
): Promise<void> {
  await removePasskeys(tx, key);
  await removePassword(tx, key);
  await removeTotp(tx, key);
  await removeRecoveryCodes(tx, key);
  await endSessions(tx, key);
  await forgetDevices(tx, context, key);
  await tx.query(
    'update accesses set activated_at = null where institution_id = $1 and member_id = $2',
    [key.institutionId, key.memberId],
  );
}

/**
 * Starts a member's access, also after an earlier one. It removes the old ways to sign in and ends
 * all sessions: a member who is invited again has lost access, or someone else has it.
 */
export async function activateAccess(
  tx: Queries,
  context: AccessContext,
  key: MemberKey,
): Promise<void> {
  await closeAccess(tx, context, key);
  await tx.query(
    'update accesses set activated_at = $3 where institution_id = $1 and member_id = $2',
    [key.institutionId, key.memberId, context.world.clock.now()],
  );
}
