import type { Queries } from '../database/database.ts';
import type { AddressState } from './member.ts';

export type MoneyLockReason =
  | 'confirmation_failures'
  | 'stop'
  | 'unfollowed'
  | 'handle_changed'
  | 'silence';

/** Locks money movement on addresses until their member signs in; balances go on being answered. */
export async function lockMoney(
  tx: Queries,
  institutionId: number,
  locks: readonly { addressId: string; reason: MoneyLockReason; at: Temporal.Instant }[],
): Promise<void> {
  await tx.query(
    `update addresses a set money_locked_at = n.at, money_locked_reason = n.reason
      from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n (id, reason, at)
      where a.institution_id = $1 and a.id = n.id and a.money_locked_at is null`,
    [
      institutionId,
      locks.map((lock) => lock.addressId),
      locks.map((lock) => lock.reason),
      locks.map((lock) => lock.at),
    ],
  );
}

/** Lets money move again from this address. */
export async function unlockMoney(
  tx: Queries,
  institutionId: number,
  addressId: string,
): Promise<void> {
  await tx.query(
    `update addresses set money_locked_at = null, money_locked_reason = null
      where institution_id = $1 and id = $2`,
    [institutionId, addressId],
  );
}

/**
 * Puts addresses into another state. A suspended one gets no code and so no figures until it is proven again; a removed
 * one may be bound anew, to anyone.
 */
export async function setAddressState(
  tx: Queries,
  institutionId: number,
  {
    addressIds,
    state,
    reason,
  }: { addressIds: readonly string[]; state: AddressState; reason: string },
): Promise<void> {
  await tx.query(
    `update addresses set state = $3, state_reason = $4
      where institution_id = $1 and id = any($2::uuid[]) and state <> 'removed'`,
    [institutionId, addressIds, state, reason],
  );
}

/** What the member allows from an address, beneath the institution's limits; minor units, null for no own limit. */
export async function setAddressLimits(
  tx: Queries,
  institutionId: number,
  limits: {
    addressId: string;
    mayMoveMoney: boolean;
    perTransfer: bigint | null;
    perDay: bigint | null;
  },
): Promise<void> {
  await tx.query(
    `update addresses set may_move_money = $3, per_transfer = $4, per_day = $5
      where institution_id = $1 and id = $2`,
    [institutionId, limits.addressId, limits.mayMoveMoney, limits.perTransfer, limits.perDay],
  );
}

/** Notes that addresses were used on this day: a row is written at most once a day. */
export async function touchAddresses(
  tx: Queries,
  institutionId: number,
  { addressIds, day }: { addressIds: readonly string[]; day: Temporal.PlainDate },
): Promise<void> {
  await tx.query(
    `update addresses set last_used_on = $3
      where institution_id = $1 and id = any($2::uuid[]) and last_used_on is distinct from $3::date`,
    [institutionId, addressIds, day],
  );
}

/** The name shown for an address has changed hands or spelling. */
export async function setHandle(
  tx: Queries,
  institutionId: number,
  { addressId, handle }: { addressId: string; handle: string },
): Promise<void> {
  await tx.query('update addresses set handle = $3 where institution_id = $1 and id = $2', [
    institutionId,
    addressId,
    handle,
  ]);
}
