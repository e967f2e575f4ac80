import type { Command, ReadingOf } from '../command.ts';
import { noShare } from '../share-of.ts';

/** A text that reading itself refuses, such as an impossible amount. */
export const refused: Command<ReadingOf<'refused'>> = {
  decide: ({ reason }, situation) => ({
    reply:
      reason === 'share_not_found'
        ? noShare(situation.named, situation)
        : { reply: 'refused', reason },
    voids: ['transfer'],
  }),
};
