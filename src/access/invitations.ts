import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { dropSteps } from './steps.ts';
import { normalSecret, readableSecret } from './tokens.ts';

/**
 * Invitations: staff, who know the person, create access and hand over a one-time activation code
 * of 60 bits. It is valid once, for seven days. A wrong code does not use it up: guesses count
 * against the network that sends them (`attempts.ts`), so nobody can block another's invitation. A
 * network has 31 guesses, and 31 more after each quiet hour: fewer than 2¹³ in seven days. A
 * million networks (2²⁰) together find one code with a probability below 2¹³⁺²⁰⁻⁶⁰ = 2⁻²⁷.
 */

/** Returns the text whose blind index identifies a code. */
export function nameOf({ institutionId, memberId }: MemberKey, code: string): string {
  return `invitation/${institutionId}/${memberId}/${normalSecret(code)}`;
}

/**
 * Invites a member. It ends an earlier invitation and any activation begun with it.
 * @returns the code, to show once
 */
export async function inviteMember(
  tx: Queries,
  context: AccessContext,
  key: MemberKey,
): Promise<{ readonly code: string; readonly expiresAt: Temporal.Instant }> {
  const { world, keyring } = context;
  const { institutionId, memberId } = key;
  const now = world.clock.now();
  const expiresAt = now.add({ hours: 24 * limits.invitation.days });
  const code = readableSecret(world.random, { groups: 3, length: 4 });
  await tx.query(
    `insert into accesses (institution_id, member_id, handle, created_at) values ($1, $2, $3, $4)
      on conflict (institution_id, member_id) do nothing`,
    [institutionId, memberId, world.random.bytes(32), now],
  );
  await dropSteps(tx, { ...key, kind: 'activation' });
  await tx.query(
    `insert into invitations (institution_id, member_id, lookup, created_at, expires_at) values ($1, $2, $3, $4, $5)
      on conflict (institution_id, member_id) do update set lookup = excluded.lookup,
        created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = null`,
    [institutionId, memberId, keyring.blindIndex('token', nameOf(key, code)), now, expiresAt],
  );
  return { code, expiresAt };
}

/** @returns until when the member's unused activation code is valid; `undefined` if there is none */
export async function openInvitation(
  q: Queries,
  { clock }: Pick<AccessContext['world'], 'clock'>,
  { institutionId, memberId }: MemberKey,
): Promise<Temporal.Instant | undefined> {
  const [row] = await q.query<{ until: Temporal.Instant }>(
    `select expires_at as until from invitations
      where institution_id = $1 and member_id = $2 and used_at is null and expires_at > $3`,
    [institutionId, memberId, clock.now()],
  );
  return row?.until;
}

/**
 * Whether this is the member's activation code, unused and not expired.
 * @param given without `memberId`: nobody has the number entered; the answer takes the same path
 */
export async function isInvitation(
  db: Queries,
  { world, keyring }: AccessContext,
  given: {
    readonly institutionId: number;
    readonly memberId: string | undefined;
    readonly code: string;
  },
): Promise<boolean> {
  const { institutionId } = given;
  const memberId = given.memberId ?? '00000000-0000-0000-0000-000000000000';
  const key = { institutionId, memberId };
  const rows = await db.query(
    `select 1 from invitations
      where institution_id = $1 and member_id = $2 and used_at is null and expires_at > $4 and lookup = any($3::bytea[])`,
    [
      institutionId,
      memberId,
      keyring.blindIndexes('token', nameOf(key, given.code)),
      world.clock.now(),
    ],
  );
  return rows.length === 1;
}

/**
 * Uses the invitation up.
 * @returns whether it was still open
 */
export async function useInvitation(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId, memberId }: MemberKey,
): Promise<boolean> {
  const rows = await tx.query(
    `update invitations set used_at = $3
      where institution_id = $1 and member_id = $2 and used_at is null and expires_at > $3 returning 1`,
    [institutionId, memberId, world.clock.now()],
  );
  return rows.length === 1;
}

/** Ends an open invitation and any activation begun with it. */
export async function withdrawInvitation(tx: Queries, key: MemberKey): Promise<void> {
  await dropSteps(tx, { ...key, kind: 'activation' });
  await tx.query('delete from invitations where institution_id = $1 and member_id = $2', [
    key.institutionId,
    key.memberId,
  ]);
}

/**
 * Returns the user handle of the member's passkeys.
 * @throws Bug if the member was never invited
 */
export async function handleOf(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<Uint8Array> {
  const [row] = await q.query<{ handle: Uint8Array }>(
    'select handle from accesses where institution_id = $1 and member_id = $2',
    [institutionId, memberId],
  );
  return present(row, 'a member who can sign in was invited').handle;
}
