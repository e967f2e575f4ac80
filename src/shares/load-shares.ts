import type { ShareRole } from '../kernel/vocabulary/share-role.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
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
  role: ShareRole;
  maySee: boolean;
  mayMoveFrom: boolean;
  mayMoveTo: boolean;
}

/** Far above any real number. */
const sharesMax = 200;

const statement = {
  name: 'shares_load',
  text: `select s.id, o.member_id as "memberId", o.ordinal, s.account_id as "accountId", s.kind, s.currency, o.suffix,
      o.nickname, o.role, o.may_see as "maySee", o.may_move_from as "mayMoveFrom", o.may_move_to as "mayMoveTo"
    from unnest($2::uuid[]) as k (member_id)
    cross join lateral (
      select * from share_owners where institution_id = $1 and member_id = k.member_id limit ${sharesMax}
    ) o
    cross join lateral (
      select * from shares where institution_id = $1 and id = o.share_id limit 1
    ) s`,
};

/**
 * Loads the shares of these members, each member's in order of opening. Members without shares are
 * absent from the map.
 */
export async function loadShares(
  q: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<Map<string, Share[]>> {
  const rows = await q.query<Row>(statement, [institutionId, column('uuid', memberIds)]);
  const shares = new Map<string, Share[]>();
  for (const { nickname, ...row } of rows) {
    const own = shares.get(row.memberId) ?? [];
    own.push({ ...row, institutionId, ...(nickname === null ? {} : { nickname }) });
    shares.set(row.memberId, own);
  }
  for (const own of shares.values()) own.sort((a, b) => a.ordinal - b.ordinal);
  return shares;
}
