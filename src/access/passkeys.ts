import type { Queries } from '../database/database.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';

/** A passkey in a member's device or password manager. We have only its public key. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Whether its manufacturer syncs it to the member's other devices. */
  readonly backedUp: boolean;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt?: Temporal.Instant;
}

/** The authenticator's data about a new key. */
export interface NewPasskey {
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly name: string;
}

/** A passkey with the data to check its signatures. */
export interface StoredPasskey {
  readonly id: string;
  readonly memberId: string;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly counter: bigint;
  readonly transports: readonly string[];
  readonly handle: Uint8Array;
}

/**
 * Adds a passkey.
 * @returns `undefined` if this credential exists already, or the member has twenty
 */
export async function addPasskey(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  given: MemberKey & { readonly passkey: NewPasskey },
): Promise<Passkey | undefined> {
  const { institutionId, memberId, passkey } = given;
  const id = world.ids.next();
  const now = world.clock.now();
  const rows = await tx.query(
    `insert into passkeys (institution_id, id, member_id, credential_id, public_key, counter, transports, backed_up, name,
        created_at)
      select $1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10
      where (select count(*) from passkeys where institution_id = $1 and member_id = $3) < $11
      on conflict do nothing returning 1`,
    [
      institutionId,
      id,
      memberId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.backedUp,
      passkey.name,
      now,
      limits.passkeysPerMember,
    ],
  );
  return rows.length === 0
    ? undefined
    : { id, name: passkey.name, backedUp: passkey.backedUp, createdAt: now };
}

/** Lists the member's passkeys, oldest first. */
export async function listPasskeys(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<Passkey[]> {
  const rows = await q.query<
    Omit<Passkey, 'lastUsedAt'> & { readonly lastUsedAt: Temporal.Instant | null }
  >(
    `select id, name, backed_up as "backedUp", created_at as "createdAt", last_used_at as "lastUsedAt"
      from passkeys where institution_id = $1 and member_id = $2 order by id`,
    [institutionId, memberId],
  );
  return rows.map(({ lastUsedAt, ...row }) => ({ ...row, ...(lastUsedAt ? { lastUsedAt } : {}) }));
}

const storedColumns = `p.id, p.member_id as "memberId", p.credential_id as "credentialId", p.public_key as "publicKey", p.counter,
  p.transports, a.handle`;

/** Finds the passkey that an authenticator names. */
export async function findPasskey(
  q: Queries,
  given: { readonly institutionId: number; readonly credentialId: Uint8Array },
): Promise<StoredPasskey | undefined> {
  const [row] = await q.query<StoredPasskey>(
    `select ${storedColumns} from passkeys p
      join accesses a on a.institution_id = $1 and a.member_id = p.member_id
      where p.institution_id = $1 and p.credential_id = $2`,
    [given.institutionId, given.credentialId],
  );
  return row;
}

/** Reads all of a member's passkeys in the form of authenticators. */
export async function storedPasskeys(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<StoredPasskey[]> {
  return q.query<StoredPasskey>(
    `select ${storedColumns} from passkeys p
      join accesses a on a.institution_id = $1 and a.member_id = p.member_id
      where p.institution_id = $1 and p.member_id = $2 order by p.id`,
    [institutionId, memberId],
  );
}

/**
 * Records the use of a passkey.
 * @returns whether it still exists and its counter did not go beyond this one meanwhile, as it
 *   would if two devices had the key
 */
export async function notePasskeyUse(
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
    `update passkeys set counter = $3, backed_up = $4, last_used_at = $5
      where institution_id = $1 and id = $2 and (counter < $3 or (counter = 0 and $3 = 0)) returning 1`,
    [given.institutionId, given.id, given.counter, given.backedUp, world.clock.now()],
  );
  return rows.length === 1;
}

/** @returns whether it belongs to the member */
export async function renamePasskey(
  tx: Queries,
  given: MemberKey & { readonly id: string; readonly name: string },
): Promise<boolean> {
  const rows = await tx.query(
    'update passkeys set name = $4 where institution_id = $1 and member_id = $2 and id = $3 returning 1',
    [given.institutionId, given.memberId, given.id, given.name],
  );
  return rows.length === 1;
}

/** @returns its name; `undefined` if it does not belong to the member */
export async function removePasskey(
  tx: Queries,
  given: MemberKey & { readonly id: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    'delete from passkeys where institution_id = $1 and member_id = $2 and id = $3 returning name',
    [given.institutionId, given.memberId, given.id],
  );
  return row?.name;
}

/** Removes all passkeys of the member. */
export async function removePasskeys(tx: Queries, key: MemberKey): Promise<void> {
  await tx.query('delete from passkeys where institution_id = $1 and member_id = $2', [
    key.institutionId,
    key.memberId,
  ]);
}
