import type { LoanTerms } from '../../src/core/core.ts';
import type { DemoShare } from './person.ts';

/** Payoff figures are good for this many days. */
const goodForDays = 10;

/**
 * The terms of a demonstration loan as its servicer would state them today.
 * @param owed cents
 */
export function demoLoanTerms(
  { yearlyRate = 0, loan }: DemoShare,
  { owed, today }: { readonly owed: bigint; readonly today: Temporal.PlainDate },
): LoanTerms {
  if (!loan) return {};
  const { payment, dueDay, original } = loan;
  const thisMonth = today.with({ day: dueDay });
  const isPaid = Temporal.PlainDate.compare(thisMonth, today) <= 0;
  const dueOn = isPaid ? thisMonth.add({ months: 1 }) : thisMonth;
  const payoffOn = today.add({ days: goodForDays });
  // Interest runs from the last payment.
  const days = dueOn.subtract({ months: 1 }).until(payoffOn).total('days');
  const interest = Math.ceil((Number(owed) * yearlyRate * days) / 10_000 / 365);
  return {
    rate: yearlyRate * 10,
    payment: BigInt(payment),
    dueDay,
    dueOn,
    original: BigInt(original),
    payoff: owed + BigInt(interest),
    payoffOn,
  };
}
