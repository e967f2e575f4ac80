import type { Queries } from '../database/database.ts';
import type { ShareKind } from './share-kind.ts';
import type { Share } from './share.ts';

interface Row {
  id: string;
  memberId: string;
  ordinal: number;
  accountId: string;
  kind: ShareKind;
  currency: string;
  suffix: string;
  nickname: string | null;
  role: 'owner' | 'joint';
  maySee: boolean;
  mayMoveFrom: boolean;
  mayMoveTo: boolean;
}

const statement = {
  name: 'shares_load',
  text: `select s.id, o.member_id as "memberId", o.ordinal, s.account_id as "accountId", s.kind, s.currency, o.suffix,
      o.nickname, o.role, o.may_see as "maySee", o.may_move_from as "mayMoveFrom", o.may_move_to as "mayMoveTo"
    from share_owners o
    join shares s on s.institution_id = $1 and s.id = o.share_id
    where o.institution_id = $1 and o.member_id = any($2::uuid[])`,
};

/** The shares of these members, each member's in order of opening; members without any are not in the map. */
export async function loadShares(
  q: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<Map<string, Share[]>> {
  const rows = await q.query<Row>(statement, [institutionId, memberIds]);
  const shares = new Map<string, Share[]>();
  for (const { nickname, ...row } of rows) {
    const own = shares.get(row.memberId) ?? [];
    own.push({ ...row, institutionId, ...(nickname === null ? {} : { nickname }) });
    shares.set(row.memberId, own);
  }
  for (const own of shares.values()) own.sort((a, b) => a.ordinal - b.ordinal);
  return shares;
}
