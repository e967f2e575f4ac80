import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import { liftedBySigningIn, type MoneyLockReason } from '../kernel/vocabulary/lock-reason.ts';
import type { AddressState } from './member.ts';

/** Above every place in the list below. */
const weightiest = 9;

/**
 * Locks money movement on addresses until their member signs in; balances go on being answered. Of several reasons the weightiest
 * is kept, so that lifting a lesser one never lifts a doubt about whose the address is; locked is it since the first.
 */
export async function lockMoney(
  tx: Queries,
  institutionId: number,
  locks: readonly { addressId: string; reason: MoneyLockReason; at: Temporal.Instant }[],
): Promise<void> {
  await tx.query(
    `update addresses a set money_locked_at = coalesce(a.money_locked_at, n.at), money_locked_reason = n.reason
      from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n (id, reason, at)
      where a.institution_id = $1 and a.id = n.id
        and coalesce(array_position($5::text[], n.reason), ${weightiest}) > case when a.money_locked_at is null then 0
          else coalesce(array_position($5::text[], a.money_locked_reason), ${weightiest}) end`,
    [
      institutionId,
      locks.map((lock) => lock.addressId),
      locks.map((lock) => lock.reason),
      locks.map((lock) => lock.at),
      liftedBySigningIn,
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
 * Takes addresses out of service. A suspended one gets no code and so no figures until it is verified again; one is paused by
 * its member, which lifts no suspension; a removed one may be bound anew, to anyone.
 */
export async function setAddressState(
  tx: Queries,
  institutionId: number,
  {
    addressIds,
    state,
    reason,
  }: {
    addressIds: readonly string[];
    state: Exclude<AddressState, 'unproven' | 'proven'>;
    reason: string;
  },
): Promise<void> {
  await tx.query(
    `update addresses set state = $3, state_reason = $4
      where institution_id = $1 and id = any($2::uuid[]) and state <> 'removed' and ($3 <> 'paused' or state = 'proven')`,
    [institutionId, addressIds, state, reason],
  );
}

/**
 * An address was proven once more through its channel: whatever suspended it or locked its money movement is over.
 * @throws Fault `address_gone` where it is removed
 */
export async function verifyAddressAgain(
  tx: Queries,
  institutionId: number,
  { addressId, at }: { addressId: string; at: Temporal.Instant },
): Promise<void> {
  const verified = await tx.query(
    `update addresses set state = 'proven', state_reason = null, proven_at = $3,
        money_locked_at = null, money_locked_reason = null
      where institution_id = $1 and id = $2 and state <> 'removed'
      returning 1`,
    [institutionId, addressId, at],
  );
  if (verified.length === 0) {
    throw new Fault({
      code: 'address_gone',
      message: 'This address is no longer connected: connect it again',
      retryable: false,
    });
  }
}

/**
 * What the member allows from an address, beneath the institution's limits; minor units, null for no own limit.
 * @throws Fault `limit_invalid` for one that is not above zero
 */
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
  if ([limits.perTransfer, limits.perDay].some((limit) => limit !== null && limit <= 0n)) {
    throw new Fault({
      code: 'limit_invalid',
      message:
        'A limit must be greater than zero. To allow no transfers, make the address read-only',
      retryable: false,
    });
  }
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

/** Whether an address may move money at all; the member's own limits stay as they are. */
export async function setMayMoveMoney(
  tx: Queries,
  institutionId: number,
  { addressId, mayMoveMoney }: { readonly addressId: string; readonly mayMoveMoney: boolean },
): Promise<void> {
  await tx.query('update addresses set may_move_money = $3 where institution_id = $1 and id = $2', [
    institutionId,
    addressId,
    mayMoveMoney,
  ]);
}

/** Lifts what five wrong confirmations locked, and nothing else. @returns whether that was what had locked it */
export async function unlockFailures(
  tx: Queries,
  institutionId: number,
  addressId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update addresses set money_locked_at = null, money_locked_reason = null
      where institution_id = $1 and id = $2 and money_locked_reason = 'confirmation_failures' returning 1`,
    [institutionId, addressId],
  );
  return rows.length > 0;
}
