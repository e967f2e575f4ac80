import type { LoanTerms } from '../core/core.ts';
import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';

type Row = { readonly [Name in keyof LoanTerms]-?: LoanTerms[Name] | null } & {
  readonly accountId: string;
};

const loadStatement = {
  name: 'loan_terms_load',
  text: `select s.account_id as "accountId", s.loan_rate as rate, s.loan_payment as payment, s.loan_due_day as "dueDay",
      s.loan_due_on as "dueOn", s.loan_original as original, s.loan_payoff as payoff, s.loan_payoff_on as "payoffOn"
    from unnest($2::uuid[]) as k (id)
    cross join lateral (
      select * from shares where institution_id = $1 and id = k.id and kind = 'loan' limit 1
    ) s`,
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

/** Whether a loan's terms say when a payment is due. Pure. */
export function hasDueDate({ dueOn, dueDay }: LoanTerms): boolean {
  return dueOn !== undefined || dueDay !== undefined;
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
  const each = <Value>(of: (terms: LoanTerms) => Value | undefined) =>
    loans.map(({ terms }) => of(terms) ?? null);
  await tx.query(
    `update shares s set loan_rate = n.rate, loan_payment = n.payment, loan_due_day = n.due_day, loan_due_on = n.due_on,
        loan_original = n.original, loan_payoff = n.payoff, loan_payoff_on = n.payoff_on
      from unnest($2::uuid[], $3::int[], $4::bigint[], $5::smallint[], $6::date[], $7::bigint[], $8::bigint[], $9::date[])
        as n (share_id, rate, payment, due_day, due_on, original, payoff, payoff_on)
      where s.institution_id = $1 and s.id = n.share_id`,
    [
      institutionId,
      loans.map(({ shareId }) => shareId),
      each(({ rate }) => rate),
      each(({ payment }) => payment),
      each(({ dueDay }) => dueDay),
      each(({ dueOn }) => dueOn),
      each(({ original }) => original),
      each(({ payoff }) => payoff),
      each(({ payoffOn }) => payoffOn),
    ],
  );
}
