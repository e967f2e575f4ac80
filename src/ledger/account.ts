import type { Amount } from '../money/amount.ts';

/**
 * The classes of accounts. Assets and expenses are debit accounts, the others credit accounts. A
 * member's deposits are the institution's liability.
 */
export const accountClasses = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountClass = (typeof accountClasses)[number];

/** The events of an account: it opens, its overdraft limit changes, it closes. */
export const accountEvents = ['opened', 'limit', 'closed'] as const;
export type AccountEvent = (typeof accountEvents)[number];

/** An account in the books. It is immutable: a decision replaces it. */
export interface Account {
  readonly id: string;
  readonly class: AccountClass;
  /** checking, savings, certificate, loan; for internal accounts cash, settlement… */
  readonly kind: string;
  readonly currency: string;
  /** Whether it is the institution's own. Such an account has no floor. */
  readonly internal: boolean;
  readonly openedOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate | null;
  /** On the normal side. */
  readonly ledgerBalance: Amount;
  readonly held: Amount;
  readonly overdraftLimit: Amount;
  /** Sequence of the newest entry; 0 before the first. */
  readonly version: bigint;
  /** The number of the newest event. */
  readonly events: number;
  readonly lastEntryOn: Temporal.PlainDate | null;
}

/** Returns 1 if debits raise the balance, -1 if credits do. */
export function normalSide(account: { readonly class: AccountClass }): 1n | -1n {
  return account.class === 'asset' || account.class === 'expense' ? 1n : -1n;
}

/** Returns the ledger balance less holds. The overdraft limit is not included. */
export function availableOf(account: Account): Amount {
  return account.ledgerBalance - account.held;
}

/** Whether a member's account has less available than its floor allows. */
export function isBelowFloor(account: Account): boolean {
  return !account.internal && availableOf(account) < -account.overdraftLimit;
}

/** The columns of `accounts`, renamed to the fields above. */
export const accountColumns = `id, class, kind, currency, internal, opened_on as "openedOn", closed_on as "closedOn",
  ledger_balance as "ledgerBalance", held, overdraft_limit as "overdraftLimit", version, events,
  last_entry_on as "lastEntryOn"`;
