import type { AccessContext } from '../access/access-context.ts';
import { normalSecret, randomToken, readableSecret } from '../access/tokens.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { StaffKey } from './staff-identity.ts';
import { staffLimits } from './staff-limits.ts';
import { tokenHash } from './token-hash.ts';

/**
 * An invited person needs two things to sign in for the first time: a link, which an administrator hands over, and a code, which a
 * supervisor hands over. So nobody alone can sign in as somebody they made up. Each is valid for three days, both are used up together.
 * The code has 40 bits, and five wrong ones void it.
 */

/** Who makes a link or a code: a person by id, or the server's own rights. */
type Maker = string | undefined;

/** What is made, until when it is valid; or why not. */
type Made<Secret> =
  | { readonly made: Secret; readonly until: Temporal.Instant; readonly refused?: undefined }
  | { readonly made?: undefined; readonly refused: 'same_person' };

/** Makes the link's token. It ends an earlier one. Refuses the person who made the code that is still open. */
export async function makeInvitationLink(
  tx: Queries,
  world: World,
  { institutionId, staffId, by }: StaffKey & { readonly by: Maker },
): Promise<Made<string>> {
  const now = world.clock.now();
  const token = randomToken(world.random);
  const until = now.add({ hours: staffLimits.invitation.hours });
  const rows = await tx.query(
    `insert into staff_invitations as i (institution_id, staff_id, link_hash, link_by, link_expires_at)
      values ($1, $2, $3, $4, $5)
      on conflict (institution_id, staff_id) do update set link_hash = excluded.link_hash, link_by = excluded.link_by,
        link_expires_at = excluded.link_expires_at, used_at = null
      where i.code_by is null or excluded.link_by is null or i.code_by <> excluded.link_by or i.code_expires_at <= $6
      returning 1`,
    [institutionId, staffId, tokenHash('invitation', institutionId, token), by ?? null, until, now],
  );
  return rows.length === 0 ? { refused: 'same_person' } : { made: token, until };
}

/** Makes the code. It ends an earlier one. Refuses the person who made the link that is still open. */
export async function makeInvitationCode(
  tx: Queries,
  { world, keyring }: AccessContext,
  { institutionId, staffId, by }: StaffKey & { readonly by: Maker },
): Promise<Made<string>> {
  const now = world.clock.now();
  const code = readableSecret(world.random, { groups: 2, length: 4 });
  const until = now.add({ hours: staffLimits.invitation.hours });
  const rows = await tx.query(
    `insert into staff_invitations as i (institution_id, staff_id, code_lookup, code_by, code_expires_at)
      values ($1, $2, $3, $4, $5)
      on conflict (institution_id, staff_id) do update set code_lookup = excluded.code_lookup, code_by = excluded.code_by,
        code_expires_at = excluded.code_expires_at, tries = 0, used_at = null
      where i.link_by is null or excluded.code_by is null or i.link_by <> excluded.code_by or i.link_expires_at <= $6
      returning 1`,
    [
      institutionId,
      staffId,
      keyring.blindIndex('token', codeName({ institutionId, staffId }, code)),
      by ?? null,
      until,
      now,
    ],
  );
  return rows.length === 0 ? { refused: 'same_person' } : { made: code, until };
}

const codeName = ({ institutionId, staffId }: StaffKey, code: string) =>
  `staff invitation/${institutionId}/${staffId}/${normalSecret(code)}`;

const open = `i.used_at is null and i.link_expires_at > $3 and m.state = 'invited'`;

/**
 * Finds who is invited by a link.
 * @returns `undefined` for an unknown, used or expired one
 */
export async function findInvited(
  q: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId, link }: { readonly institutionId: number; readonly link: string },
): Promise<{ readonly staffId: string; readonly name: string } | undefined> {
  const [row] = await q.query<{ staffId: string; name: string }>(
    `select m.id as "staffId", m.name from staff_invitations i
      join staff_members m on m.institution_id = $1 and m.id = i.staff_id
      where i.institution_id = $1 and i.link_hash = $2 and ${open}`,
    [institutionId, tokenHash('invitation', institutionId, link), world.clock.now()],
  );
  return row;
}

/**
 * Checks a code against a link's invitation. It counts the try before it looks, so call it outside a transaction that may roll back.
 * @returns the person; `undefined` for a wrong code, and for any after five wrong ones
 */
export async function checkInvitationCode(
  db: Queries,
  { world, keyring }: AccessContext,
  given: { readonly institutionId: number; readonly link: string; readonly code: string },
): Promise<string | undefined> {
  const { institutionId, link, code } = given;
  const invited = await findInvited(db, { world }, { institutionId, link });
  if (!invited) return undefined;
  const { staffId } = invited;
  const [tried] = await db.query<{ lookup: Uint8Array | null }>(
    `update staff_invitations set tries = tries + 1
      where institution_id = $1 and staff_id = $2 and tries < $3 and code_expires_at > $4 and used_at is null
      returning code_lookup as lookup`,
    [institutionId, staffId, staffLimits.invitation.tries, world.clock.now()],
  );
  const lookup = tried?.lookup;
  if (!lookup) return undefined;
  const right = keyring
    .blindIndexes('token', codeName({ institutionId, staffId }, code))
    .some((one) => Buffer.from(one).equals(lookup));
  if (!right) return undefined;
  // A right code takes its try back: the person may open the link again.
  await db.query(
    `update staff_invitations set tries = tries - 1 where institution_id = $1 and staff_id = $2 and tries > 0 and code_lookup = $3`,
    [institutionId, staffId, lookup],
  );
  return staffId;
}

/**
 * Uses an invitation up, and makes its person active.
 * @returns whether it was still open
 */
export async function useInvitation(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId, staffId }: StaffKey,
): Promise<boolean> {
  const now = world.clock.now();
  const rows = await tx.query(
    `update staff_members set state = 'active', activated_at = $3
      where institution_id = $1 and id = $2 and state = 'invited' returning 1`,
    [institutionId, staffId, now],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `update staff_invitations set used_at = $3, link_hash = null, link_expires_at = null, code_lookup = null,
        code_expires_at = null
      where institution_id = $1 and staff_id = $2`,
    [institutionId, staffId, now],
  );
  return true;
}
