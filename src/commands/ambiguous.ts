import type { Reading } from '../reading/reading.ts';
import { askTransfer } from './ask-transfer.ts';
import { moneyRefusal } from './money-refusal.ts';
import { labelOf } from './resolve-share.ts';
import type { Command } from './situation.ts';
import { nothing } from './situation.ts';
import { planTransfer } from './transfer.ts';

/** A transfer order that can be read in two ways: never carried out, always asked. */
export const ambiguous: Command<Extract<Reading, { intent: 'ambiguous' }>> = {
  needs: () => nothing,
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
