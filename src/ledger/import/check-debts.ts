import type { Amount } from '../../money/amount.ts';
import type { OrderedRow, Reading } from './readings.ts';

/** How a file shows what is owed on a loan. */
export const debtSigns = ['positive', 'negative'] as const;
export type DebtSign = (typeof debtSigns)[number];

/** A loan of the file, read with what is owed as positive. */
export interface ReadLoan {
  readonly share: string;
  readonly reading: Reading<OrderedRow>;
}

/**
 * Says whether the loans of a file seem to have the other sign than the one they were read with: then a member would see a debt as
 * money that is theirs.
 * @returns `other`: the first of those that seem so, where they are the most; `overpaid`: else, the loans that end below zero
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

/** Below zero for a loan that mostly stands below zero, above for one that mostly stands above. */
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
