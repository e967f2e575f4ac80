import type { Listed, ReadingOf } from '../command.ts';
import { labelOf } from '../resolve-share.ts';
import { noShare } from '../share-of.ts';

/** `accounts`: lists the member's shares and how to name them. */
export const accounts: Listed<ReadingOf<'accounts'>> = {
  examples: (word) => [word],
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
