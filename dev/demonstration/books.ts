import { demoHistory, type DemoHold } from './history.ts';
import { demoPeople } from './people.ts';
import type { DemoPerson } from './person.ts';
import type { DemoRow } from './statement.ts';

/** A row of the accounts file that `tmm import` reads. */
export interface AccountRow {
  readonly member_number: string;
  readonly suffix: string;
  readonly kind: string;
  readonly currency: string;
  readonly nickname: string;
  readonly overdraft_limit: string;
}

/** A row of the transactions file. */
export interface TransactionRow {
  readonly external_id: string;
  readonly member_number: string;
  readonly suffix: string;
  readonly effective_on: string;
  readonly amount: string;
  readonly kind: string;
  readonly check_number: string;
  readonly description: string;
  readonly balance: string;
}

/**
 * Makes the demonstration's books as another system would export them, with members and open holds.
 */
export interface DemonstrationBooks {
  readonly members: readonly DemoPerson[];
  readonly accounts: readonly AccountRow[];
  readonly transactions: readonly TransactionRow[];
  readonly holds: readonly DemoHold[];
}

/** @param options.today the institution's day, on which history ends */
export function demonstrationBooks({
  today,
  seed,
}: {
  today: Temporal.PlainDate;
  seed?: string;
}): DemonstrationBooks {
  const { rows, holds } = demoHistory(today, seed);
  return {
    members: demoPeople,
    accounts: demoPeople.flatMap(accountsOf),
    transactions: rows.map(transactionOf),
    holds,
  };
}

function accountsOf({ number, shares }: DemoPerson): AccountRow[] {
  return shares
    .filter(({ jointWith }) => !jointWith)
    .map((share) => ({
      member_number: number,
      suffix: share.suffix,
      kind: share.kind,
      currency: 'USD',
      nickname: share.nickname ?? '',
      overdraft_limit: dollars(share.overdraftLimit ?? 0),
    }));
}

function transactionOf(row: DemoRow): TransactionRow {
  return {
    external_id: row.externalId,
    member_number: row.memberNumber,
    suffix: row.suffix,
    effective_on: row.effectiveOn.toString(),
    amount: dollars(row.amount),
    kind: row.kind,
    check_number: row.checkNumber,
    description: row.description,
    balance: dollars(row.balance),
  };
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}
