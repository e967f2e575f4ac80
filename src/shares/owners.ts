import type { Queries } from '../database/database.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { ShareRole } from '../kernel/vocabulary/share-role.ts';

/** A member's part in a share. */
export interface ShareOwner {
  readonly memberId: string;
  readonly number: string;
  readonly role: ShareRole;
  readonly suffix: string;
  /** Otherwise they were a joint owner once. */
  readonly maySee: boolean;
}

export interface OwnedShare {
  readonly shareId: string;
  readonly owners: readonly ShareOwner[];
}

/** Finds the shares on these accounts with all of their owners, by account. */
export async function ownersOf(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Map<string, OwnedShare>> {
  const rows = await q.query<ShareOwner & { accountId: string; shareId: string }>(
    `select s.account_id as "accountId", s.id as "shareId", o.member_id as "memberId", m.number, o.role, o.suffix,
        o.may_see as "maySee"
      from shares s
      join share_owners o on o.institution_id = $1 and o.share_id = s.id
      join members m on m.institution_id = $1 and m.id = o.member_id
      where s.institution_id = $1 and s.account_id = any($2::uuid[])
      order by o.role desc, m.number`,
    [institutionId, accountIds],
  );
  const shares = new Map<string, OwnedShare & { owners: ShareOwner[] }>();
  for (const { accountId, shareId, ...owner } of rows) {
    const share = shares.get(accountId) ?? { shareId, owners: [] };
    share.owners.push(owner);
    shares.set(accountId, share);
  }
  return shares;
}

/**
 * Ends, or gives back, the part of joint owners in a share. Their row stays, so that its number and suffix never name another share of
 * theirs; they neither see nor move it.
 */
export async function setJointRights(
  tx: Queries,
  institutionId: number,
  given: {
    readonly shareId: string;
    readonly memberIds: readonly string[];
    readonly kind: ShareKind;
    readonly isOwner: boolean;
  },
): Promise<void> {
  const { shareId, memberIds, kind, isOwner } = given;
  await tx.query(
    `update share_owners set may_see = $4, may_move_from = $5, may_move_to = $6
      where institution_id = $1 and share_id = $2 and member_id = any($3::uuid[]) and role = 'joint'`,
    [
      institutionId,
      shareId,
      memberIds,
      isOwner,
      isOwner && (kind === 'checking' || kind === 'savings'),
      isOwner && kind !== 'certificate',
    ],
  );
}
