import type { Listed, ReadingOf } from '../command.ts';
import { labelOf } from '../resolve-share.ts';
import { shareOf } from '../share-of.ts';
import { nothing, timeOf } from '../situation.ts';

/** `details 7`: all figures of one share. */
export const details: Listed<ReadingOf<'details'>> = {
  examples: (word, { from }) => [`#${word} ${from}`],
  needs: (reading, situation) => {
    const target = shareOf(reading.account, situation, reading);
    return 'share' in target ? { balances: [target.share.accountId] } : nothing;
  },
  decide: (reading, situation, loaded) => {
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return target.decision;
    const figures = loaded.books.balance(target.share.accountId);
    if (!figures) return { reply: { reply: 'refused', reason: 'account_not_found' } };
    return {
      reply: {
        reply: 'details',
        share: labelOf(target.share),
        kind: target.share.kind,
        available: figures.available,
        ledger: figures.ledger,
        held: figures.held,
        overdraftLimit: figures.overdraftLimit,
        openedOn: figures.openedOn,
        ...(figures.lastActivityOn ? { lastActivityOn: figures.lastActivityOn } : {}),
        ...timeOf(situation, loaded),
      },
    };
  },
};
