import type { LoanTerms } from '../core/core.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';

/** The terms by column, so that reading and writing name each once. */
const columns = {
  rate: 'loan_rate',
  payment: 'loan_payment',
  dueDay: 'loan_due_day',
  dueOn: 'loan_due_on',
  original: 'loan_original',
  payoff: 'loan_payoff',
  payoffOn: 'loan_payoff_on',
} as const satisfies Readonly<Record<keyof LoanTerms, string>>;

const named = Object.entries(columns);

type Row = { readonly [Name in keyof LoanTerms]-?: LoanTerms[Name] | null } & {
  readonly accountId: string;
};

const loadStatement = {
  name: 'loan_terms_load',
  text: `select s.account_id as "accountId", ${named.map(([name, of]) => `s.${of} as "${name}"`).join(', ')}
    from unnest($2::uuid[]) as k (id)
    cross join lateral (select * from shares where institution_id = $1 and id = k.id and kind = 'loan' limit 1) s`,
};

/**
 * Loads the terms of these loans, by account. A loan of which the books know nothing has no terms, and a share that is no loan is
 * absent.
 */
export async function loadLoanTerms(
  q: Queries,
  institutionId: number,
  shareIds: readonly string[],
): Promise<ReadonlyMap<string, LoanTerms>> {
  if (shareIds.length === 0) return new Map();
  const rows = await q.query<Row>(loadStatement, [institutionId, column('uuid', shareIds)]);
  return new Map(rows.map(({ accountId, ...terms }) => [accountId, known(terms)]));
}

/** Without what the books don't know. */
function known(row: Omit<Row, 'accountId'>): LoanTerms {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** Sets the terms of loans: what is given replaces all that was there. */
export async function setLoanTerms(
  tx: Queries,
  institutionId: number,
  loans: readonly { readonly shareId: string; readonly terms: LoanTerms }[],
): Promise<void> {
  if (loans.length === 0) return;
  await tx.query(
    `update shares s set ${named.map(([, of]) => `${of} = n.${of}`).join(', ')}
      from unnest($2::uuid[], $3::int[], $4::bigint[], $5::smallint[], $6::date[], $7::bigint[], $8::bigint[], $9::date[])
        as n (share_id, ${named.map(([, of]) => of).join(', ')})
      where s.institution_id = $1 and s.id = n.share_id`,
    [
      institutionId,
      loans.map(({ shareId }) => shareId),
      ...named.map(([name]) => loans.map(({ terms }) => terms[name as keyof LoanTerms] ?? null)),
    ],
  );
}
