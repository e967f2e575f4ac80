import { descriptors } from '../channels/descriptors.ts';
import { dailyLeft, limitsOf } from '../transfers/limits.ts';
import { labelOf } from './resolve-share.ts';
import { noShare, shareOf } from './share-of.ts';
import type { Command } from './situation.ts';
import { nothing, timeOf } from './situation.ts';

/** `accounts`: the member's shares and how to call them. */
export const accounts: Command<{ readonly intent: 'accounts' }> = {
  needs: () => nothing,
  decide: (_reading, situation) => {
    if (situation.shares.length === 0) return { reply: noShare(undefined, situation) };
    return {
      reply: {
        reply: 'accounts',
        shares: situation.shares.map((share) => ({
          ...labelOf(share),
          isDefault: share.id === situation.member.defaultShareId,
        })),
      },
    };
  },
};

/** `details 7`: all figures of one share. */
export const details: Command<{ readonly intent: 'details'; readonly account?: string }> = {
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

/** `limits`: what this address may move, and what of it is left today. */
export const limits: Command<{ readonly intent: 'limits' }> = {
  needs: () => ({ usage: true }),
  decide: (_reading, situation, loaded) => {
    const { settings, address } = situation;
    const limited = limitsOf('message', settings, address);
    const { confirmAbove } = settings.limits;
    return {
      reply: {
        reply: 'limits',
        ...limited,
        leftToday: dailyLeft(limited, loaded.usedToday()),
        ...(confirmAbove === undefined ? {} : { confirmAbove }),
        asksAlways: descriptors[situation.channel].sender === 'claimed',
        readOnly: !address.mayMoveMoney,
        locked: address.moneyLockedAt !== undefined,
      },
    };
  },
};
