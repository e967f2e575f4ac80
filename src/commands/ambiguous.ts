import type { Reading } from '../language/reading.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import { askTransfer } from './ask-transfer.ts';
import { moneyRefusal } from './money-refusal.ts';
import { labelOf, resolveShare } from './resolve-share.ts';
import type { Command } from './situation.ts';
import { nothing } from './situation.ts';

/** A transfer order that can be read in two ways: never carried out, always asked. */
export const ambiguous: Command<Extract<Reading, { intent: 'ambiguous' }>> = {
  needs: () => nothing,
  decide: ({ readings }, situation) => {
    const refusal = moneyRefusal(situation);
    if (refusal) return { reply: refusal, voids: true };
    const candidates = readings.flatMap((reading) => {
      const amount = parseDecimal(reading.amount, situation.currency.digits);
      const from =
        reading.from === undefined ? undefined : resolveShare(reading.from, situation.shares);
      const to = reading.to === undefined ? undefined : resolveShare(reading.to, situation.shares);
      if (amount === undefined || from?.found !== 'one' || to?.found !== 'one') return [];
      return from.share.id === to.share.id ? [] : [{ amount, from: from.share, to: to.share }];
    });
    if (candidates.length > 0) return askTransfer(candidates, situation);
    const shares = situation.shares.map(labelOf);
    return { reply: { reply: 'refused', reason: 'share_unclear', shares }, voids: true };
  },
};
