import type { ShareRole } from '../kernel/vocabulary/share-role.ts';
import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { World } from '../kernel/world.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import { retiredSuffixes } from './retired-suffixes.ts';
import { isNickname } from './nicknames.ts';
import { isSuffix } from './share-names.ts';

/** A share to open on an existing ledger account. */
export interface NewShare {
  readonly memberId: string;
  readonly accountId: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly suffix: string;
  readonly nickname?: string | undefined;
}

/**
 * Opens shares, set-based. Money may leave checking and savings, and may enter all but certificates
 * (a loan payment enters the loan).
 * @returns share ids in the given order
 * @throws Fault `suffix_malformed`, `suffix_retired` (an old suffix within 90 days), `suffix_taken`
 */
export async function openShares(
  tx: Queries,
  world: World,
  institutionId: number,
  wanted: readonly NewShare[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const now = world.clock.now();
  const ids = wanted.map(() => world.ids.next());
  await tx.query(
    `insert into shares (institution_id, id, account_id, kind, currency, opened_at)
      select $1, n.*, $6 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as n`,
    [
      institutionId,
      ids,
      wanted.map((share) => share.accountId),
      wanted.map((share) => share.kind),
      wanted.map((share) => share.currency),
      now,
    ],
  );
  const owners = wanted.map((share, index) => ({
    memberId: share.memberId,
    shareId: ids[index] ?? '',
    role: 'owner' as const,
    suffix: share.suffix,
    nickname: share.nickname,
    kind: share.kind,
  }));
  await insertOwners(tx, institutionId, { owners, now });
  return ids;
}

/**
 * Adds joint owners to existing shares, each with their own suffix.
 * @param now if absent, every suffix ever given up is refused
 * @throws Fault as `openShares` does
 */
export async function addJointOwners(
  tx: Queries,
  institutionId: number,
  owners: readonly {
    memberId: string;
    shareId: string;
    kind: ShareKind;
    suffix: string;
    nickname?: string | undefined;
    mayMove: boolean;
  }[],
  now?: Temporal.Instant,
): Promise<void> {
  await insertOwners(tx, institutionId, {
    owners: owners.map((owner) => ({ ...owner, role: 'joint' as const })),
    now,
  });
}

interface NewOwner {
  readonly memberId: string;
  readonly shareId: string;
  readonly role: ShareRole;
  readonly suffix: string;
  readonly nickname?: string | undefined;
  readonly kind: ShareKind;
  readonly mayMove?: boolean;
}

async function insertOwners(
  tx: Queries,
  institutionId: number,
  { owners, now }: { owners: readonly NewOwner[]; now: Temporal.Instant | undefined },
): Promise<void> {
  const memberIds = [...new Set(owners.map((owner) => owner.memberId))].sort();
  // The member's row is the lock: concurrent openings would take the same ordinal.
  await tx.query(
    `select 1 from members where institution_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [institutionId, memberIds],
  );
  const retired = await retiredSuffixes(tx, institutionId, { memberIds, now });
  for (const owner of owners) {
    const suffix = owner.suffix.toUpperCase();
    if (!isSuffix(suffix))
      throw fault('suffix_malformed', 'a suffix is one or two digits, or a letter with digits');
    if (retired.get(owner.memberId)?.has(suffix) === true)
      throw fault('suffix_retired', `${suffix} was in use recently and can't be given again yet`);
  }
  const inserted = await tx.query(
    `insert into share_owners (institution_id, member_id, share_id, ordinal, role, suffix, nickname, may_move_from, may_move_to)
      select $1, n.member_id, n.share_id,
        coalesce((select max(ordinal) from share_owners o where o.institution_id = $1 and o.member_id = n.member_id), 0)
          + row_number() over (partition by n.member_id order by n.place),
        n.role, n.suffix, n.nickname, n.may_move_from, n.may_move_to
      from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[])
        with ordinality as n (member_id, share_id, role, suffix, nickname, may_move_from, may_move_to, place)
      on conflict (institution_id, member_id, suffix) do nothing
      returning 1`,
    [
      institutionId,
      owners.map((owner) => owner.memberId),
      owners.map((owner) => owner.shareId),
      owners.map((owner) => owner.role),
      owners.map((owner) => owner.suffix.toUpperCase()),
      owners.map((owner) =>
        owner.nickname !== undefined && isNickname(owner.nickname, owner.kind)
          ? owner.nickname
          : null,
      ),
      owners.map(
        (owner) =>
          (owner.mayMove ?? true) && (owner.kind === 'checking' || owner.kind === 'savings'),
      ),
      owners.map((owner) => (owner.mayMove ?? true) && owner.kind !== 'certificate'),
    ],
  );
  if (inserted.length < owners.length)
    throw fault('suffix_taken', 'another share of the member has this suffix');
}

function fault(code: string, what: string): Fault {
  return new Fault({
    code,
    message: `The account can’t have this name: ${what}`,
    retryable: false,
  });
}
