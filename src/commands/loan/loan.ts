import type { Share } from '../../shares/share.ts';
import type { Command, ReadingOf } from '../command.ts';
import { labelOf } from '../resolve-share.ts';
import { timeOf, type Situation } from '../situation.ts';

/** A loan's due date, payment, payoff or rate. Without a named loan: those of all loans. */
export const loan: Command<ReadingOf<'loan'>> = {
  needs: (reading, situation) => {
    const loans = loansOf(reading, situation);
    return {
      balances: loans.map(({ accountId }) => accountId),
      loans: loans.map(({ id }) => id),
    };
  },
  decide: (reading, situation, loaded) => ({
    reply: {
      reply: 'loan',
      ask: reading.ask,
      today: situation.today,
      loans: loansOf(reading, situation).flatMap((share) => {
        const balance = loaded.books.balance(share.accountId);
        if (!balance || balance.closed) return [];
        const terms = balance.loan ?? loaded.loanTerms(share.accountId) ?? {};
        return [{ share: labelOf(share), owed: balance.ledger, ...terms }];
      }),
      ...timeOf(situation, loaded),
    },
  }),
};

function loansOf({ account }: ReadingOf<'loan'>, { shares }: Situation): readonly Share[] {
  const loans = shares.filter(({ kind }) => kind === 'loan');
  const named = loans.filter(({ suffix }) => suffix === account);
  return named.length > 0 ? named : loans;
}
