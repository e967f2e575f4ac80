import type { Queries } from '../database/database.ts';
import { assert } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import type { ShareKind } from './share-kind.ts';
import { isNickname } from './share-names.ts';

/** A share to be opened on a ledger account that exists. */
export interface NewShare {
  readonly memberId: string;
  readonly accountId: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly suffix: string;
  readonly nickname?: string | undefined;
}

/**
 * Opens shares, set-based. Money may leave checking and savings; it may enter all but certificates (a payment on a loan
 * enters it).
 * @returns share ids in the order given
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
  await insertOwners(tx, institutionId, owners);
  return ids;
}

/** Makes members joint owners of shares that exist, each by their own suffix. */
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
): Promise<void> {
  await insertOwners(
    tx,
    institutionId,
    owners.map((owner) => ({ ...owner, role: 'joint' as const })),
  );
}

async function insertOwners(
  tx: Queries,
  institutionId: number,
  owners: readonly {
    memberId: string;
    shareId: string;
    role: 'owner' | 'joint';
    suffix: string;
    nickname?: string | undefined;
    kind: ShareKind;
    mayMove?: boolean;
  }[],
): Promise<void> {
  const inserted = await tx.query(
    `insert into share_owners (institution_id, member_id, share_id, ordinal, role, suffix, nickname, may_move_from, may_move_to)
      select $1, n.member_id, n.share_id,
        coalesce((select max(ordinal) from share_owners o where o.institution_id = $1 and o.member_id = n.member_id), 0)
          + row_number() over (partition by n.member_id order by n.place),
        n.role, n.suffix, n.nickname, n.may_move_from, n.may_move_to
      from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[])
        with ordinality as n (member_id, share_id, role, suffix, nickname, may_move_from, may_move_to, place)
      returning 1`,
    [
      institutionId,
      owners.map((owner) => owner.memberId),
      owners.map((owner) => owner.shareId),
      owners.map((owner) => owner.role),
      owners.map((owner) => owner.suffix.toUpperCase()),
      owners.map((owner) =>
        owner.nickname !== undefined && isNickname(owner.nickname) ? owner.nickname : null,
      ),
      owners.map(
        (owner) =>
          (owner.mayMove ?? true) && (owner.kind === 'checking' || owner.kind === 'savings'),
      ),
      owners.map((owner) => (owner.mayMove ?? true) && owner.kind !== 'certificate'),
    ],
  );
  assert(inserted.length === owners.length, 'each owner was written');
}
