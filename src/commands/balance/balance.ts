import type { Reply } from '../../wording/reply.ts';
import type { Share } from '../../shares/share.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { holdFacts } from '../hold-facts.ts';
import { labelOf } from '../resolve-share.ts';
import { noShare, shareOf } from '../share-of.ts';
import { sharesNamed } from '../shares-named.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';
import { nothing, timeOf } from '../situation.ts';
import { pastBalances, pastDay, pastNeeds } from './past-balance.ts';

type BalanceReading = ReadingOf<'balance'>;

/**
 * `#bal`: all shares. `#bal 7`: one share, with the holds that make available and balance differ. `bal savings and checking`: several.
 * `balance yesterday`: at the end of a past day.
 */
export const balance: Listed<BalanceReading> = {
  examples: (word, { from }) => [`#${word}`, `#${word} ${from}`],
  needs: (reading, situation) => {
    const on = pastDay(reading, situation);
    if (on) return pastNeeds(reading, on, situation);
    if (isSeveral(reading, situation)) return severalNeeds(reading, situation);
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return nothing;
    return { balances: [target.share.accountId], holds: [target.share.accountId] };
  },
  decide: (reading, situation, loaded) => {
    if (situation.shares.length === 0) return { reply: noShare(undefined, situation) };
    const on = pastDay(reading, situation);
    if (on) return pastBalances(reading, on, { situation, loaded });
    if (isSeveral(reading, situation)) return severalBalances(reading, situation, loaded);
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return target.decision;
    return { reply: oneBalance(target.share, situation, loaded) };
  },
};

/** All accounts, or those that the member named. */
function isSeveral({ account, accounts }: BalanceReading, { shares }: Situation): boolean {
  return (
    accounts !== undefined || (shares.length > 1 && (account === undefined || account === 'all'))
  );
}

function severalNeeds(reading: BalanceReading, situation: Situation): Needs {
  const named = sharesNamed(reading, situation, { isAboutAll: true });
  return 'decision' in named
    ? nothing
    : { balances: named.shares.map(({ accountId }) => accountId) };
}

function severalBalances(reading: BalanceReading, situation: Situation, loaded: Loaded): Decision {
  const named = sharesNamed(reading, situation, { isAboutAll: true });
  if ('decision' in named) return named.decision;
  return {
    reply: {
      reply: 'balances',
      shares: named.shares.map((share) => ({
        ...labelOf(share),
        available: loaded.books.balance(share.accountId)?.available ?? 0n,
      })),
      ...timeOf(situation, loaded),
    },
  };
}

function oneBalance(share: Share, situation: Situation, loaded: Loaded): Reply {
  const figures = loaded.books.balance(share.accountId);
  if (!figures) return { reply: 'refused', reason: 'account_not_found' };
  return {
    reply: 'balance',
    share: labelOf(share),
    available: figures.available,
    ledger: figures.ledger,
    holds: loaded.holds(share.accountId).map((hold) => holdFacts(hold, situation)),
    ...timeOf(situation, loaded),
  };
}
