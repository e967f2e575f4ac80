import type { Amount } from '../../money/amount.ts';
import type { OrderedRow, Reading } from './readings.ts';

/** The sign of a debt on a loan in a file. */
export const debtSigns = ['positive', 'negative'] as const;
export type DebtSign = (typeof debtSigns)[number];

/** A loan from the file, with debts read as positive. */
export interface ReadLoan {
  readonly share: string;
  readonly reading: Reading<OrderedRow>;
}

/**
 * Checks whether the file seems to use the other sign for debts. Otherwise a member would see a
 * debt as their money.
 * @returns `other`: the first loan that seems so, if most do; `overpaid`: otherwise, the loans that
 *   end below zero
 */
export function checkDebts(loans: readonly ReadLoan[]): {
  other?: ReadLoan | undefined;
  overpaid: readonly ReadLoan[];
} {
  const below = loans.filter((loan) => leaning(loan.reading) < 0);
  const above = loans.filter((loan) => leaning(loan.reading) > 0);
  if (below.length > above.length) return { other: below[0], overpaid: [] };
  return { overpaid: loans.filter(({ reading }) => reading.closing < 0n) };
}

/** Returns below zero for a loan that is mostly below zero, above zero for one mostly above. */
function leaning({ rows, opening }: Reading<OrderedRow>): number {
  let balance: Amount = opening;
  let leans = signOf(balance);
  for (const { amount } of rows) {
    balance += amount;
    leans += signOf(balance);
  }
  return leans;
}

function signOf(amount: Amount): number {
  return amount > 0n ? 1 : amount < 0n ? -1 : 0;
}
