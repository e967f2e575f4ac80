import type { Amount } from '../money/amount.ts';

/** Assets and expenses are debit accounts, the others credit accounts. A member's deposits are the institution's liability. */
export const accountClasses = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountClass = (typeof accountClasses)[number];

/** What happens to an account: it opens, its overdraft limit changes, it closes. */
export const accountEvents = ['opened', 'limit', 'closed'] as const;
export type AccountEvent = (typeof accountEvents)[number];

/** An account of the books as it stands. Never changed in place: a decision puts a new one in its stead. */
export interface Account {
  readonly id: string;
  readonly class: AccountClass;
  /** checking, savings, certificate, loan; for internal accounts cash, settlement… */
  readonly kind: string;
  readonly currency: string;
  /** The institution's own: no floor. */
  readonly internal: boolean;
  readonly openedOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate | null;
  /** On the normal side. */
  readonly ledgerBalance: Amount;
  readonly held: Amount;
  readonly overdraftLimit: Amount;
  /** Sequence of the newest entry; 0 before the first. */
  readonly version: bigint;
  /** Number of the newest event. */
  readonly events: number;
  readonly lastEntryOn: Temporal.PlainDate | null;
}

/** 1 where debits raise the balance, -1 where credits do. */
export function normalSide(account: { readonly class: AccountClass }): 1n | -1n {
  return account.class === 'asset' || account.class === 'expense' ? 1n : -1n;
}

/** Ledger balance less what is held; the overdraft limit is apart. */
export function availableOf(account: Account): Amount {
  return account.ledgerBalance - account.held;
}

/** Whether a member's account has less available than its floor allows. */
export function isBelowFloor(account: Account): boolean {
  return !account.internal && availableOf(account) < -account.overdraftLimit;
}

/** The columns of `accounts` under their names here. */
export const accountColumns = `id, class, kind, currency, internal, opened_on as "openedOn", closed_on as "closedOn",
  ledger_balance as "ledgerBalance", held, overdraft_limit as "overdraftLimit", version, events,
  last_entry_on as "lastEntryOn"`;
