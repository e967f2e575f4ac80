import type { SentOrder } from '../adapter.ts';
import type { CoreBalance, CoreRefusal } from '../core.ts';

/**
 * The states of an order. `asked`: not sent. `sent` and `unknown`: it may have reached the core.
 * The others have ended.
 */
export const orderStates = ['asked', 'sent', 'unknown', 'posted', 'refused', 'abandoned'] as const;

export type OrderState = (typeof orderStates)[number];

/** An order to a remote core, as stored. */
export interface OrderRow extends SentOrder {
  readonly state: OrderState;
  readonly content: Uint8Array;
  readonly memberId: string;
  readonly addressId: string | null;
  readonly deadline: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly sends: number;
  readonly finds: number;
  readonly toldAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly reference: string | null;
  /** Null too where staff found the posting. */
  readonly balances: StoredBalances | null;
  readonly refusal: CoreRefusal | null;
  /** Who on the staff ended it; null: the core's answer did. */
  readonly endedBy: string | null;
}

/** The columns for `select`. */
export const orderColumns = `institution_id as "institutionId", key, state, content, from_account_id as "fromAccountId",
  to_account_id as "toAccountId", amount, effective_on as "effectiveOn", from_description as "fromDescription",
  to_description as "toDescription", member_id as "memberId", address_id as "addressId", asked_at as "askedAt", deadline,
  sent_at as "sentAt", sends, finds, told_at as "toldAt", ended_at as "endedAt", reference, balances, refusal, ended_by as "endedBy"`;

/** Both balances as JSON stores them, which has no bigint and no date. */
export interface StoredBalances {
  readonly from: StoredBalance;
  readonly to: StoredBalance;
}

type StoredBalance = Readonly<
  Record<'ledger' | 'held' | 'available' | 'overdraftLimit', string>
> & {
  readonly currency: string;
  readonly openedOn: string;
  readonly closed: boolean;
};

export function storeBalance(balance: CoreBalance): StoredBalance {
  return {
    ledger: balance.ledger.toString(),
    held: balance.held.toString(),
    available: balance.available.toString(),
    overdraftLimit: balance.overdraftLimit.toString(),
    currency: balance.currency,
    openedOn: balance.openedOn.toString(),
    closed: balance.closed,
  };
}

export function readBalance(stored: StoredBalance): CoreBalance {
  return {
    ledger: BigInt(stored.ledger),
    held: BigInt(stored.held),
    available: BigInt(stored.available),
    overdraftLimit: BigInt(stored.overdraftLimit),
    currency: stored.currency,
    openedOn: Temporal.PlainDate.from(stored.openedOn),
    closed: stored.closed,
  };
}
