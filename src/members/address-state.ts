import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import {
  keyDoubt,
  liftedBySigningIn,
  type MoneyLockReason,
} from '../kernel/vocabulary/lock-reason.ts';
import type { AddressState } from './member.ts';

/** Of a doubt about the address: higher than what signing in lifts. */
const doubtPriority = 8;

/** A doubt about the address's keys outlives every proof that lifts other doubts. */
const keyDoubtPriority = 9;

const priorityOf = (reason: string) =>
  `case when ${reason} = '${keyDoubt}' then ${keyDoubtPriority} else coalesce(array_position($5::text[], ${reason}), ${doubtPriority}) end`;

/**
 * Locks money movement on addresses until their member signs in. They still get balances. Of
 * several reasons the most serious is kept, so that lifting a lesser one never lifts a doubt about
 * the address. The lock counts from the first reason.
 * @returns the addresses that have this reason now and had another, or none
 */
export async function lockMoney(
  tx: Queries,
  institutionId: number,
  locks: readonly { addressId: string; reason: MoneyLockReason; at: Temporal.Instant }[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `update addresses a set money_locked_at = coalesce(a.money_locked_at, n.at), money_locked_reason = n.reason
      from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n (id, reason, at)
      where a.institution_id = $1 and a.id = n.id
        and ${priorityOf('n.reason')} > case when a.money_locked_at is null then 0
          else ${priorityOf('a.money_locked_reason')} end
      returning a.id`,
    [
      institutionId,
      locks.map((lock) => lock.addressId),
      locks.map((lock) => lock.reason),
      locks.map((lock) => lock.at),
      liftedBySigningIn,
    ],
  );
  return rows.map(({ id }) => id);
}

/** Lifts the money lock of this address. */
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
 * Takes addresses out of service. `suspended`: no code and no figures until it is verified again.
 * `paused`: by its member, which lifts no suspension. `removed`: the address may be bound again, to
 * anyone.
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
 * Records a new proof of an address through its channel. It lifts suspension and money lock. A doubt about the address's keys is lifted
 * only by a proof that was signed with them: whoever sends in clear may be another than who has the keys.
 * @returns whether such a doubt is left, so that the address still moves no money
 * @throws Fault `address_gone` if the address is removed
 */
export async function verifyAddressAgain(
  tx: Queries,
  institutionId: number,
  {
    addressId,
    at,
    provesKeys = false,
  }: {
    readonly addressId: string;
    readonly at: Temporal.Instant;
    readonly provesKeys?: boolean;
  },
): Promise<boolean> {
  const verified = await tx.query<{ isLocked: boolean }>(
    `update addresses set state = 'proven', state_reason = null, proven_at = $3,
        money_locked_at = case when money_locked_reason = '${keyDoubt}' and not $4::boolean then money_locked_at end,
        money_locked_reason = case when money_locked_reason = '${keyDoubt}' and not $4::boolean then money_locked_reason end
      where institution_id = $1 and id = $2 and state <> 'removed'
      returning money_locked_at is not null as "isLocked"`,
    [institutionId, addressId, at, provesKeys],
  );
  const [row] = verified;
  if (!row) {
    throw new Fault({
      code: 'address_gone',
      message: 'This address is no longer connected: connect it again',
      retryable: false,
    });
  }
  return row.isLocked;
}

/**
 * Sets the member's own limits for an address, below the institution's; minor units, null for none.
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

/** Records that addresses were used on this day. It writes a row at most once a day. */
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

/** Records another handle for an address. */
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

/** Sets whether an address may move money at all. The member's own limits stay. */
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

/**
 * Lifts a lock after five wrong confirmations, and no other.
 * @returns whether there was such a lock
 */
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
