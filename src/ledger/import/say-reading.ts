import type { Amount } from '../../money/amount.ts';
import type { NoReading } from './find-reading.ts';
import type { Misfit } from './readings.ts';

type Figure = (amount: Amount) => string;

/** Explains why no order of an account's rows fits, at the row where the best one fails. */
export function describeMisfit(
  given: {
    readonly share: string;
    readonly misfit: Misfit;
    /** The balance in the books before the rows, if the account has entries. */
    readonly begins: Amount | undefined;
  },
  figure: Figure,
): string {
  const { share, misfit, begins } = given;
  const from =
    begins === undefined
      ? 'from the rows before it'
      : `from the ${figure(begins)} in the books and the rows before it`;
  return `account ${share} does not fit: the old system showed ${figure(misfit.shown)} after this row where ${figure(misfit.follows)} follows ${from}; the rows were tried oldest first, newest first, by day, as posted, and in the order that their balances give`;
}

/** Explains that several orders fit, and what would decide between them. */
export function describeOrders(
  share: string,
  { closings }: Extract<NoReading, { problem: 'several' }>,
  figure: Figure,
): string {
  const ends =
    closings.length === 0
      ? ''
      : `, and end at ${closings.map(figure).join(' or ')}: use --rows oldest-first or --rows newest-first`;
  return `account ${share}: its rows fit in more than one order${ends}${closings.length === 0 ? ': put them in the order in which they were posted' : ''}`;
}
