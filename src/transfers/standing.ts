import type { Queries } from '../database/database.ts';
import type { AddressState, MemberAddress, Member } from '../members/member.ts';

/** The facts that decide whether a member may move money at all, whatever the origin. */
export interface Standing {
  readonly member: Pick<Member, 'lockedAt' | 'disclosedAt'>;
  /** The address that sent the order; absent if it came through a session. */
  readonly address?: Pick<MemberAddress, 'state' | 'mayMoveMoney' | 'moneyLockedAt'>;
}

export type StandingReason =
  | 'member_locked'
  | 'address_suspended'
  | 'address_paused'
  | 'money_locked'
  | 'disclosures_missing'
  | 'read_only';

/** Returns the lock in effect: LOCK, the address, or moving money from it. `undefined`: none. */
export function lockRefusal({ member, address }: Standing): StandingReason | undefined {
  if (member.lockedAt) return 'member_locked';
  if (!address) return undefined;
  if (address.state === 'paused') return 'address_paused';
  // An address that was removed while its order waited proves no more than a suspended one.
  if (address.state !== 'proven') return 'address_suspended';
  return address.moneyLockedAt ? 'money_locked' : undefined;
}

/**
 * Returns the missing right: the disclosures before a first transfer, or the address's right to
 * move money.
 */
export function rightRefusal({ member, address }: Standing): StandingReason | undefined {
  if (!member.disclosedAt) return 'disclosures_missing';
  return address && !address.mayMoveMoney ? 'read_only' : undefined;
}

/** The standing of an address and its member, read under a lock. */
export interface LockedStanding {
  readonly state: AddressState;
  readonly mayMoveMoney: boolean;
  readonly moneyLockedAt: Temporal.Instant | null;
  readonly lockedAt: Temporal.Instant | null;
}

/**
 * Rereads the standing of addresses with transfers to decide, and locks it until the transaction
 * ends. So a LOCK, a STOP for all channels or a lost right counts, if it was committed while the
 * transfer waited for its accounts. Call it after locking the accounts; it locks rows in order of
 * id.
 */
export async function lockStanding(
  tx: Queries,
  institutionId: number,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, LockedStanding>> {
  const rows = await tx.query<LockedStanding & { id: string }>(
    `select a.id, a.state, a.may_move_money as "mayMoveMoney", a.money_locked_at as "moneyLockedAt", m.locked_at as "lockedAt"
      from addresses a join members m on m.institution_id = $1 and m.id = a.member_id
      where a.institution_id = $1 and a.id = any($2::uuid[])
      order by a.id for share of a, m`,
    [institutionId, addressIds],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** The same for a member whose order came through a session. */
export async function lockMemberStanding(
  tx: Queries,
  institutionId: number,
  memberId: string,
): Promise<Standing> {
  return standingOf(
    await tx.query<MemberRow>(`${memberStanding} for share`, [institutionId, memberId]),
  );
}

/** The same without a lock, for answers that move nothing. */
export async function readMemberStanding(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<Standing> {
  return standingOf(await q.query<MemberRow>(memberStanding, [institutionId, memberId]));
}

const memberStanding = `select locked_at as "lockedAt", disclosed_at as "disclosedAt" from members
  where institution_id = $1 and id = $2`;

interface MemberRow {
  readonly lockedAt: Temporal.Instant | null;
  readonly disclosedAt: Temporal.Instant | null;
}

function standingOf([row]: readonly MemberRow[]): Standing {
  return {
    member: {
      ...(row?.lockedAt ? { lockedAt: row.lockedAt } : {}),
      ...(row?.disclosedAt ? { disclosedAt: row.disclosedAt } : {}),
    },
  };
}

/** Combines a member and an address with their current standing. */
export function withStanding(
  { member, address }: { readonly member: Member; readonly address: MemberAddress },
  standing: LockedStanding,
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
