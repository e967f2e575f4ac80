import type { Queries } from '../database/database.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import {
  hashCost,
  hashNotation,
  hashPassword,
  isOutdated,
  verifyPassword,
} from './password-hash.ts';

/** Returns the place that an encrypted hash is bound to. */
function passwordPlace({ institutionId, memberId }: MemberKey): string {
  return `passwords/${institutionId}/${memberId}/sealed`;
}

/**
 * Sets or replaces the member's password. The caller has applied the rules.
 * @throws Fault `passwords_busy`
 */
export async function setPassword(
  tx: Queries,
  context: AccessContext,
  given: MemberKey & { readonly password: string },
): Promise<void> {
  await storePassword(tx, context, given, await hashPassword(given.password, context.world.random));
}

/** Stores a precomputed hash, so that no transaction stays open while hashing. */
export async function storePassword(
  tx: Queries,
  { world, keyring }: AccessContext,
  key: MemberKey,
  hash: string,
): Promise<void> {
  await tx.query(
    `insert into passwords (institution_id, member_id, sealed, changed_at) values ($1, $2, $3, $4)
      on conflict (institution_id, member_id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at`,
    [
      key.institutionId,
      key.memberId,
      keyring.encrypt('token', passwordPlace(key), hash),
      world.clock.now(),
    ],
  );
}

/**
 * Whether this is the member's password. Without a member or a password it compares with an unknown
 * one, so that the answer takes as long.
 * @param given without `memberId`: nobody has the number entered
 * @throws Fault `passwords_busy`
 */
export async function isPassword(
  db: Queries,
  context: AccessContext,
  given: {
    readonly institutionId: number;
    readonly memberId: string | undefined;
    readonly password: string;
  },
): Promise<boolean> {
  const { institutionId, memberId, password } = given;
  const [row] = await db.query<{ encrypted: Uint8Array }>(
    'select sealed as "encrypted" from passwords where institution_id = $1 and member_id = $2',
    [institutionId, memberId ?? '00000000-0000-0000-0000-000000000000'],
  );
  if (!row || memberId === undefined) {
    await verifyPassword(password, unmatchableHash);
    return false;
  }
  const key = { institutionId, memberId };
  const hash = context.keyring.decrypt('token', passwordPlace(key), row.encrypted);
  if (!(await verifyPassword(password, hash))) return false;
  if (isOutdated(hash)) {
    const again = await hashPassword(password, context.world.random);
    await db.query(
      'update passwords set sealed = $3 where institution_id = $1 and member_id = $2 and sealed = $4',
      [
        institutionId,
        memberId,
        context.keyring.encrypt('token', passwordPlace(key), again),
        row.encrypted,
      ],
    );
  }
  return true;
}

/** Removes the member's password. */
export async function removePassword(tx: Queries, key: MemberKey): Promise<void> {
  await tx.query('delete from passwords where institution_id = $1 and member_id = $2', [
    key.institutionId,
    key.memberId,
  ]);
}

/** A hash at today's cost that matches no password: its tag was never computed from one. */
const unmatchableHash = hashNotation(hashCost, {
  salt: new Uint8Array(16),
  tag: new Uint8Array(32),
});
