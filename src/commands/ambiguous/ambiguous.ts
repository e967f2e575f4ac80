import { askTransfer } from '../transfer/ask-transfer.ts';
import { moneyRefusal } from '../transfer/money-refusal.ts';
import { labelOf } from '../resolve-share.ts';
import type { Command, ReadingOf } from '../command.ts';
import { planTransfer } from '../transfer/transfer.ts';

/** A transfer order that can be read in two ways. It is never carried out without asking. */
export const ambiguous: Command<ReadingOf<'ambiguous'>> = {
  decide: ({ readings }, situation) => {
    const refusal = moneyRefusal(situation);
    if (refusal) return { reply: refusal, voids: ['transfer'] };
    const candidates = readings.flatMap((reading) => {
      const planned = planTransfer(reading, situation);
      return 'amount' in planned ? [planned] : [];
    });
    if (candidates.length > 0) return askTransfer(candidates, situation);
    const shares = situation.shares.map(labelOf);
    return { reply: { reply: 'refused', reason: 'share_unclear', shares }, voids: ['transfer'] };
  },
};
