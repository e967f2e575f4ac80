import { untilOf } from './share-of.ts';
import type { Command, Decision, Situation } from './situation.ts';
import { nothing } from './situation.ts';

/** `DISPUTE`, "this wasn't me": asks once, then opens a case with its due dates (Regulation E, 12 CFR 1005.11). */
export const dispute: Command<{ readonly intent: 'dispute' }> = {
  needs: () => nothing,
  decide: (_reading, situation) => {
    const until = untilOf(situation);
    const { confirmation } = situation;
    return {
      reply: { reply: 'confirm_dispute', confirmation, until },
      pending: {
        confirmation: { code: confirmation, until: until.toString(), what: { kind: 'dispute' } },
      },
    };
  },
};

/** Opens the case; the moment of receipt is that of this message. */
export function openDispute({ now }: Situation): Decision {
  return {
    opens: 'dispute',
    reply: ({ reference, due }) => ({ reply: 'dispute_opened', reference, at: now, due }),
  };
}
