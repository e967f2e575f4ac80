import type { Command, ReadingOf } from '../command.ts';
import { noShare } from '../share-of.ts';

/** What reading itself refuses, such as an amount that can't be one. */
export const refused: Command<ReadingOf<'refused'>> = {
  decide: ({ reason }, situation) => ({
    reply:
      reason === 'share_not_found'
        ? noShare(situation.named, situation)
        : { reply: 'refused', reason },
    voids: ['transfer'],
  }),
};
