import type { Reply } from '../../wording/reply.ts';
import type { Share } from '../../shares/share.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { holdFacts } from '../hold-facts.ts';
import { labelOf } from '../resolve-share.ts';
import { noShare, shareOf } from '../share-of.ts';
import type { Loaded, Situation } from '../situation.ts';
import { nothing, timeOf } from '../situation.ts';

type BalanceReading = ReadingOf<'balance'>;

/** `#bal`: all shares. `#bal 7`: one share, with the holds that make available and balance differ. */
export const balance: Listed<BalanceReading> = {
  examples: (word, { from }) => [`#${word}`, `#${word} ${from}`],
  needs: (reading, situation) => {
    if (isAll(reading, situation)) return { balances: situation.shares.map((s) => s.accountId) };
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return nothing;
    return { balances: [target.share.accountId], holds: [target.share.accountId] };
  },
  decide: (reading, situation, loaded) => {
    if (situation.shares.length === 0) return { reply: noShare(undefined, situation) };
    if (isAll(reading, situation)) return { reply: allBalances(situation, loaded) };
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return target.decision;
    return { reply: oneBalance(target.share, situation, loaded) };
  },
};

function isAll(reading: BalanceReading, situation: Situation): boolean {
  return (
    situation.shares.length > 1 && (reading.account === undefined || reading.account === 'all')
  );
}

function allBalances(situation: Situation, loaded: Loaded): Reply {
  return {
    reply: 'balances',
    shares: situation.shares.map((share) => ({
      ...labelOf(share),
      available: loaded.books.balance(share.accountId)?.available ?? 0n,
    })),
    ...timeOf(situation, loaded),
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
