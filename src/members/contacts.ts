import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';

/**
 * How the institution reaches a member besides our channels. It enrolls nobody: no message goes there, and it proves nothing.
 */
export interface Contact {
  /** As E.164. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Absent: stays as it is. Null removes it. */
export interface ContactChange {
  readonly memberId: string;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

interface Row {
  memberId: string;
  phone: Uint8Array | null;
  email: Uint8Array | null;
}

/** Reads the contacts of these members, by id; members without any are absent. */
export async function readContacts(
  q: Queries,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
  memberIds: readonly string[],
): Promise<Map<string, Contact>> {
  const rows = await q.query<Row>(
    `select member_id as "memberId", phone, email from member_contacts
      where institution_id = $1 and member_id = any($2::uuid[])`,
    [institutionId, memberIds],
  );
  return new Map(
    rows.map(({ memberId, phone, email }) => {
      const plain = (name: 'phone' | 'email', value: Uint8Array | null) =>
        value === null
          ? undefined
          : keyring.decrypt('address', place(institutionId, memberId, name), value);
      return [memberId, { phone: plain('phone', phone), email: plain('email', email) }];
    }),
  );
}

/**
 * Changes contacts, set-based. What stays the same is not written.
 * @returns the ids of the members whose contact changed
 */
export async function changeContacts(
  tx: Queries,
  given: { readonly institutionId: number; readonly keyring: Keyring; readonly world: World },
  changes: readonly ContactChange[],
): Promise<string[]> {
  const { institutionId, keyring, world } = given;
  const ids = changes.map(({ memberId }) => memberId).sort();
  await tx.query(
    'select 1 from members where institution_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [institutionId, ids],
  );
  const there = await readContacts(tx, given, ids);
  const changed = changes.flatMap(({ memberId, phone, email }) => {
    const before = there.get(memberId) ?? {};
    const after = {
      memberId,
      phone: phone === undefined ? before.phone : (phone ?? undefined),
      email: email === undefined ? before.email : (email ?? undefined),
    };
    return after.phone === before.phone && after.email === before.email ? [] : [after];
  });
  const empty = changed.filter(({ phone, email }) => phone === undefined && email === undefined);
  if (empty.length > 0)
    await tx.query(
      'delete from member_contacts where institution_id = $1 and member_id = any($2::uuid[])',
      [institutionId, empty.map(({ memberId }) => memberId)],
    );
  const kept = changed.filter((one) => !empty.includes(one));
  const encrypted = (memberId: string, name: 'phone' | 'email', value: string | undefined) =>
    value === undefined
      ? null
      : keyring.encrypt('address', place(institutionId, memberId, name), value);
  if (kept.length > 0)
    await tx.query(
      `insert into member_contacts (institution_id, member_id, phone, email, changed_at)
        select $1, n.*, $5 from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as n
        on conflict (institution_id, member_id) do update
          set phone = excluded.phone, email = excluded.email, changed_at = excluded.changed_at`,
      [
        institutionId,
        kept.map(({ memberId }) => memberId),
        kept.map(({ memberId, phone }) => encrypted(memberId, 'phone', phone)),
        kept.map(({ memberId, email }) => encrypted(memberId, 'email', email)),
        world.clock.now(),
      ],
    );
  return changed.map(({ memberId }) => memberId);
}

function place(institutionId: number, memberId: string, name: 'phone' | 'email'): string {
  return `member_contacts/${institutionId}/${memberId}/${name}`;
}
