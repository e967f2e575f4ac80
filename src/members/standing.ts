import type { Queries } from '../database/database.ts';
import type { AddressState, MemberAddress, Member } from './member.ts';

/** What decides whether money may move from an address, as it stands under a lock. */
export interface Standing {
  readonly state: AddressState;
  readonly mayMoveMoney: boolean;
  readonly moneyLockedAt: Temporal.Instant | null;
  readonly lockedAt: Temporal.Instant | null;
}

/**
 * Reads it anew for addresses whose transfers are about to be decided, and keeps it so until the transaction ends: a LOCK, a STOP for
 * all channels or a right taken away, committed while the transfer waited for its accounts, counts. To be called after the accounts
 * are locked; rows in order of id.
 */
export async function lockStanding(
  tx: Queries,
  institutionId: number,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx.query<Standing & { id: string }>(
    `select a.id, a.state, a.may_move_money as "mayMoveMoney", a.money_locked_at as "moneyLockedAt", m.locked_at as "lockedAt"
      from addresses a join members m on m.institution_id = $1 and m.id = a.member_id
      where a.institution_id = $1 and a.id = any($2::uuid[])
      order by a.id for share of a, m`,
    [institutionId, addressIds],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** A member and their address with what stands now. */
export function asItStands(
  { member, address }: { readonly member: Member; readonly address: MemberAddress },
  standing: Standing,
): { readonly member: Member; readonly address: MemberAddress } {
  const { lockedAt: _locked, ...unlocked } = member;
  const { moneyLockedAt: _moneyLocked, ...free } = address;
  return {
    member: { ...unlocked, ...(standing.lockedAt ? { lockedAt: standing.lockedAt } : {}) },
    address: {
      ...free,
      state: standing.state,
      mayMoveMoney: standing.mayMoveMoney,
      ...(standing.moneyLockedAt ? { moneyLockedAt: standing.moneyLockedAt } : {}),
    },
  };
}
