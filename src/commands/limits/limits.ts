import { descriptors } from '../../channels/descriptors.ts';
import { dailyLeft, limitsOf } from '../../transfers/limits.ts';
import type { Listed, ReadingOf } from '../command.ts';

/** `limits`: how much this address can move, and how much is left today. */
export const limits: Listed<ReadingOf<'limits'>> = {
  examples: (word) => [word],
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
