import { untilOf } from './share-of.ts';
import type { Command } from './situation.ts';
import { nothing } from './situation.ts';

/** `LOCK`: stops the service at once on all channels. A mended word asks first. */
export const lock: Command<{ readonly intent: 'lock' }> = {
  needs: () => nothing,
  decide: (_reading, situation) => {
    if (situation.member.lockedAt) return { reply: { reply: 'already_locked' }, voids: true };
    if (situation.unsure) {
      const until = untilOf(situation);
      const { confirmation } = situation;
      return {
        reply: { reply: 'confirm_lock', confirmation, until },
        pending: {
          confirmation: { code: confirmation, until: until.toString(), what: { kind: 'lock' } },
        },
      };
    }
    return {
      reply: { reply: 'locked', at: situation.now },
      voids: true,
      effects: [{ effect: 'lock_member' }],
    };
  },
};
