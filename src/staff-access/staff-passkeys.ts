import type { AccessContext } from '../access/access-context.ts';
import type { SigningPasskey } from '../access/passkey-signature.ts';
import type { NewPasskey, Passkey } from '../access/passkeys.ts';
import type { Queries } from '../database/database.ts';
import type { StaffKey } from './staff-identity.ts';
import { staffLimits } from './staff-limits.ts';

/** A passkey with the data to check its signatures. */
export interface StaffPasskey extends SigningPasskey {
  readonly id: string;
  readonly staffId: string;
}

/**
 * Adds a passkey.
 * @returns `undefined` if this credential exists already, or the person has twenty
 */
export async function addStaffPasskey(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId, staffId, passkey }: StaffKey & { readonly passkey: NewPasskey },
): Promise<Passkey | undefined> {
  const id = world.ids.next();
  const now = world.clock.now();
  const rows = await tx.query(
    `insert into staff_passkeys (institution_id, id, staff_id, credential_id, public_key, counter, transports, backed_up, name,
        created_at)
      select $1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10
      where (select count(*) from staff_passkeys where institution_id = $1 and staff_id = $3) < $11
      on conflict do nothing returning 1`,
    [
      institutionId,
      id,
      staffId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.backedUp,
      passkey.name,
      now,
      staffLimits.passkeysPerPerson,
    ],
  );
  return rows.length === 0
    ? undefined
    : { id, name: passkey.name, backedUp: passkey.backedUp, createdAt: now };
}

/** Lists a person's passkeys, oldest first. */
export async function listStaffPasskeys(
  q: Queries,
  { institutionId, staffId }: StaffKey,
): Promise<Passkey[]> {
  const rows = await q.query<
    Omit<Passkey, 'lastUsedAt'> & { readonly lastUsedAt: Temporal.Instant | null }
  >(
    `select id, name, backed_up as "backedUp", created_at as "createdAt", last_used_at as "lastUsedAt"
      from staff_passkeys where institution_id = $1 and staff_id = $2 order by id`,
    [institutionId, staffId],
  );
  return rows.map(({ lastUsedAt, ...row }) => ({ ...row, ...(lastUsedAt ? { lastUsedAt } : {}) }));
}

const columns = `p.id, p.staff_id as "staffId", p.credential_id as "credentialId", p.public_key as "publicKey", p.counter,
  p.transports, m.handle`;

/** Finds the passkey that an authenticator names, if its person may sign in. */
export async function findStaffPasskey(
  q: Queries,
  given: { readonly institutionId: number; readonly credentialId: Uint8Array },
): Promise<StaffPasskey | undefined> {
  const [row] = await q.query<StaffPasskey>(
    `select ${columns} from staff_passkeys p
      join staff_members m on m.institution_id = $1 and m.id = p.staff_id and m.state = 'active'
      where p.institution_id = $1 and p.credential_id = $2`,
    [given.institutionId, given.credentialId],
  );
  return row;
}

/** Reads all of a person's passkeys in the form of authenticators. */
export async function storedStaffPasskeys(
  q: Queries,
  { institutionId, staffId }: StaffKey,
): Promise<StaffPasskey[]> {
  return q.query<StaffPasskey>(
    `select ${columns} from staff_passkeys p
      join staff_members m on m.institution_id = $1 and m.id = p.staff_id
      where p.institution_id = $1 and p.staff_id = $2 order by p.id`,
    [institutionId, staffId],
  );
}

/**
 * Records the use of a passkey.
 * @returns whether it still exists, and its counter went up as it must
 */
export async function noteStaffPasskeyUse(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  given: {
    readonly institutionId: number;
    readonly id: string;
    readonly counter: number;
    readonly backedUp: boolean;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update staff_passkeys set counter = $3, backed_up = $4, last_used_at = $5
      where institution_id = $1 and id = $2 and (counter < $3 or (counter = 0 and $3 = 0)) returning 1`,
    [given.institutionId, given.id, given.counter, given.backedUp, world.clock.now()],
  );
  return rows.length === 1;
}

/** @returns its name; `undefined` if it is not this person's */
export async function removeStaffPasskey(
  tx: Queries,
  { institutionId, staffId, id }: StaffKey & { readonly id: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    'delete from staff_passkeys where institution_id = $1 and staff_id = $2 and id = $3 returning name',
    [institutionId, staffId, id],
  );
  return row?.name;
}
