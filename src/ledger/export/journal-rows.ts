import type { Queries } from '../../database/database.ts';
import type { AccountClass } from '../account.ts';

/**
 * An account with its name for an export: class, kind and an ordinal; never a member or their
 * number.
 */
export interface JournalAccount {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly openedOn: Temporal.PlainDate;
  /** Debit positive. */
  readonly balance: bigint;
}

/** A transaction with its entries. */
export interface JournalTransaction {
  readonly id: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly kind: string;
  readonly memo: string;
  readonly reversalOf: string | null;
  readonly entries: readonly JournalEntry[];
}

export interface JournalEntry {
  readonly accountId: string;
  /** Debit positive, like the balance. */
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  /**
   * Whether the earlier entries by date are also the earlier ones by sequence, so that a program
   * that reads by date computes this balance. It is false around a backdated correction.
   */
  readonly isInOrder: boolean;
  readonly description: string;
  readonly checkNumber: string | null;
}

const roots: Readonly<Record<AccountClass, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

const pageSize = 2_000;

/** Reads all accounts in order of id, each with the ordinal for its name. */
export async function* journalAccounts(
  q: Queries,
  institutionId: number,
): AsyncGenerator<JournalAccount> {
  let after = '00000000-0000-0000-0000-000000000000';
  let ordinal = 0;
  for (;;) {
    const page = await q.query<{
      id: string;
      class: AccountClass;
      kind: string;
      internal: boolean;
      bucket: number;
      currency: string;
      openedOn: Temporal.PlainDate;
      balance: bigint;
    }>(
      `select id, class, kind, internal, bucket, currency, opened_on as "openedOn", ledger_balance * normal_side as balance
        from accounts where institution_id = $1 and id > $2 order by id limit ${pageSize}`,
      [institutionId, after],
    );
    for (const { class: accountClass, kind, internal, bucket, ...account } of page) {
      ordinal += 1;
      const owner = internal ? 'Internal' : 'Members';
      // Buckets are siblings, so that their parent sums them.
      const part = bucket === 0 ? '' : `-${bucket}`;
      const last = internal ? `${account.currency}${part}` : String(ordinal).padStart(7, '0');
      const name = [roots[accountClass], owner, pascalCased(kind), last].join(':');
      yield { ...account, name };
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    after = end.id;
  }
}

/**
 * Reads all transactions with entries, by effective day and then in commit order. It uses a cursor,
 * so memory does not grow with the journal. Needs a transaction.
 */
export async function* journalTransactions(
  tx: Queries,
  institutionId: number,
): AsyncGenerator<JournalTransaction> {
  await tx.query(
    `declare journal no scroll cursor for
      select e.transaction_id as id, e.effective_on as "effectiveOn", t.posted_at as "postedAt", t.kind, t.memo,
        t.reversal_of as "reversalOf", e.account_id as "accountId", e.amount,
        e.balance_after * a.normal_side as "balanceAfter", e.description, e.check_number as "checkNumber",
        e.effective_on >= coalesce(max(e.effective_on) over before, e.effective_on)
          and e.effective_on <= coalesce(min(e.effective_on) over after, e.effective_on) as "isInOrder"
      from entries e
      join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      join accounts a on a.institution_id = $1 and a.id = e.account_id
      left join chain c on c.institution_id = $1 and c.batch_id = e.batch_id
      where e.institution_id = $1
      window before as (partition by e.account_id order by e.sequence rows between unbounded preceding and 1 preceding),
        after as (partition by e.account_id order by e.sequence desc rows between unbounded preceding and 1 preceding)
      order by e.effective_on, c.number, e.transaction_id, e.amount desc, e.account_id`,
    [institutionId],
  );
  let open: (JournalTransaction & { entries: JournalEntry[] }) | undefined;
  for (;;) {
    const rows = await tx.query<Omit<JournalTransaction, 'entries'> & JournalEntry>(
      `fetch ${pageSize} from journal`,
    );
    for (const { id, effectiveOn, postedAt, kind, memo, reversalOf, ...entry } of rows) {
      if (open?.id !== id) {
        if (open) yield open;
        open = { id, effectiveOn, postedAt, kind, memo, reversalOf, entries: [] };
      }
      open.entries.push(entry);
    }
    if (rows.length < pageSize) break;
  }
  if (open) yield open;
  await tx.query('close journal');
}

/** `fee_income` → `FeeIncome`: a name that both formats accept. */
function pascalCased(kind: string): string {
  const name = kind
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
  return /^[A-Z0-9]/.test(name) ? name : 'Other';
}
